using System.Text.RegularExpressions;
using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>The tables of a read model a second time, in a schema of their own where nobody looks.</summary>
internal sealed partial class Shadow : IAsyncDisposable
{
    private const int DifferencesAtMost = 100;

    private readonly NpgsqlConnection _connection;
    private readonly IReadModel _model;
    private readonly string _schema;

    public Shadow(NpgsqlConnection connection, IReadModel model)
    {
        _connection = connection;
        _model = model;
        _schema = $"rebuild_{model.Name}";
        foreach (var name in model.Tables.Prepend(model.Name))
        {
            if (!Identifier().IsMatch(name))
            {
                throw new InvalidOperationException($"'{name}' is no name for a table: lower case and underscores only.");
            }
        }
    }

    public async Task CreateAsync(CancellationToken ct)
    {
        // One that broke off may have left something behind.
        await Script.RunAsync(_connection, $"drop schema if exists {_schema} cascade; create schema {_schema}", ct);
        await using var transaction = await BeginAsync(ct);
        await Script.RunAsync(_connection, _model.Ddl, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>A transaction in which the model's table names mean the shadow's tables.</summary>
    public async Task<NpgsqlTransaction> BeginAsync(CancellationToken ct)
    {
        var transaction = await _connection.BeginTransactionAsync(ct);
        await Script.RunAsync(_connection, $"set local search_path = {_schema}, {Store.SearchPath}", ct);
        return transaction;
    }

    /// <summary>Tells the planner what is in the tables, and that all of it may be read from an index alone: nobody waits for autovacuum to find out.</summary>
    public async Task TidyAsync(CancellationToken ct)
    {
        foreach (var table in _model.Tables)
        {
            await Script.RunAsync(_connection, $"vacuum (analyze) {_schema}.{table}", ct);
        }
    }

    /// <summary>Waits until nobody is writing to the live tables, and keeps it so until the transaction ends.</summary>
    /// <param name="mode">"access exclusive" keeps readers away too, "share" does not.</param>
    public async Task LockLiveAsync(string mode, CancellationToken ct)
    {
        var tables = await LiveTablesAsync(ct);
        if (tables.Count > 0)
        {
            // Shorter than the server's deadlock_timeout: whoever has to give way, it is not a visitor.
            await Script.RunAsync(
                _connection, $"set local lock_timeout = '500ms'; lock table {string.Join(", ", tables)} in {mode} mode", ct);
        }
    }

    /// <summary>Puts the shadow's tables in the place of the live ones.</summary>
    public async Task SwapAsync(CancellationToken ct)
    {
        foreach (var table in await LiveTablesAsync(ct))
        {
            await Script.RunAsync(_connection, $"drop table {table}", ct);
        }

        foreach (var table in _model.Tables)
        {
            await Script.RunAsync(_connection, $"alter table {_schema}.{table} set schema read", ct);
        }

        await _connection.ExecuteAsync(
            $"""
            insert into events.read_models as m (name, fingerprint, tables, built_at)
            values ({_model.Name}, {_model.Fingerprint}, {_model.Tables.ToArray()}, now())
            on conflict (name) do update
            set fingerprint = excluded.fingerprint, tables = excluded.tables, built_at = excluded.built_at
            """,
            ct);
    }

    public async Task<List<Difference>> CompareAsync(CancellationToken ct)
    {
        var differences = new List<Difference>();
        foreach (var table in _model.Tables)
        {
            var key = await KeyAsync(table, ct);
            await using var batch = _connection.CreateBatch();
#pragma warning disable CA2100 // names of tables and columns, checked above or told by the database
            batch.BatchCommands.Add(new(
                $"""
                select coalesce(live.key, shadow.key), live.row, shadow.row
                from (select {key} as key, t::text as row from read.{table} t) live
                full join (select {key} as key, t::text as row from {_schema}.{table} t) shadow on live.key = shadow.key
                where live.row is distinct from shadow.row
                order by 1
                limit {DifferencesAtMost}
                """));
#pragma warning restore CA2100
            await using var row = await batch.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct))
            {
                differences.Add(new(
                    table, row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2)));
            }
        }

        return differences;
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection.State == System.Data.ConnectionState.Open)
        {
            await Script.RunAsync(_connection, $"drop schema if exists {_schema} cascade", CancellationToken.None);
        }
    }

    /// <summary>Those it was built with, which need not be those of today.</summary>
    private Task<List<string>> LiveTablesAsync(CancellationToken ct) => _connection.QueryAsync(
        $"""
        select format('read.%I', t.name)
        from events.read_models m, unnest(m.tables) with ordinality t (name, place)
        where m.name = {_model.Name}
        order by t.place
        """,
        row => row.GetString(0),
        ct);

    private async Task<string> KeyAsync(string table, CancellationToken ct)
    {
        var columns = await _connection.QueryAsync(
            $"""
            select format('t.%I', a.attname)
            from pg_index i
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
            where i.indrelid = to_regclass({$"{_schema}.{table}"}) and i.indisprimary
            order by array_position(i.indkey, a.attnum)
            """,
            row => row.GetString(0),
            ct);
        return columns switch
        {
            [] => throw new InvalidOperationException($"The table {table} has no primary key, so its rows cannot be told apart."),
            [var only] => $"{only}::text",
            _ => $"row({string.Join(", ", columns)})::text",
        };
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]*$")]
    private static partial Regex Identifier();
}
