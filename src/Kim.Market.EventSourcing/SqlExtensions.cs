using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>Runs statements: in a batch, or alone.</summary>
public static class SqlExtensions
{
    public static void Add(this NpgsqlBatch batch, Sql sql) => batch.BatchCommands.Add(sql.ToCommand());

    public static async Task<List<T>> QueryAsync<T>(
        this NpgsqlDataSource db, Sql sql, Func<NpgsqlDataReader, T> map, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.QueryAsync(sql, map, ct);
    }

    public static async Task<List<T>> QueryAsync<T>(
        this NpgsqlConnection connection, Sql sql, Func<NpgsqlDataReader, T> map, CancellationToken ct)
    {
        await using var batch = connection.CreateBatch();
        batch.Add(sql);
        await using var row = await batch.ExecuteReaderAsync(ct);

        var rows = new List<T>();
        while (await row.ReadAsync(ct))
        {
            rows.Add(map(row));
        }

        return rows;
    }

    /// <returns>How many rows it changed.</returns>
    public static async Task<int> ExecuteAsync(this NpgsqlDataSource db, Sql sql, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.ExecuteAsync(sql, ct);
    }

    /// <returns>How many rows it changed.</returns>
    public static async Task<int> ExecuteAsync(this NpgsqlConnection connection, Sql sql, CancellationToken ct)
    {
        await using var batch = connection.CreateBatch();
        batch.Add(sql);
        return await batch.ExecuteNonQueryAsync(ct);
    }
}
