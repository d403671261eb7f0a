using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Certificates;

/// <summary>A certificate before its owner.</summary>
/// <param name="Left">Days until its last day, that day included; negative when it is over.</param>
public sealed record OwnCertificate(
    Guid CertificateId, short Kind, string Number, string Issuer, DateOnly? ValidUntil, short Status, string? Note, Guid? Paper, int Products, int? Left)
{
    public CertificateKind Of => (CertificateKind)Kind;

    public CertificateStatus State => (CertificateStatus)Status;
}

/// <summary>A certificate before its office.</summary>
public sealed record OfficeCertificate(
    Guid CertificateId, short Kind, string Number, string Issuer, DateOnly? ValidUntil, short Status, Guid? Paper, DateTime StatedAt,
    string Business, string BusinessSlug, string Place, string Products)
{
    public CertificateKind Of => (CertificateKind)Kind;
}

/// <summary>Something a business makes, to choose from.</summary>
public sealed record Made(Guid ProductId, string Name);

/// <summary>A certificate that ends soon, or ended a short while ago.</summary>
public sealed record Ending(string Business, string Slug, short Kind, DateOnly ValidUntil, int Left);

/// <summary>Where a page of certificates ended.</summary>
public sealed record CertificateKey(DateTime StatedAt, Guid CertificateId)
{
    public static CertificateKey? Read(string? text) => Cursor.TryRead(text, out DateTime at, out var id) ? new(at, id) : null;

    public static string After(OfficeCertificate row) => Cursor.Of(row.StatedAt, row.CertificateId);
}

/// <summary>Reads certificates for those whom they concern; every statement draws that line itself.</summary>
public sealed class Certificates(NpgsqlDataSource db, TimeProvider clock)
{
    public const int PageSize = 20;

    /// <summary>A seller hears of the end so many days before.</summary>
    public const int Soon = 30;

    // and so many days after
    private const int Recently = 30;

    private static readonly CertificateKey Start = new(DateTime.UnixEpoch, Guid.Empty);

    /// <summary>What a business has stated, and what it makes; empty for whoever does not own it.</summary>
    public async Task<(List<OwnCertificate> All, List<Made> Products)> OfAsync(Asker asker, Guid business, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            select c.certificate_id, c.kind, c.number, c.issuer, c.valid_until, c.status, c.note, c.paper, cardinality(c.products) as products,
                   c.valid_until - ({now} at time zone r.time_zone)::date as left
            from certificates c
            join businesses b on b.business_id = c.business_id
            join app.regions r on r.code = b.village
            where c.business_id = {business} and c.status <> {(short)CertificateStatus.Withdrawn} and {Owns(asker)}
            order by c.stated_at desc
            limit {PageSize * 2}
            """);
        batch.Add(
            $"""
            select p.product_id, p.name
            from products p join businesses b on b.business_id = p.business_id
            where p.business_id = {business} and p.status <> 5 and {Owns(asker)}
            order by p.name, p.product_id
            limit {Domain.Limits.CertificateProducts}
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var all = await reader.RowsAsync<OwnCertificate>(ct);
        await reader.NextResultAsync(ct);
        return (all, await reader.RowsAsync<Made>(ct));
    }

    /// <summary>Whether the asker owns the business a certificate is of; what it is of, the address says.</summary>
    public async Task<bool> IsOwnAsync(Asker asker, Guid business, Guid certificate, CancellationToken ct) => (await db.RowsAsync<Guid>(
        $"""
        select c.certificate_id from certificates c
        join businesses b on b.business_id = c.business_id
        where c.certificate_id = {certificate} and c.business_id = {business} and {Owns(asker)}
        """, ct)).Count > 0;

    /// <summary>Certificates of the asker's regions: those that wait, the longest first, or those that were checked.</summary>
    public Task<List<OfficeCertificate>> OfRegionAsync(Asker asker, CertificateStatus status, CertificateKey? after, CancellationToken ct)
    {
        var from = after ?? Start;
        return db.RowsAsync<OfficeCertificate>(
            $"""
            select c.certificate_id, c.kind, c.number, c.issuer, c.valid_until, c.status, c.paper, c.stated_at, b.name as business, b.slug as business_slug,
                   r.full_place as place,
                   coalesce((select string_agg(p.name, ', ' order by p.name) from products p where p.product_id = any(c.products)), '') as products
            from certificates c
            join businesses b on b.business_id = c.business_id
            join app.regions r on r.code = b.village
            where c.status = {(short)status} and (c.stated_at, c.certificate_id) > ({from.StatedAt}, {from.CertificateId})
              and exists (
                  select from memberships m
                  where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and b.village || '.' like m.region || '.%')
            order by c.stated_at, c.certificate_id
            limit {PageSize + 1}
            """, ct);
    }

    /// <summary>The office for which the asker decides about a certificate; null when they do not.</summary>
    public async Task<Guid?> OfficeOfAsync(Asker asker, Guid certificate, CancellationToken ct) => (await db.RowsAsync<Guid?>(
        $"""
        select m.scope
        from certificates c
        join businesses b on b.business_id = c.business_id
        join memberships m on m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.role = {nameof(OfficeRole.Officer)}
            and b.village || '.' like m.region || '.%'
        where c.certificate_id = {certificate}
        order by length(m.region) desc
        limit 1
        """, ct)).FirstOrDefault();

    /// <summary>How many wait for the asker's office.</summary>
    public async Task<int> WaitingAsync(Asker asker, CancellationToken ct) => (await db.RowsAsync<int>(
        $"""
        select count(*)::int
        from certificates c
        join businesses b on b.business_id = c.business_id
        where c.status = 0 and c.paper is not null and exists ( -- stated, as its index says it
            select from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.role = {nameof(OfficeRole.Officer)}
              and b.village || '.' like m.region || '.%')
        """, ct))[0];

    /// <summary>Badges of the asker's own businesses that end within the month, or ended within the last.</summary>
    public Task<List<Ending>> EndingAsync(Asker asker, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.RowsAsync<Ending>(
            $"""
            select b.name as business, b.slug, c.kind, c.valid_until, c.valid_until - ({now} at time zone r.time_zone)::date as left
            from memberships m
            join businesses b on b.business_id = m.scope
            join app.regions r on r.code = b.village
            join certificates c on c.business_id = b.business_id
            where m.member_id = {asker.Scope} and m.desk = {Desk.Seller} and m.role = {nameof(BusinessRole.Owner)}
              and c.status = {(short)CertificateStatus.Verified}
              and c.valid_until between {DateOnly.FromDateTime(now.UtcDateTime).AddDays(-Recently)} and {DateOnly.FromDateTime(now.UtcDateTime).AddDays(Soon)}
            order by c.valid_until, b.slug
            limit {PageSize}
            """, ct);
    }

    private static SqlPart Owns(Asker asker) => SqlPart.Of(
        $"""
        exists (
            select from memberships m
            where m.scope = b.business_id and m.member_id = {asker.Scope} and m.desk = {Desk.Seller} and m.role = {nameof(BusinessRole.Owner)})
        """);
}
