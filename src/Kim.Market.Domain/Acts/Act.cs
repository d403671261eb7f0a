using System.Diagnostics;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Acts;

/// <summary>What somebody did to goods in one press, and may take back.</summary>
public enum ActKind { Import, Price, Withdrawal, PutBack, Approval }

/// <summary>Something done to one product or hundreds in one press. It can be undone for a day, and done again.</summary>
/// <param name="Id">The id of the command that did it.</param>
/// <param name="Desk">The business or the KIM at whose desk it was done.</param>
public sealed record Act(Id<Act> Id, ActKind Kind, Guid Desk, DateTimeOffset At) : IAggregate<Act, ActEvent>
{
    /// <summary>So long it can be undone, and so long after that be done again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    public IReadOnlyList<Id<Product>> Products { get; private init; } = [];

    public bool IsUndone { get; private init; }

    private DateTimeOffset Changed { get; init; } = At;

    public static Decision<ActEvent> Do(Id<Act> id, ActKind kind, Guid desk, Id<Product>[] products, DateTimeOffset now) =>
        [new ActDone(id, kind, desk, products, now)];

    /// <summary>Takes it back; twice is once.</summary>
    public Decision<ActEvent> Undo(DateTimeOffset now) =>
        IsUndone ? []
        : now > Changed + Patience ? ActRefusals.TooLate
        : [new ActUndone(now)];

    /// <summary>Does it again after it was taken back; twice is once.</summary>
    public Decision<ActEvent> Redo(DateTimeOffset now) =>
        !IsUndone ? []
        : now > Changed + Patience ? ActRefusals.TooLate
        : [new ActRedone(now)];

    public static Act Evolve(Act? state, ActEvent happened) => (state, happened) switch
    {
        (null, ActDone e) => new(e.Act, e.Kind, e.Desk, e.At) { Products = e.Products },
        (not null, ActUndone e) => state with { IsUndone = true, Changed = e.At },
        (not null, ActRedone e) => state with { IsUndone = false, Changed = e.At },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {(state is null ? "nothing" : "an act")}."),
    };
}
