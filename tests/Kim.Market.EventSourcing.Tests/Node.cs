using Kim.Market.EventSourcing.Tests.Parcels;
using Npgsql;

namespace Kim.Market.EventSourcing.Tests;

/// <summary>One process of several, with its own connections, that follows in the background.</summary>
public sealed class Node : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;

    private Node(string connectionString, IFollower[] followers)
    {
        Db = EventSourcing.Store.DataSource(connectionString);
        Store = new(Db, Parcel.Types(), [], []);
        Followers = new(Db, Store, followers, [Witness]);
        _running = Followers.RunAsync(_end.Token);
    }

    public NpgsqlDataSource Db { get; }

    public EventStore Store { get; }

    public Followers Followers { get; }

    public Witness Witness { get; } = new();

    public static async Task<Node> Start(string connectionString, params IFollower[] followers)
    {
        var node = new Node(connectionString, followers);
        await node.Followers.Ready;
        return node;
    }

    public FollowerState State(IFollower follower) => Followers.States.Single(state => state.Name == follower.Name);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _end.Dispose();
        await Db.DisposeAsync();
    }
}
