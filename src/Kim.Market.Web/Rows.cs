using System.Data.Common;
using Dapper;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web;

/// <summary>Reads rows into records by column name: <c>order_id</c> fills <c>OrderId</c>.</summary>
public static class Rows
{
    static Rows() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    public static async Task<List<T>> RowsAsync<T>(this NpgsqlDataSource db, Sql sql, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add(sql);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        return await reader.RowsAsync<T>(ct);
    }

    /// <summary>As part of the connection's transaction.</summary>
    public static async Task<List<T>> RowsAsync<T>(this NpgsqlConnection connection, Sql sql, CancellationToken ct)
    {
        await using var batch = connection.CreateBatch();
        batch.Add(sql);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        return await reader.RowsAsync<T>(ct);
    }

    public static async Task<T?> RowAsync<T>(this NpgsqlDataSource db, Sql sql, CancellationToken ct)
        where T : class
    {
        await using var batch = db.CreateBatch();
        batch.Add(sql);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? Parser<T>(reader)(reader) : null;
    }

    /// <summary>The rows of the reader's present result; the next result stays for the next call.</summary>
    public static async Task<List<T>> RowsAsync<T>(this NpgsqlDataReader reader, CancellationToken ct)
    {
        var rows = new List<T>();
        if (await reader.ReadAsync(ct))
        {
            var parse = Parser<T>(reader);
            do
            {
                rows.Add(parse(reader));
            }
            while (await reader.ReadAsync(ct));
        }

        return rows;
    }

    /// <summary>Rows whose statement and reader stand together, for lists that are read more often than any other.</summary>
    public static async Task<List<T>> RowsAsync<T>(this NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public static async Task<List<T>> RowsAsync<T>(this NpgsqlDataSource db, Sql sql, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add(sql);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        return await reader.RowsAsync(read, ct);
    }

    /// <summary>A value that may be missing.</summary>
    public static T? Maybe<T>(this NpgsqlDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    public static string? MaybeText(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    // A single value is not a record: it is read as what it is.
    private static Func<DbDataReader, T> Parser<T>(NpgsqlDataReader reader) =>
        typeof(T).IsPrimitive || typeof(T) == typeof(string) || typeof(T) == typeof(Guid) || typeof(T) == typeof(byte[])
            ? static row => row.GetFieldValue<T>(0)
            : reader.GetRowParser<T>();
}
