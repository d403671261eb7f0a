using System.Collections;
using Npgsql;
using NpgsqlTypes;

namespace Kim.Market.EventSourcing;

/// <summary>The columns of a table and where their values stand in a row; the first one is the key.</summary>
public sealed class Columns<TRow> : IEnumerable<string>
{
    private readonly List<Column> _columns = [];

    public void Add<TValue>(string name, NpgsqlDbType type, Func<TRow, TValue> value) =>
        _columns.Add(new Column<TValue>(name, type, value));

    public void Add(string name, NpgsqlDbType type, Func<TRow, DateTimeOffset> value) =>
        _columns.Add(new Column<DateTimeOffset>(name, type, row => value(row).ToUniversalTime()));

    public void Add(string name, NpgsqlDbType type, Func<TRow, DateTimeOffset?> value) =>
        _columns.Add(new Column<DateTimeOffset?>(name, type, row => value(row)?.ToUniversalTime()));

    public IEnumerator<string> GetEnumerator() => _columns.Select(column => column.Name).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Bind(TRow row, NpgsqlBatchCommand command)
    {
        foreach (var column in _columns)
        {
            command.Parameters.Add(column.Of(row));
        }
    }

    internal async Task WriteAsync(TRow row, NpgsqlBinaryImporter importer, CancellationToken ct)
    {
        await importer.StartRowAsync(ct);
        foreach (var column in _columns)
        {
            await column.WriteAsync(row, importer, ct);
        }
    }

    private abstract record Column(string Name)
    {
        public abstract NpgsqlParameter Of(TRow row);

        public abstract Task WriteAsync(TRow row, NpgsqlBinaryImporter importer, CancellationToken ct);
    }

    private sealed record Column<TValue>(string Name, NpgsqlDbType Type, Func<TRow, TValue> Value) : Column(Name)
    {
        public override NpgsqlParameter Of(TRow row) =>
            new NpgsqlParameter<TValue> { TypedValue = Value(row), NpgsqlDbType = Type };

        public override Task WriteAsync(TRow row, NpgsqlBinaryImporter importer, CancellationToken ct) =>
            importer.WriteAsync(Value(row), Type, ct);
    }
}
