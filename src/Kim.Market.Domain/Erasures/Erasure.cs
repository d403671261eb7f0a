using System.Diagnostics;

namespace Kim.Market.Domain.Erasures;

/// <summary>Of whom: a buyer knows no account, a member has one.</summary>
public enum ErasureScope { Buyer, Account }

/// <summary>
/// Somebody's wish to be forgotten, and how far it is. Whoever has ordered something that is still on its way is erased once it
/// has come, and three days after asking at the latest.
/// </summary>
public sealed record Erasure(ErasureScope Scope, Guid Subject, DateTimeOffset DueAt) : IAggregate<Erasure, ErasureEvent>
{
    /// <summary>UU 27/2022: what a person asks to end has ended after 3 × 24 hours.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(72);

    private const byte Mark = 0xA5;

    public bool IsErased { get; private init; }

    /// <summary>Until when a copy lies sealed apart; null when there is none.</summary>
    public DateOnly? KeptUntil { get; private init; }

    /// <summary>A person is forgotten once: the wish has an id that can be told from theirs.</summary>
    public static Id<Erasure> Of(Guid subject) => new(Twin.Of(subject, Mark));

    /// <param name="isBusy">Whether something of theirs is still on its way.</param>
    /// <param name="keepUntil">Until when the law wants a copy; null where it wants none.</param>
    public static Decision<ErasureEvent> Request(ErasureScope scope, Guid subject, bool isBusy, DateOnly? keepUntil, DateTimeOffset now)
    {
        var requested = new ErasureRequested(Of(subject), scope, subject, now + Patience, now);
        return isBusy ? [requested] : [requested, new PersonalDataErased(keepUntil, now)];
    }

    /// <summary>Carries the wish out as soon as nothing holds it up any more.</summary>
    public Decision<ErasureEvent> Carry(bool isBusy, DateOnly? keepUntil, DateTimeOffset now) =>
        IsErased || (isBusy && now < DueAt) ? [] : [new PersonalDataErased(keepUntil, now)];

    /// <summary>Destroys the copy as well, once the law wants it no longer.</summary>
    /// <param name="today">In Indonesia, where the law counts.</param>
    public Decision<ErasureEvent> Destroy(DateOnly today, DateTimeOffset now) =>
        KeptUntil is { } end && today > end ? [new KeptDataDestroyed(now)] : [];

    public static Erasure Evolve(Erasure? state, ErasureEvent happened) => (state, happened) switch
    {
        (null, ErasureRequested e) => new(e.Scope, e.Subject, e.DueAt),
        (not null, PersonalDataErased e) => state with { IsErased = true, KeptUntil = e.KeptUntil },
        (not null, KeptDataDestroyed) => state with { KeptUntil = null },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {(state is null ? "nothing" : "a request")}."),
    };
}
