using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>A commit as the batch it is sent as, once; one Sync makes it one transaction.</summary>
internal sealed class PreparedCommit : IDisposable
{
    private readonly NpgsqlBatch _batch = new();
    private readonly Part[] _parts;
    private readonly Recorded[] _happened;
    private readonly NpgsqlBatchCommand? _insert;

    /// <remarks>
    /// Guards come first, and every stream is moved before any event is inserted: whoever loses has drawn no sequence
    /// number. Guards and streams are locked in the order of the streams' ids, so that two commits cannot deadlock.
    /// </remarks>
    public PreparedCommit(
        Commit commit, Metadata by, IReadOnlyList<Appending> appends, EventTypes types, InlineReadModels inline, DateTimeOffset at,
        IOutbox? outbox)
    {
        _happened = Record(appends, types, by, at);
        _parts = InOrder(appends, _happened);

        Add(commit.Before);
        foreach (var part in _parts)
        {
            inline.Guard(part.Happened, _batch);
        }

        if (EventInserts.CanMove(appends, _happened.Length))
        {
            _insert = EventInserts.Moving(appends[0], types, by, at);
            _parts[0] = _parts[0] with { Move = _insert };
            _batch.BatchCommands.Add(_insert);
        }
        else
        {
            for (var i = 0; i < _parts.Length; i++)
            {
                var move = StreamMoves.Of(_parts[i].Append, at);
                _parts[i] = _parts[i] with { Move = move };
                _batch.BatchCommands.Add(move);
            }
        }

        if (_happened.Length > 0 && _insert is null)
        {
            _insert = EventInserts.Of(appends, _happened.Length, types, by, at);
            _batch.BatchCommands.Add(_insert);
        }

        foreach (var part in _parts)
        {
            inline.Project(part.Happened, _batch);
        }

        foreach (var part in _parts)
        {
            inline.View(part.Append, part.Happened, _batch);
        }

        foreach (var part in _parts)
        {
            inline.Join(part.Happened, _batch);
        }

        foreach (var snapshot in commit.Snapshots)
        {
            _batch.BatchCommands.Add(snapshot());
        }

        Add(commit.After);
        if (_happened.Length > 0 && outbox?.Write(_happened, commit.Metadata) is { } row)
        {
            _batch.Add(row);
        }
    }

    /// <returns>The events with the sequence and the version they were stored with.</returns>
    public async Task<IReadOnlyList<Recorded>> ExecuteAsync(NpgsqlDataSource db, CancellationToken ct)
    {
        if (_batch.BatchCommands.Count == 0)
        {
            return [];
        }

        await using var connection = await db.OpenConnectionAsync(ct);
        _batch.Connection = connection;
        await using var row = await _batch.ExecuteReaderAsync(ct);
        var recorded = new Recorded[_happened.Length];
        do
        {
            // Other statements may return rows as well.
            if (row.FieldCount != 2 || row.GetName(0) != EventInserts.Appended)
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
        if (_insert is not null && failure.BatchCommand == _insert && EventInserts.IsRefusal(failure))
        {
            return _parts[0].Append;
        }

        var failed = Array.Find(_parts, part => part.Move == failure.BatchCommand);
        return StreamMoves.IsRefusal(failure) ? failed.Append : null;
    }

    public void Dispose() => _batch.Dispose();

    private static Recorded[] Record(IReadOnlyList<Appending> appends, EventTypes types, Metadata metadata, DateTimeOffset at)
    {
        var happened = new Recorded[appends.Sum(append => append.Events.Count)];
        var people = metadata.At is null ? metadata : metadata with { At = null };
        var next = 0;
        foreach (var append in appends)
        {
            for (var i = 0; i < append.Events.Count; i++)
            {
                var data = append.Events[i];
                var version = append.Expected == Expected.Any ? 0 : append.Expected + i + 1;
                happened[next++] = new(Sequence: 0, append.Stream, version, at, types.NameOf(data.GetType()), data, people);
            }
        }

        return happened;
    }

    private static Part[] InOrder(IReadOnlyList<Appending> appends, Recorded[] happened)
    {
        var parts = new Part[appends.Count];
        var start = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = new(appends[i], new(happened, start, appends[i].Events.Count), Move: null);
            start += appends[i].Events.Count;
        }

        Array.Sort(parts, static (a, b) => a.Append.Stream.CompareTo(b.Append.Stream));
        return parts;
    }

    private void Add(IReadOnlyList<Sql> statements)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            _batch.Add(statements[i]);
        }
    }

    private readonly record struct Part(Appending Append, ArraySegment<Recorded> Happened, NpgsqlBatchCommand? Move);
}
