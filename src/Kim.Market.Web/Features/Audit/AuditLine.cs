using Kim.Market.Web.Format;
using Kim.Market.Web.Hosting;

namespace Kim.Market.Web.Features.Audit;

/// <summary>One thing that was done, as those who answer for it read it.</summary>
/// <param name="Name">Of the person, as they call themselves; null for a buyer without an account, for the program, and for an account that is gone.</param>
/// <param name="Via">The part of the program through which it came; null for what was written before that was kept.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Behalf">The business for which a helper acted.</param>
public sealed record AuditLine(
    long Seq, DateTime At, short Kind, Guid? Actor, string? Name, string? Via, string? Device, string? Subject, string? Slug, string? Behalf,
    string? TimeZone)
{
    public AuditKind What => (AuditKind)Kind;

    public Zone Zone => TimeZone is { } zone ? Zone.Of(zone) : Zone.Wita;

    public AuditKey Key => new(At, Seq);

    /// <summary>The page and button, worker or verb, and the machine; null where there is nothing to tell.</summary>
    public string? From => Via is null or Origins.Unnamed ? null : Device is { Length: > 0 } ? $"{Via}, {Device}" : Via;

    /// <summary>Whether it came through a page, and not from a worker or a verb of the operator.</summary>
    public bool IsVisited => Via is ['/', ..];

    /// <summary>The page that shows what it was done to; null where there is none for everybody.</summary>
    public string? Href => (What, Slug) switch
    {
        (AuditKind.Village, _) when Subject is { } village => $"~/desa/{village}",
        (AuditKind.Prospectus, _) when Subject is { } code => $"~/periksa/{code}",
        (AuditKind.Group, { } slug) => $"~/kim/{slug}",
        (AuditKind.Business, { } slug) => $"~/toko/{slug}",
        (AuditKind.Product or AuditKind.Stock, { } slug) => $"~/p/{slug}",
        (AuditKind.Story, { } slug) => $"~/cerita/{slug}",
        (AuditKind.Potential, { } slug) => $"~/potensi/{slug}",
        _ => null,
    };
}

/// <summary>A line and what its event says.</summary>
public sealed record AuditEntry(AuditLine Line, string What, string? Why);
