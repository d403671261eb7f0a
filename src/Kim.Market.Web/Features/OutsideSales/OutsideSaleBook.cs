using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.OutsideSales;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.OutsideSales;

/// <summary>What was stated of one month and way.</summary>
public sealed record KnownOutsideSale(
    Guid OutsideSaleId, DateOnly Month, short Way, long Total, Guid Evidence, short Standing, string? Reason, DateTime StatedAt, string Business, string Place)
{
    public OutsideWay By => (OutsideWay)Way;

    public OutsideStanding State => (OutsideStanding)Standing;
}

/// <summary>Where a page of them ended.</summary>
public sealed record OutsideSaleKey(DateTime StatedAt, Guid Id)
{
    private static readonly OutsideSaleKey Newest = new(new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Guid.Empty);

    /// <summary>The newest for a text that is no key.</summary>
    public static OutsideSaleKey Read(string? text) => Cursor.TryRead(text, out DateTime at, out var id) ? new(at, id) : Newest;

    public static string After(KnownOutsideSale row) => Cursor.Of(row.StatedAt, row.OutsideSaleId);
}

/// <summary>Reads what is stated of sales elsewhere, for those whom it concerns; every statement draws that line itself.</summary>
public sealed class OutsideSaleBook(NpgsqlDataSource db)
{
    public const int PageSize = 20;

    // As far back as somebody may still state, by every way there is.
    private static readonly int Most = (OutsideSale.MonthsBack + 1) * Enum.GetValues<OutsideWay>().Length;

    /// <summary>What a business of the asker has stated, the newest month first.</summary>
    public Task<List<KnownOutsideSale>> OfAsync(Asker asker, Guid business, CancellationToken ct) => db.RowsAsync<KnownOutsideSale>(
        $"{All} where s.business_id = {business} and {Owns(asker)} order by s.month desc, s.way limit {Most}", ct);

    public async Task<bool> IsOwnAsync(Asker asker, Guid business, Guid id, CancellationToken ct) => (await db.RowsAsync<Guid>(
        $"select s.outside_sale_id from outside_sales s join businesses b on b.business_id = s.business_id where s.outside_sale_id = {id} and s.business_id = {business} and {Owns(asker)}", ct)).Count > 0;

    /// <summary>Those of the asker's regions, as they came in.</summary>
    public async Task<Slice<KnownOutsideSale>> OfRegionAsync(Asker asker, OutsideSaleKey after, CancellationToken ct) => Slice<KnownOutsideSale>.Of(
        await db.RowsAsync<KnownOutsideSale>(
            $"""
            {All}
            where (s.stated_at, s.outside_sale_id) < ({after.StatedAt}, {after.Id}) and s.standing <> {(short)OutsideStanding.Withdrawn} and exists (
                select from memberships m where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and b.village || '.' like m.region || '.%')
            order by s.stated_at desc, s.outside_sale_id desc limit {PageSize + 1}
            """, ct), PageSize);

    /// <summary>The office for which the asker decides about it; null when they do not.</summary>
    public async Task<Guid?> OfficeOfAsync(Asker asker, Guid id, CancellationToken ct) => (await db.RowsAsync<Guid?>(
        $"""
        select m.scope
        from outside_sales s
        join businesses b on b.business_id = s.business_id
        join memberships m on m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.role = {nameof(OfficeRole.Officer)} and b.village || '.' like m.region || '.%'
        where s.outside_sale_id = {id}
        order by length(m.region) desc limit 1
        """, ct)).FirstOrDefault();

    private static SqlPart All => SqlPart.Of(
        $"""
        select s.outside_sale_id, s.month, s.way, s.total, s.evidence, s.standing, s.reason, s.stated_at, b.name as business, coalesce(r.full_place, b.village) as place
        from outside_sales s
        join businesses b on b.business_id = s.business_id
        left join app.regions r on r.code = b.village
        """);

    private static SqlPart Owns(Asker asker) => SqlPart.Of(
        $"""
        exists (
            select from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Seller} and m.scope = b.business_id and m.role = {nameof(BusinessRole.Owner)})
        """);
}
