using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Regions;

/// <summary>Makes the region tables say what the files say, in one transaction that readers never wait for.</summary>
public sealed class RegionLoader(NpgsqlDataSource db)
{
    /// <returns>False if the tables already said so.</returns>
    public async Task<bool> LoadAsync(string folder, CancellationToken ct)
    {
        var gazetteer = await Gazetteer.ReadAsync(folder, ct);

        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await LoadedHashAsync(connection, ct) == gazetteer.Hash)
        {
            return false;
        }

        await CopyAsync(connection, gazetteer, ct);
        await ReplaceAsync(connection, gazetteer.Hash, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static async Task<string?> LoadedHashAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);

        // Two programs that start together load one after the other; the second then finds nothing to do.
        batch.Add($"lock table app.region_source in exclusive mode");
        batch.Add($"select hash from app.region_source");
        return (string?)await batch.ExecuteScalarAsync(ct);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, Gazetteer gazetteer, CancellationToken ct)
    {
        await using (var batch = new NpgsqlBatch(connection))
        {
            batch.Add($"create temporary table regions_read (like app.regions) on commit drop");
            batch.Add($"create temporary table successions_read (like app.region_successions) on commit drop");
            await batch.ExecuteNonQueryAsync(ct);
        }

        await using (var regions = await connection.BeginBinaryImportAsync(
            """
            copy regions_read (code, parent, kind, name, word, place, full_place, time_zone)
            from stdin (format binary)
            """, ct))
        {
            foreach (var region in gazetteer.Regions())
            {
                await regions.WriteRowAsync(
                    ct,
                    region.Code.Value,
                    (object?)region.Code.Parent?.Value ?? DBNull.Value,
                    region.Kind.ToString(),
                    region.Name,
                    region.Word,
                    region.PlaceText,
                    region.FullPlaceText,
                    region.TimeZone);
            }

            await regions.CompleteAsync(ct);
        }

        await using var successions = await connection.BeginBinaryImportAsync(
            "copy successions_read (old_code, new_code, name, decree, date) from stdin (format binary)", ct);
        foreach (var succession in gazetteer.Successions)
        {
            await successions.WriteRowAsync(
                ct, succession.Old.Value, succession.New.Value, succession.Name, succession.Decree, succession.Date);
        }

        await successions.CompleteAsync(ct);
    }

    private static async Task ReplaceAsync(NpgsqlConnection connection, string hash, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(
            $"""
            delete from app.regions known
            where not exists (select from regions_read read where read.code = known.code)
            """);
        batch.Add(
            $"""
            update app.regions known
            set parent = read.parent, kind = read.kind, name = read.name, word = read.word,
                place = read.place, full_place = read.full_place, time_zone = read.time_zone
            from regions_read read
            where read.code = known.code and read is distinct from known
            """);
        batch.Add(
            $"""
            insert into app.regions (code, parent, kind, name, word, place, full_place, time_zone)
            select code, parent, kind, name, word, place, full_place, time_zone
            from regions_read read
            where not exists (select from app.regions known where known.code = read.code)
            """);
        batch.Add($"delete from app.region_successions");
        batch.Add(
            $"""
            insert into app.region_successions (old_code, new_code, name, decree, date)
            select old_code, new_code, name, decree, date from successions_read
            """);
        batch.Add(
            $"""
            insert into app.region_source (hash) values ({hash})
            on conflict (only_one) do update set hash = excluded.hash, loaded_at = now()
            """);
        await batch.ExecuteNonQueryAsync(ct);
    }
}
