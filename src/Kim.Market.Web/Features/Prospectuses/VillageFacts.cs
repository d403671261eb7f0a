using System.Globalization;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Potentials;
using Kim.Market.Domain.Prospectuses;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Harvests;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Potentials;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Stories;
using Kim.Market.Web.Features.Villages;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Prospectuses;

/// <summary>Gathers what can be said of a village at this moment, claim by claim.</summary>
public sealed class VillageFacts(NpgsqlDataSource db, TimeProvider clock)
{
    /// <summary>More KIM than that no village has; of goods and stalls the rest is counted.</summary>
    private const int Groups = 42;
    private const int Goods = 60;

    public async Task<IReadOnlyList<Claim>> OfAsync(Region village, CancellationToken ct)
    {
        var (code, now) = (village.Code.Value, clock.GetUtcNow());
        var found = (await db.RowAsync<Found>(
            $"""
            select {Lists.Of(GroupsOf(code))} as groups, {Lists.Of(PotentialsOf(code))} as potentials, {Lists.Of(ProductsOf(code))} as products,
                   {Lists.Of(BusinessesOf(code))} as businesses, {Lists.Of(SeasonCalendar.OfPlace(village.Code, now))} as seasonal, {Lists.Of(CountsOf(code))} as counts,
                   {Lists.Of(VillageRecords.Of(code))} as records
            """, ct))!;
        var counts = Lists.Read<Counts>(found.Counts)[0];
        return
        [
            new(ClaimKind.Place, "", "", village.FullPlaceText, Unit: code),
            .. Lists.Read<Group>(found.Groups).Select(group => new Claim(
                ClaimKind.Group, group.GroupId.ToString(), group.Name, Number(group.Status), Link: $"/kim/{group.Slug}")),
            new(ClaimKind.Groups, "", "", Number(counts.Groups)),
            new(ClaimKind.Businesses, "", "", Number(counts.Businesses)),
            new(ClaimKind.Products, "", "", Number(counts.Products)),
            new(ClaimKind.Orders, "", "", Number(counts.Orders)),
            new(ClaimKind.Turnover, "", "", Number(counts.Turnover)),
            .. Lists.Read<ShownRecord>(found.Records).SelectMany(Of),
            .. Lists.Read<Potential>(found.Potentials).SelectMany(potential => Of(potential, Zone.Of(village.TimeZone))),
            .. SeasonCalendar.Of(Lists.Read<SeasonGoods>(found.Seasonal), now).SelectMany(Of),
            .. Lists.Read<Product>(found.Products).Select(product => new Claim(
                ClaimKind.Product, product.ProductId.ToString(), product.Name, Number(product.Price), product.Unit, product.Business, Link: $"/p/{product.Slug}")),
            .. Lists.Read<Business>(found.Businesses).Select(business => new Claim(
                ClaimKind.Business, business.BusinessId.ToString(), business.Name, "", Link: $"/toko/{business.Slug}")),
        ];
    }

    // Of what is settled year by year only the newest.
    private static IEnumerable<Claim> Of(ShownRecord record) =>
    [
        .. record.Years.Take(1).Select(index => new Claim(
            ClaimKind.VillageIndex, "", "", Number((int)index.Status), index.Score?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "", index.Source, Number(index.Year))),
        .. record.Standings.Take(1).Select(standing => new Claim(
            ClaimKind.TourismClass, "", "", Number((int)standing.Class), Source: standing.Source, AsOf: Number(standing.Year))),
    ];

    private static IEnumerable<Claim> Of(Potential potential, Zone zone)
    {
        var (sheet, id) = (PotentialSheets.Read(potential.Sheet), potential.PotentialId.ToString());
        yield return new(
            ClaimKind.Potential, id, "", sheet.Title, Source: potential.Group, Link: $"/potensi/{potential.Slug}", CheckedOn: DateFormat.DayIn(potential.ShownAt, zone));
        yield return new(ClaimKind.Category, id, "", Number((int)sheet.Kind));
        yield return new(ClaimKind.About, id, "", StoryTeaser.Cut(sheet.Text));
        foreach (var claim in Said(id, (ClaimKind.Months, Listed(sheet.Months))).Concat(Of(id, sheet.Visit)).Concat(Of(id, sheet.Opportunity)))
        {
            yield return claim;
        }

        foreach (var figure in sheet.Figures)
        {
            yield return new(
                ClaimKind.Figure, id, figure.Name, figure.Amount.ToString("0.##", CultureInfo.InvariantCulture), figure.Unit, figure.Source, Number(figure.Year), figure.ValidUntil);
        }
    }

