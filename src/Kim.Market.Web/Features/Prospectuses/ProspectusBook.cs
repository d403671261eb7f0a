using Kim.Market.Domain;
using Kim.Market.Domain.Prospectuses;
using Kim.Market.Web.Features.Regions;
using Npgsql;

namespace Kim.Market.Web.Features.Prospectuses;

/// <summary>A prospectus as it was issued, and what has changed since.</summary>
public sealed record IssuedProspectus(PaperCode Code, Region Village, string Fingerprint, IReadOnlyList<Claim> Claims, DateTimeOffset At, IReadOnlyList<ClaimChange> Changes)
{
    /// <summary>Enough of the fingerprint to compare two papers by eye.</summary>
    public string Mark => Fingerprint[..8];
}

/// <summary>Finds what was issued and holds it against what is true now.</summary>
public sealed class ProspectusBook(NpgsqlDataSource db, Places places, VillageFacts facts)
{
    /// <summary>Null when no prospectus bears this code.</summary>
    public async Task<IssuedProspectus?> FindAsync(PaperCode code, CancellationToken ct)
    {
        if (await db.RowAsync<Row>(
                $"select village, fingerprint, claims::text as claims, issued_at from prospectuses where code = {code.Value}", ct) is not { } row
            || await places.FindAsync(RegionCode.Parse(row.Village), ct) is not { } village)
        {
            return null;
        }

        var then = ProspectusRows.Read(row.Claims);
        return new(code, village, row.Fingerprint, then, row.IssuedAt, ClaimChange.Between(then, await facts.OfAsync(village, ct)));
    }

    private sealed record Row(string Village, string Fingerprint, string Claims, DateTime IssuedAt);
}
