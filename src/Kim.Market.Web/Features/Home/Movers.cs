using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Results;
using Kim.Market.Web.Features.Villages;
using Npgsql;

namespace Kim.Market.Web.Features.Home;

/// <summary>A KIM one of whose sellers has just completed an order.</summary>
public sealed record Mover(Guid GroupId, string Name, string Slug, string Place, string TimeZone, DateTime CompletedAt);

/// <summary>A kecamatan along the river, and how many UMKM sell there.</summary>
public sealed record StopRow(string Code, string Name, int Businesses);

/// <summary>Reads what moves on the market: who sold last, and who sells where along the river.</summary>
public sealed class Movers(NpgsqlDataSource db)
{
    private const int Shown = 3;

    // Enough newest orders to name three different KIM on all but the strangest day; on that day fewer are named.
    private const int Looked = 200;

    public async Task<(List<Mover> Movers, List<StopRow> Stops)> ReadAsync(CancellationToken ct)
    {
        string[] codes = [.. River.Stops.Select(stop => stop.District.Value)];
        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            select g.group_id, g.name, g.slug, r.place, r.time_zone, latest.at as completed_at
            from (
                select group_id, max(at) as at
                from (
                    select group_id, at
                    from result_rows
                    where metric = {Metric.CompletedOrders}
                    order by at desc, subject desc
                    limit {Looked}
                ) newest
                group by group_id
            ) latest
            join groups g on g.group_id = latest.group_id and g.status = {(short)GroupStatus.Active}
            join app.regions r on r.code = g.seat
            order by latest.at desc
            limit {Shown}
            """);

        // Codes of regions are in collation C, the index on villages is not: without "collate" it would not be used.
        batch.Add(
            $"""
            select r.code, r.name,
                   (select count(*) from businesses b
                    where b.status = 1 and b.village ~>=~ (r.code collate "default")
                      and b.village ~<~ (r.code || '/' collate "default"))::int as businesses
            from app.regions r
            where r.code = any({codes})
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var movers = await reader.RowsAsync<Mover>(ct);
        await reader.NextResultAsync(ct);
        return (movers, await reader.RowsAsync<StopRow>(ct));
    }
}