    private static IEnumerable<Claim> Of(string id, Visit? visit) => visit is null ? [] : Said(
        id, (ClaimKind.Attraction, Number((int)visit.Kind)), (ClaimKind.Route, visit.Route), (ClaimKind.Ticket, visit.Ticket is { } ticket ? Number(ticket.Amount) : ""),
        (ClaimKind.Hours, visit.Hours), (ClaimKind.Lodging, visit.Lodging), (ClaimKind.Signal, visit.Signal), (ClaimKind.Facilities, visit.Facilities), (ClaimKind.Spot, visit.Spot?.ToString() ?? ""));

    private static IEnumerable<Claim> Of(string id, Opportunity? opening) => opening is null ? [] : Said(
        id, (ClaimKind.Need, opening.Need), (ClaimKind.Worth, opening is { From: null, To: null } ? "" : $"{opening.From?.Amount}-{opening.To?.Amount}"),
        (ClaimKind.Land, opening.Land), (ClaimKind.Readiness, Number((int)opening.Readiness)));

    private static IEnumerable<Claim> Of(CalendarRow row) => Said(
        row.Slug, (ClaimKind.Season, Listed(row.Strip.Months.Where(month => month.IsDeclared).Select(month => month.Month))),
        (ClaimKind.Sold, Listed(row.Strip.Months.Where(month => month.Sold > 0).Select(month => month.Month)))).Select(claim => claim with { Label = row.Name, Link = $"/p/{row.Slug}" });

    // What is not said is no claim.
    private static IEnumerable<Claim> Said(string subject, params IEnumerable<(ClaimKind Kind, string Value)> parts) =>
        parts.Where(part => part.Value.Length > 0).Select(part => new Claim(part.Kind, subject, "", part.Value));

    private static string Listed(IEnumerable<int> months) => string.Join(',', months);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static Sql GroupsOf(string village) =>
        $"""
        select group_id, name, slug, status from groups
        where seat = {village} and status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})
        order by name, group_id
        limit {Groups}
        """;

    private static Sql PotentialsOf(string village) =>
        $"""
        select o.potential_id, o.slug, o.shown::text as sheet, o.shown_at, g.name as "group"
        from potentials o
        join groups g on g.group_id = o.group_id
        where o.village = {village} and o.shown is not null
        order by o.shown_kind, o.shown ->> 'Title', o.potential_id
        limit {PotentialPages.OnVillage}
        """;

    private static Sql ProductsOf(string village) =>
        $"""
        select p.product_id, p.slug, p.name, p.price, p.unit, p.business
        from businesses b
        join shelf p on p.business_id = b.business_id and p.is_listed
        where b.village = {village} and b.status = 1
        order by p.name, p.product_id
        limit {Goods}
        """;

    private static Sql BusinessesOf(string village) =>
        $"select business_id, name, slug from businesses where village = {village} and status = 1 order by name, business_id limit {Goods}";

    private static Sql CountsOf(string village) =>
        $"""
        select (select count(*) from groups where seat = {village} and status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})) as groups,
               (select count(*) from businesses where village = {village} and status = 1) as businesses,
               (select count(*) from businesses b join shelf p on p.business_id = b.business_id and p.is_listed where b.village = {village} and b.status = 1) as products,
               count(*) as orders, coalesce(sum(amount), 0)::bigint as turnover
        from ledger_entries
        where metric = {(short)Metric.CompletedOrder} and ended_recorded = 'infinity' and village = {village}
        """;

    private sealed record Found(string? Groups, string? Potentials, string? Products, string? Businesses, string? Seasonal, string? Counts, string? Records);

    private sealed record Counts(long Groups, long Businesses, long Products, long Orders, long Turnover);

    private sealed record Group(Guid GroupId, string Name, string Slug, short Status);

    private sealed record Potential(Guid PotentialId, string Slug, string Sheet, DateTime ShownAt, string Group);

    private sealed record Product(Guid ProductId, string Slug, string Name, long Price, string Unit, string Business);

    private sealed record Business(Guid BusinessId, string Name, string Slug);
}
