using System.Diagnostics;

namespace Kim.Market.Domain.Prospectuses;

/// <summary>
/// What a stranger should know of a village, as it was on the day it was put on paper. Its identity and its code are told from what it
/// says: whoever asks again while nothing has changed gets the same paper, and asking a thousand times leaves one.
/// </summary>
public sealed record Prospectus(Id<Prospectus> Id, PaperCode Code, RegionCode Village, string Fingerprint, IReadOnlyList<Claim> Claims)
    : IAggregate<Prospectus, ProspectusEvent>
{
    /// <summary>The letter with which codes of prospectuses begin.</summary>
    public const char CodeKind = 'P';

    /// <summary>What it would be called if it said this.</summary>
    public static (Id<Prospectus> Id, PaperCode Code, string Fingerprint) Named(RegionCode village, IEnumerable<Claim> claims)
    {
        var (id, code, print) = PaperName.Of(CodeKind, Prospectuses.Fingerprint.Of(village, claims));
        return (new(id), code, print);
    }

    /// <param name="known">What bears the name of these claims already; null where nothing does.</param>
    public static Decision<ProspectusEvent> Issue(Prospectus? known, RegionCode village, IReadOnlyList<Claim> claims, DateTimeOffset now)
    {
        if (village.Kind is not (RegionKind.Village or RegionKind.UrbanVillage or RegionKind.CustomaryVillage))
        {
            return ProspectusRefusals.NotAVillage;
        }

        if (!IsWorthPaper(claims))
        {
            return ProspectusRefusals.NothingToSay;
        }

        if (claims.Count > Limits.Claims)
        {
            return ProspectusRefusals.TooMuch;
        }

        var (id, code, fingerprint) = Named(village, claims);
        return known is not null ? [] : [new ProspectusIssued(id, code.Value, village, fingerprint, [.. claims], now)];
    }

    /// <summary>A village of which nothing but its place and zeros can be said has no prospectus.</summary>
    public static bool IsWorthPaper(IEnumerable<Claim> claims) =>
        claims.Any(claim => claim.Kind is ClaimKind.Group or ClaimKind.Potential or ClaimKind.Product or ClaimKind.Business);

    public static Prospectus Evolve(Prospectus? state, ProspectusEvent happened) => (state, happened) switch
    {
        (null, ProspectusIssued e) => new(
            e.Prospectus, PaperCode.TryParse(e.Code, out var code) ? code : throw new UnreachableException("It was issued with a code."), e.Village,
            e.Fingerprint, e.Claims),
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow what was issued."),
    };
}
