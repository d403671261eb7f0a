using Npgsql;
using NpgsqlTypes;

namespace Kim.Market.EventSourcing;

/// <summary>A stream view written as a row record, a list of columns and a pure fold.</summary>
public abstract class StreamView<TRow> : IStreamView
    where TRow : class
{
    private readonly Lazy<string> _upsert;
    private readonly Lazy<string> _delete;
    private readonly Lazy<string> _copy;

    protected StreamView()
    {
        _upsert = new(() =>
            $"insert into {Table} ({string.Join(", ", Columns)}) "
            + $"values ({string.Join(", ", Columns.Select((_, at) => $"${at + 1}"))}) "
            + $"on conflict ({Columns.First()}) do update "
            + $"set {string.Join(", ", Columns.Skip(1).Select(name => $"{name} = excluded.{name}"))}");
        _delete = new(() => $"delete from {Table} where {Columns.First()} = $1");
        _copy = new(() => $"copy {Table} ({string.Join(", ", Columns)}) from stdin (format binary)");
    }

    public abstract string Name { get; }

    public virtual int Version => 1;

    public abstract string Kind { get; }

    public abstract string Ddl { get; }

    public virtual string Table => Name;

    public IReadOnlyList<string> Tables => [Table];

    /// <summary>The key first: it holds the stream's id.</summary>
    protected abstract Columns<TRow> Columns { get; }

    /// <summary>The row after an event; null for a stream that has no row (yet, or any more).</summary>
    protected abstract TRow? Evolve(TRow? row, Recorded recorded);

    public void Project(IReadOnlyList<Recorded> history, IReadOnlyList<Recorded> happened, NpgsqlBatch batch)
    {
        var row = Fold(Fold(null, history), happened);
#pragma warning disable CA2100 // names of a table and its columns, from our own source
        var command = new NpgsqlBatchCommand(row is null ? _delete.Value : _upsert.Value);
#pragma warning restore CA2100
        if (row is null)
        {
            var stream = happened[0].Stream;
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = stream, NpgsqlDbType = NpgsqlDbType.Uuid });
        }
        else
        {
            Columns.Bind(row, command);
        }

        batch.BatchCommands.Add(command);
    }

    public async Task CopyAsync(IAsyncEnumerable<Recorded> events, NpgsqlConnection connection, CancellationToken ct)
    {
        await using var importer = await connection.BeginBinaryImportAsync(_copy.Value, ct);
        var stream = Guid.Empty;
        TRow? row = null;
        await foreach (var recorded in events.WithCancellation(ct))
        {
            if (recorded.Stream != stream)
            {
                await WriteAsync(row, importer, ct);
                stream = recorded.Stream;
                row = null;
            }

            row = Evolve(row, recorded);
        }

        await WriteAsync(row, importer, ct);
        await importer.CompleteAsync(ct);
    }

    private async Task WriteAsync(TRow? row, NpgsqlBinaryImporter importer, CancellationToken ct)
    {
        if (row is not null)
        {
            await Columns.WriteAsync(row, importer, ct);
        }
    }

    private TRow? Fold(TRow? row, IReadOnlyList<Recorded> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            row = Evolve(row, events[i]);
        }

        return row;
    }
}
