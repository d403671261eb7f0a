using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>Rows that lay rows of other read models side by side, so that readers need no joins.</summary>
/// <remarks>
/// Their statements run in the commit of an event, behind those of everybody else. They may read the tables they are made
/// of, and only those; a rebuild makes all rows with one statement once the others stand.
/// </remarks>
public interface IJoinedView : IReadModel
{
    IReadOnlyCollection<Type> Handles { get; }

    /// <summary>The read models whose rows it joins: when one of them is rebuilt, so is this.</summary>
    IReadOnlyCollection<string> Sources { get; }

    /// <summary>Adds the statements that draw anew whatever a stream has a part in.</summary>
    /// <param name="happened">What the commit has appended to this one stream, with at least one event that is handled.</param>
    /// <remarks>
    /// Two commits may each change one side of a row. Lock the other side with a statement of its own before it is read:
    /// whoever comes second then sees what the first has written.
    /// </remarks>
    void Refresh(IReadOnlyList<Recorded> happened, NpgsqlBatch batch);

    /// <summary>The statement that fills the empty tables.</summary>
    Sql Fill();
}
