using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Register;

/// <summary>Writes <c>board_seats</c>.</summary>
public sealed class BoardRows : IProjection
{
    public string Name => "board_seats";

    public string Ddl { get; } = Ddls.Of<BoardRows>();

    public IReadOnlyList<string> Tables { get; } = ["board_seats"];

    public IReadOnlyCollection<Type> Handles { get; } = [typeof(GroupSeatTaken), typeof(GroupSeatLeft)];

    public void Project(Recorded recorded, NpgsqlBatch batch) => batch.Add(recorded.Data switch
    {
        GroupSeatTaken e =>
            $"""
            insert into board_seats (seat_id, group_id, post, term_from, term_until, taken_at)
            values ({e.Seat}, {recorded.Stream}, {(short)e.Post}, {e.From}, {e.Until}, {e.At})
            """,
        GroupSeatLeft e => (Sql)$"delete from board_seats where seat_id = {e.Seat}",
        _ => throw new System.Diagnostics.UnreachableException(),
    });
}
