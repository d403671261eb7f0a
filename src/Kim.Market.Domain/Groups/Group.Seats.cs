using System.Collections.Immutable;

namespace Kim.Market.Domain.Groups;

/// <summary>What somebody does in a KIM according to its decree, whether or not they ever sign in here.</summary>
public enum BoardPost
{
    Patron, Chair, Secretary, Treasurer, Collecting, Processing, Disseminating, Business, Partnership, PublicRelations, Documentation, Member,
}

/// <summary>The board as the decree has it. A seat is an id: whose name stands behind it, the vault keeps for as long as it is taken.</summary>
public sealed partial record Group
{
    /// <summary>Every seat there was, and whether somebody still has it.</summary>
    private ImmutableDictionary<Guid, bool> Seats { get; init; } = ImmutableDictionary<Guid, bool>.Empty;

    /// <param name="until">The last day of the term (masa bakti); null where none was set.</param>
    public Decision<GroupEvent> Seat(Guid seat, BoardPost post, DateOnly? from, DateOnly? until, DateTimeOffset now) =>
        Status is GroupStatus.Dissolved ? GroupRefusals.IsDissolved
        : Status is GroupStatus.Withdrawn ? GroupRefusals.NotInRegister
        : Seats.ContainsKey(seat) ? []
        : until < from ? GroupRefusals.TermTurned
        : Seats.Count(known => known.Value) >= Limits.BoardSeats ? GroupRefusals.TooManySeats
        : [new GroupSeatTaken(seat, post, from, until, now)];

    public Decision<GroupEvent> Leave(Guid seat, DateTimeOffset now) => Seats.GetValueOrDefault(seat) ? [new GroupSeatLeft(seat, now)] : [];

    private Group With(Guid seat, bool isTaken) => this with { Seats = Seats.SetItem(seat, isTaken) };
}
