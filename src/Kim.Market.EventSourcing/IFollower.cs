using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>Follows the events in the background, each exactly once, in their order in the store.</summary>
public interface IFollower : IReadModel
{
    IReadOnlyCollection<Type> Handles { get; }

    /// <summary>How many events at most make a page.</summary>
    int PageSize => 1000;

    /// <summary>How long it lets events gather before it looks again: a page of many costs little more than a page of one.</summary>
    TimeSpan Rest => TimeSpan.Zero;

    /// <summary>Adds the page's statements to <paramref name="batch"/>; the new position is saved in the same transaction.</summary>
    /// <param name="connection">May be read from: it sees what earlier pages wrote.</param>
    Task ApplyAsync(IReadOnlyList<Recorded> page, NpgsqlConnection connection, NpgsqlBatch batch, CancellationToken ct);
}
