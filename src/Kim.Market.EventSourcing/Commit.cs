using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>What one transaction writes, in one round trip: events of any number of streams, and what belongs to them.</summary>
public sealed class Commit(Metadata metadata)
{
    private readonly List<Sql> _first = [];
    private readonly List<Appending> _appends = [];
    private readonly List<Func<NpgsqlBatchCommand>> _snapshots = [];
    private readonly List<Sql> _also = [];

    public Metadata Metadata { get; } = metadata;

    internal IReadOnlyList<Sql> Before => _first;

    internal IReadOnlyList<Appending> Appends => _appends;

    internal IReadOnlyList<Func<NpgsqlBatchCommand>> Snapshots => _snapshots;

    internal IReadOnlyList<Sql> After => _also;

    /// <summary>Before everything else: for example a command id, whose unique index makes a double submit harmless.</summary>
    public Commit First(Sql statement)
    {
        _first.Add(statement);
        return this;
    }

    /// <param name="kind">What the stream is, when this is its first event: "order", "product".</param>
    /// <param name="expected">The version decided upon, <see cref="Expected.New"/> or <see cref="Expected.Any"/>.</param>
    /// <param name="history">
    /// The stream's events up to <paramref name="expected"/>; saves reading them again where a view folds them.
    /// </param>
    public Commit Append(
        Guid stream, string kind, long expected, IReadOnlyList<object> events, IReadOnlyList<Recorded>? history = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(expected, Expected.Any);
        if (_appends.Exists(append => append.Stream == stream))
        {
            throw new ArgumentException("A stream is appended to once in a commit.", nameof(stream));
        }

        if (events.Count > 0)
        {
            _appends.Add(new(stream, kind, expected, events, history));
        }

        return this;
    }

    /// <summary>Keeps a state, so that the next load starts there and not at the first event.</summary>
    /// <param name="version">The version the state holds at: already loaded, or the one this commit reaches.</param>
    public Commit Snapshot<T>(Guid stream, long version, T state, SnapshotKind<T> kind)
    {
        _snapshots.Add(() => kind.Keep(stream, version, state));
        return this;
    }

    /// <summary>After everything else: rows of tables that are not projected from events.</summary>
    public Commit Also(Sql statement)
    {
        _also.Add(statement);
        return this;
    }
}

/// <summary>The events that one commit adds to one stream.</summary>
internal sealed record Appending(
    Guid Stream, string Kind, long Expected, IReadOnlyList<object> Events, IReadOnlyList<Recorded>? History)
{
    public bool HasWholeHistory => Expected <= 0
        || (History is { Count: > 0 } && History.Count == Expected && History[^1].Version == Expected);
}
