using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>Turns events into changes to its tables, inside the transaction that appends them.</summary>
/// <remarks>
/// A projected event has no <see cref="Recorded.Sequence"/> yet, and with <see cref="Expected.Any"/> no version either.
/// Events of different streams arrive in another order when the table is rebuilt, so their changes must commute.
/// </remarks>
public interface IProjection : IReadModel
{
    IReadOnlyCollection<Type> Handles { get; }

    /// <summary>
    /// Whether a constraint of its tables may refuse a commit. Its statements then run before the events are appended,
    /// so that a refused commit has drawn no sequence number.
    /// </summary>
    bool Guards => false;

    void Project(Recorded recorded, NpgsqlBatch batch);
}
