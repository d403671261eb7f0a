using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>How the rows of one kind of read model are made of the events again.</summary>
internal abstract class Replay
{
    /// <summary>Everything that can be seen.</summary>
    protected const long Everything = long.MaxValue;

    protected const int PageSize = 1000;

    public static Replay Of(IReadModel model, NpgsqlDataSource db, EventStore store) => model switch
    {
        IStreamView view => new ViewReplay(view, db, store.Queries),
        IProjection projection => new ProjectionReplay(projection, store),
        IJoinedView joined => new JoinReplay(joined),
        IFollower follower => new FollowerReplay(follower, store),
        _ => throw new ArgumentException($"{model.Name} is of no kind that can be rebuilt.", nameof(model)),
    };

    /// <summary>How far the rows may be built while the live ones are being written.</summary>
    public abstract Task<long> ReachAsync(NpgsqlConnection connection, HighWater highWater, CancellationToken ct);

    /// <summary>How far they have to be built once the live ones are locked.</summary>
    public abstract Task<long> EndAsync(NpgsqlConnection connection, CancellationToken ct);

    /// <summary>How many events that is.</summary>
    public abstract Task<long> CountAsync(NpgsqlConnection connection, long upTo, CancellationToken ct);

    /// <summary>Applies some of the next events in the current transaction.</summary>
    /// <param name="applied">Is told how many events have been applied.</param>
    /// <returns>The position reached.</returns>
    public abstract Task<long> StepAsync(
        NpgsqlConnection connection, long after, long upTo, Action<int> applied, CancellationToken ct);
}
