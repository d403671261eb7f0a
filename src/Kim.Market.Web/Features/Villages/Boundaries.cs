using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Villages;

/// <summary>A region's outline as a map draws it.</summary>
public sealed record BoundaryRow(string Code, string Outline, int West, int North, int East, int South);

/// <summary>Keeps the outlines that the operator has brought.</summary>
public sealed class Boundaries(NpgsqlDataSource db)
{
    /// <summary>The outlines of what lies directly within, of a village its own, for pages that read them beside their own lists.</summary>
    public static Sql Within(RegionCode region) =>
        $"""
        select code, outline, west, north, east, south from app.boundaries
        where (code = {region.Value} and {region.IsVillage()}) or (parent = {region.Value} and not {region.IsVillage()})
        order by code
        limit 200
        """;

    /// <summary>Puts them in place of those of the same regions, all or none.</summary>
    /// <returns>The codes that no region bears; then nothing was written.</returns>
    public async Task<IReadOnlyList<string>> KeepAsync(IReadOnlyList<ReadBoundary> boundaries, CancellationToken ct)
    {
        string[] codes = [.. boundaries.Select(boundary => boundary.Code.Value)];
        var unknown = await db.RowsAsync<string>($"select code from unnest({codes}) code where not exists (select from app.regions r where r.code = code.code)", ct);
        if (unknown.Count > 0)
        {
            return unknown;
        }

        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (var (code, outline) in boundaries)
        {
            batch.Add(
                $"""
                insert into app.boundaries (code, parent, outline, west, north, east, south)
                values ({code.Value}, {code.Parent?.Value}, {outline.Path}, {outline.West}, {outline.North}, {outline.East}, {outline.South})
                on conflict (code) do update
                set outline = excluded.outline, west = excluded.west, north = excluded.north, east = excluded.east, south = excluded.south, loaded_at = now()
                """);
        }

        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
