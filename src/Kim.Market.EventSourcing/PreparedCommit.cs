using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>A commit as the batch it is sent as; one Sync makes it one transaction.</summary>
internal sealed class PreparedCommit : IDisposable
{
    private readonly NpgsqlBatch _batch = new();
    private readonly Dictionary<NpgsqlBatchCommand, Appending> _moves = [];
    private readonly List<Recorded> _happened = [];
    private readonly NpgsqlBatchCommand? _insert;

    /// <remarks>
    /// Guards come first, and every stream is moved before any event is inserted: whoever loses has drawn no sequence
    /// number. Guards and streams are locked in the order of the streams' ids, so that two commits cannot deadlock.
    /// </remarks>
    public PreparedCommit(
        Commit commit, IReadOnlyList<Appending> appends, EventTypes types, InlineReadModels inline, DateTimeOffset at)
    {
        var parts = new List<Part>(appends.Count);
        foreach (var append in appends)
        {
            parts.Add(new(append, Record(append, types, commit.Metadata with { At = null }, at)));
            _happened.AddRange(parts[^1].Happened);
        }

        parts.Sort(static (a, b) => a.Append.Stream.CompareTo(b.Append.Stream));

        Add(commit.Before);
        Project(parts, inline.Guard);
        Move(parts, at);
        if (_happened.Count > 0)
        {
            _insert = Statements.Insert(appends, _happened.Count, types, commit.Metadata, at);
            _batch.BatchCommands.Add(_insert);
        }

        Project(parts, inline.Project);
        foreach (var (append, happened) in parts)
        {
            inline.View(append, happened, _batch);
        }

        Add(commit.Snapshots);
        Add(commit.After);
    }

    /// <returns>The events with the sequence and the version they were stored with.</returns>
    public async Task<IReadOnlyList<Recorded>> ExecuteAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        if (_batch.BatchCommands.Count == 0)
        {
            return [];
        }

        _batch.Connection = connection;
        await using var row = await _batch.ExecuteReaderAsync(ct);
        var recorded = new Recorded[_happened.Count];
        do
        {
            // Other statements may return rows as well.
            if (row.FieldCount != 2 || row.GetName(0) != Statements.Appended)
            {
                continue;
            }

            for (var i = 0; await row.ReadAsync(ct); i++)
            {
                recorded[i] = _happened[i] with { Sequence = row.GetInt64(0), Version = row.GetInt64(1) };
            }
        }
        while (await row.NextResultAsync(ct));

        return recorded;
    }

    /// <summary>The append that failed because its stream had moved; null when something else failed.</summary>
    public Appending? FailedAppend(PostgresException failure)
    {
        if (failure.BatchCommand is not NpgsqlBatchCommand command)
        {
            return null;
        }

        if (_moves.TryGetValue(command, out var append))
        {
            return failure.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.NotNullViolation ? append : null;
        }

        // Only a foreign writer, which does not lock the stream first, can still take a version from us.
        return command == _insert && failure.SqlState == PostgresErrorCodes.UniqueViolation ? _moves.Values.First() : null;
    }

    public void Dispose() => _batch.Dispose();

    private static Recorded[] Record(Appending append, EventTypes types, Metadata metadata, DateTimeOffset at)
    {
        var happened = new Recorded[append.Events.Count];
        for (var i = 0; i < happened.Length; i++)
        {
            var data = append.Events[i];
            var version = append.Expected == Expected.Any ? 0 : append.Expected + i + 1;
            happened[i] = new(Sequence: 0, append.Stream, version, at, types.NameOf(data.GetType()), data, metadata);
        }

        return happened;
    }

    private void Move(List<Part> parts, DateTimeOffset at)
    {
        foreach (var (append, _) in parts)
        {
            var move = Statements.Move(append, at);
            _moves.Add(move, append);
            _batch.BatchCommands.Add(move);
        }
    }

    private void Add(IReadOnlyList<Sql> statements)
    {
        foreach (var statement in statements)
        {
            _batch.Add(statement);
        }
    }

    private void Project(List<Part> parts, Action<Recorded, NpgsqlBatch> project)
    {
        foreach (var (_, happened) in parts)
        {
            foreach (var recorded in happened)
            {
                project(recorded, _batch);
            }
        }
    }

    private readonly record struct Part(Appending Append, Recorded[] Happened);
}
