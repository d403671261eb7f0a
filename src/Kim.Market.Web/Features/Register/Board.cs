using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.People;
using Npgsql;

namespace Kim.Market.Web.Features.Register;

/// <summary>Somebody on a board.</summary>
/// <param name="Name">Null once it was erased.</param>
public sealed record Seated(Guid SeatId, BoardPost Post, DateOnly? From, DateOnly? Until, string? Name);

/// <summary>The boards as decrees have them. Names are read by a KIM's own people and by the office of its region, and by nobody else.</summary>
public sealed class Board(Marketplace marketplace, Vault vault, NpgsqlDataSource db, TimeProvider clock)
{
    private const string Name = "name";

    public async Task<IReadOnlyList<Seated>> OfAsync(Asker asker, Guid group, CancellationToken ct)
    {
        var rows = await db.RowsAsync<Row>(
            $"""
            select s.seat_id, s.post, s.term_from, s.term_until
            from board_seats s
            join groups g on g.group_id = s.group_id
            where s.group_id = {group} and exists (
                select from memberships m
                where m.member_id = {asker.Scope} and (
                    (m.desk = {Desk.Group} and m.scope = g.group_id)
                    or (m.desk = {Desk.Office} and g.seat || '.' like m.region || '.%')))
            order by s.post, s.taken_at, s.seat_id
            limit {Limits.BoardSeats}
            """, ct);
        var names = await vault.OpenAsync([.. rows.Select(row => row.SeatId)], ct);
        return
        [
            .. rows.Select(row => new Seated(
                row.SeatId, (BoardPost)row.Post, row.TermFrom, row.TermUntil, names[row.SeatId].FirstOrDefault(entry => entry.Field == Name).Value)),
        ];
    }

    /// <summary>The same form sent twice seats nobody twice: its command is the seat. The caller has checked that the KIM is the asker's to change.</summary>
    public Task<Refusal?> SeatAsync(
        Id<Group> group, Guid seat, string name, BoardPost post, DateOnly? from, DateOnly? until, Asker asker, CancellationToken ct)
    {
        if (name.Trim().Length is 0 or > Limits.BuyerName || PublicText.HoldsNumber(name))
        {
            return Task.FromResult<Refusal?>(RegisterRefusals.SeatName);
        }

        return marketplace.TellAsync(
            group, (Group known) => known.Seat(seat, post, from, until, clock.GetUtcNow()), asker.By(seat), ct, () => Vault.Keep(seat, (Name, name.Trim())));
    }

    /// <summary>Who has left is no longer kept by name.</summary>
    public Task<Refusal?> LeaveAsync(Id<Group> group, Guid seat, Asker asker, CancellationToken ct) => marketplace.TellAsync(
        group, (Group known) => known.Leave(seat, clock.GetUtcNow()), asker.By(), ct, () => Vault.Forget(SqlPart.Of($"select {seat}::uuid")));

    private sealed record Row(Guid SeatId, short Post, DateOnly? TermFrom, DateOnly? TermUntil);
}

public static class RegisterRefusals
{
    public static readonly Refusal SeatName = new("register.seat_name", Limits.BuyerName);
}
