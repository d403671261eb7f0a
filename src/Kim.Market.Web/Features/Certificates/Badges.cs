using Kim.Market.Domain.Certificates;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Certificates;

/// <summary>A certificate that everybody may see: checked, or taken away again, or the seller's own word.</summary>
/// <param name="Office">The region whose office decided.</param>
public sealed record Badge(
    Guid CertificateId, short Kind, string Number, string Issuer, DateOnly? ValidUntil, short Status, string? Note, DateTime? DecidedAt,
    long? DecidedVersion, string? Office, string TimeZone, bool Holds)
{
    public CertificateKind Of => (CertificateKind)Kind;

    public CertificateStatus State => (CertificateStatus)Status;

    /// <summary>The day it was decided, where its business is.</summary>
    public DateOnly? Decided => DecidedAt is { } at ? DateFormat.DayIn(at, Zone.Of(TimeZone)) : null;
}

/// <summary>What badges mean for a page that is kept.</summary>
public static class BadgesOnPages
{
    /// <summary>The page changes with every certificate, and by itself when the first of its badges ends.</summary>
    public static PageTags Ends(this PageTags page, IEnumerable<Badge> badges, Zone zone)
    {
        foreach (var badge in badges)
        {
            if (badge is { Holds: true, ValidUntil: { } last })
            {
                page.Until(PastDay.EndOf(last, zone));
            }
        }

        return page.Add(PageDrops.Badges);
    }
}

/// <summary>The statements behind badges. Pages read them beside their own.</summary>
public static class Badges
{
    // A seller has at most Limits.Certificates that hold; what is over is cut.
    private const int Most = 40;

    /// <summary>What a badge is, on a day: checked by an office and not past its last day where the business is.</summary>
    /// <remarks>For a statement in which <c>c</c> is the certificate and <c>cr</c> the region of its business.</remarks>
    public static SqlPart Holds(DateTimeOffset now) => SqlPart.Of(
        $"(c.status = {(short)CertificateStatus.Verified} and (c.valid_until is null or c.valid_until >= ({now} at time zone cr.time_zone)::date))");

    /// <summary>The badges that hold for a product <c>p</c>, its seller's licence among them, as JSON; null where there are none.</summary>
    public static SqlPart OfProduct(DateTimeOffset now) => SqlPart.Of(
        $"""
        (select jsonb_agg(to_jsonb(badge)) from (
            select {Columns(now)}
            from certificates c
            {Joins}
            where c.business_id = p.business_id and (cardinality(c.products) = 0 or p.product_id = any(c.products)) and {Holds(now)}
            order by c.kind, c.stated_at
            limit {Most}) badge)::text
        """);

    /// <summary>
    /// All that a stall has to say: what holds, what its seller only says (never halal: the law asks for more than a word), and
    /// what was once a badge.
    /// </summary>
    public static Sql OfBusiness(string slug, DateTimeOffset now) =>
        $"""
        select {Columns(now)}
        from businesses s
        join certificates c on c.business_id = s.business_id
        {Joins}
        where s.slug = {slug} and (
            c.status in ({(short)CertificateStatus.Verified}, {(short)CertificateStatus.Revoked})
            or (c.status = {(short)CertificateStatus.Stated} and c.kind <> {(short)CertificateKind.Halal}))
        order by c.kind, c.stated_at
        limit {Most}
        """;

    private static SqlPart Joins => SqlPart.Of(
        $"""
        join businesses cb on cb.business_id = c.business_id
        join app.regions cr on cr.code = cb.village
        left join offices co on co.office_id = c.office_id
        left join app.regions cor on cor.code = co.region
        """);

    private static SqlPart Columns(DateTimeOffset now) => SqlPart.Of(
        $"""
        c.certificate_id, c.kind, c.number, c.issuer, c.valid_until, c.status, c.note, c.decided_at, c.decided_version, cor.place as office, cr.time_zone,
               {Holds(now)} as holds
        """);
}
