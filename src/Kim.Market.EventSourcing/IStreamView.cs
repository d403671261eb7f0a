using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>A table with one row for each stream of a kind, folded from that stream alone.</summary>
public interface IStreamView : IReadModel
{
    /// <summary>The kind of the streams it shows.</summary>
    string Kind { get; }

    /// <summary>Writes the row of one stream as it is after all these events.</summary>
    void Project(IReadOnlyList<Recorded> history, IReadOnlyList<Recorded> happened, NpgsqlBatch batch);

    /// <summary>Fills the empty table from events that come stream by stream.</summary>
    Task CopyAsync(IAsyncEnumerable<Recorded> events, NpgsqlConnection connection, CancellationToken ct);
}
