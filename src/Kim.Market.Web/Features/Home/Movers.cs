using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Selections;
using Kim.Market.Web.Features.Villages;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Home;

/// <summary>A KIM one of whose sellers has just completed an order.</summary>
public sealed record Mover(Guid GroupId, string Name, string Slug, string Place, string TimeZone, DateTime CompletedAt);

/// <summary>A kecamatan along the river, and how many UMKM sell there.</summary>
public sealed record StopRow(string Code, string Name, int Businesses);

/// <summary>What the home page shows: what is new, who sold last, who sells where along the river, and what offices have chosen.</summary>
public sealed record FrontPage(Slice<ProductCardRow> Newest, IReadOnlyList<Mover> Movers, IReadOnlyList<StopRow> Stops, IReadOnlyList<SelectionTeaser> Selections);

/// <summary>Reads what moves on the market, in one round trip.</summary>
public sealed class Movers(NpgsqlDataSource db, TimeProvider clock)
{
    private const int Shown = 3;

    // Enough newest orders to name three different KIM on all but the strangest day; on that day fewer are named.
    private const int Looked = 200;

    public async Task<FrontPage> ReadAsync(CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add(ProductCards.Newest());
        batch.Add(
            $"""
            select {Lists.Of(Moved())} as moved, {Lists.Of(Stops([.. River.Stops.Select(stop => stop.District.Value)]))} as stops,
                   {Lists.Of(SelectionBook.Running(null, DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita)))} as selections
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var newest = await reader.RowsAsync(ProductCards.Read, ct);
        await reader.NextResultAsync(ct);
        var beside = (await reader.RowsAsync<Beside>(ct))[0];
        return new(
            Slice<ProductCardRow>.Of(newest, ProductCards.PageSize), Lists.Read<Mover>(beside.Moved), Lists.Read<StopRow>(beside.Stops),
            Lists.Read<SelectionTeaser>(beside.Selections));
    }

    private static Sql Moved() =>
        $"""
        select g.group_id, g.name, g.slug, r.place, r.time_zone, latest.at as completed_at
        from (
            select group_id, max(at) as at
            from (
                select group_id, at
                from ledger_entries
                where metric = {(short)Metric.CompletedOrder} and ended_recorded = 'infinity'
                order by at desc, subject desc
                limit {Looked}
            ) newest
            group by group_id
        ) latest
        join groups g on g.group_id = latest.group_id and g.status = {(short)GroupStatus.Active}
        join app.regions r on r.code = g.seat
        order by latest.at desc
        limit {Shown}
        """;

    // Codes of regions are in collation C, the index on villages is not: without "collate" it would not be used.
    private static Sql Stops(string[] codes) =>
        $"""
        select r.code, r.name,
               (select count(*) from businesses b
                where b.status = 1 and b.village ~>=~ (r.code collate "default")
                  and b.village ~<~ (r.code || '/' collate "default"))::int as businesses
        from app.regions r
        where r.code = any({codes})
        """;

    private sealed record Beside(string? Moved, string? Stops, string? Selections);
}
