using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Installations;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Notices;
using Npgsql;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>What a policy says to whoever asks.</summary>
public enum Answer { No, OnlyWithSecondFactor, Yes }

/// <summary>Where whoever sends this request stands: read once a request, in the round trip that tells whether the cookie still holds.</summary>
public sealed class Standing(NpgsqlDataSource db, TimeProvider clock)
{
    /// <summary>A device that was not here for so long has to sign in again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(15);

    /// <summary>The session of the cookie; empty for a visitor.</summary>
    public Guid Session { get; private set; }

    /// <summary>Whether they signed in with a second factor or a passkey.</summary>
    public bool IsStrong { get; private set; }

    /// <summary>Whether everything here is invented: then nobody has to enrol a telephone first.</summary>
    public bool IsDemo { get; private set; }

    public IReadOnlyList<Membership> Places { get; private set; } = [];

    /// <summary>How much they have not read under "Kabar"; one more than is counted means more.</summary>
    public int Unread { get; private set; }

    /// <summary>Whether some desk of theirs stays shut until they have a second factor.</summary>
    public bool LacksSecondFactor => !IsStrong && !IsDemo && Places.Any(Demands);

    /// <summary>Reads where the owner of a cookie stands.</summary>
    /// <returns>False when the session was ended, here or from another device.</returns>
    public async Task<bool> LoadAsync(Guid session, Guid member, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            select s.is_strong, exists (select from app.facts where name = 'demo') as is_demo, s.seen_at, {NoticeBook.Unread(member)} as unread
            from app.sessions s
            where s.id = {session} and s.member_id = {member}
            """);
        batch.Add(Memberships.Of(member));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var found = await reader.RowsAsync<Row>(ct);
        await reader.NextResultAsync(ct);
        var places = await reader.RowsAsync<Membership>(ct);
        if (found is not [var row] || clock.GetUtcNow() - row.SeenAt > Patience)
        {
            return false;
        }

        (Session, IsStrong, IsDemo, Places, Unread) = (session, row.IsStrong, row.IsDemo, places, row.Unread);
        IsLate = clock.GetUtcNow() - row.SeenAt > TimeSpan.FromDays(1);
        return true;
    }

    /// <summary>Whether the day this device was last seen on has to be written anew.</summary>
    public bool IsLate { get; private set; }

    public Answer Answer(PolicyAttribute policy) => policy switch
    {
        OpenToAttribute => Accounts.Answer.Yes,
        ForMembersAttribute => Session == Guid.Empty ? Accounts.Answer.No : Accounts.Answer.Yes,
        ForAttribute at when !Places.Any(place => Fits(place, at)) => Accounts.Answer.No,
        ForAttribute at when !IsStrong && !IsDemo && Places.Any(place => place.Desk == at.Desk && Demands(place)) =>
            Accounts.Answer.OnlyWithSecondFactor,
        _ => Accounts.Answer.Yes,
    };

    /// <summary>Whether they work at a business as its helper and as nothing else.</summary>
    public bool OnlyHelps(Guid business)
    {
        var roles = Places.Where(place => place.Desk == Desk.Seller && place.Scope == business).ToList();
        return roles.Count > 0 && roles.All(place => place.Role is nameof(BusinessRole.GoodsHelper) or nameof(BusinessRole.OrderHelper));
    }

    private static bool Fits(Membership place, ForAttribute at) =>
        place.Desk == at.Desk && (at.Roles.Count == 0 || at.Roles.Any(role => role.ToString() == place.Role));

    // Those whose password alone would open more than their own stall.
    private static bool Demands(Membership place) => place.Role is nameof(GroupRole.Chair) or nameof(OfficeRole.Officer)
        or nameof(InstallationRole.Operator);

    private sealed record Row(bool IsStrong, bool IsDemo, DateTime SeenAt, int Unread);
}
