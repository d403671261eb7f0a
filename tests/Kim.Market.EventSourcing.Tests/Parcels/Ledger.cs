using Npgsql;

namespace Kim.Market.EventSourcing.Tests.Parcels;

/// <summary>Writes every scan down once, in the background: a second time, its key would refuse.</summary>
public sealed class Ledger(string name) : IFollower
{
    public string Name => name;

    public int Version { get; init; } = 1;

    public int PageSize { get; init; } = 50;

    public TimeSpan Rest { get; init; }

    public IReadOnlyCollection<Type> Handles { get; } = [typeof(ParcelScanned)];

    public IReadOnlyList<string> Tables => [name];

    public string Ddl => $"create table {name} (seq_id bigint primary key, town text not null)";

    /// <summary>What happens before a page is written.</summary>
    public Func<IReadOnlyList<Recorded>, Task> Before { get; set; } = _ => Task.CompletedTask;

    public async Task ApplyAsync(
        IReadOnlyList<Recorded> page, NpgsqlConnection connection, NpgsqlBatch batch, CancellationToken ct)
    {
        await Before(page);
        var (sequences, towns) = (page.Select(e => e.Sequence).ToArray(), page.Select(e => ((ParcelScanned)e.Data).Town).ToArray());
        var command = new NpgsqlBatchCommand($"insert into {name} select * from unnest($1, $2)");
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = sequences });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = towns });
        batch.BatchCommands.Add(command);
    }
}
