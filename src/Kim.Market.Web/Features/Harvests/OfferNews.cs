using Kim.Market.Domain.Harvests;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Notices;
using Npgsql;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>Whoever stands in a line and asked to be told hears, once, that it is their turn, and only as long as it is.</summary>
public sealed class OfferNews(NpgsqlDataSource db, HarvestBook book, TimeProvider clock)
{
    /// <summary>
    /// A row for the outbox of each place that a commit offers something to and that can be told. An opening offers to a whole line, so
    /// these are not cut off as what comes in bulk is.
    /// </summary>
    public static SqlPart? Told(IReadOnlyList<Recorded> happened, Metadata by)
    {
        var places = happened.Select(recorded => recorded.Data).OfType<HarvestOffered>().Select(offer => offer.Place.Value).ToArray();
        return places.Length == 0 ? null : SqlPart.Of(
            $"""
            select {(short)NoticeKind.HarvestOffered}::smallint, q.place_id, {happened[0].Timestamp}::timestamptz, {by.Actor}::uuid
            from app.queue_places q
            where q.place_id = any({places}) and exists (select from app.subscriptions s where s.owner_id = q.buyer_id and s.confirmed_at is not null)
            """);
    }

    /// <summary>Every browser and mailbox of those whose turn it is among these.</summary>
    /// <param name="taken">The table of what was taken from the outbox.</param>
    public static SqlPart Waiting(SqlPart taken) => SqlPart.Of(
        $"""
        select s.id, s.channel, t.kind, t.stream, t.at, p.name, b.village, t.stream, b.name, p.slug
        from ({taken}) t
        join app.queue_places q on q.place_id = t.stream
        join harvests h on h.harvest_id = q.harvest_id
        join products p on p.product_id = h.product_id
        join businesses b on b.business_id = h.business_id
        join app.subscriptions s on s.owner_id = q.buyer_id and s.confirmed_at is not null
        where t.kind = {(short)NoticeKind.HarvestOffered}
        """);

    /// <summary>Until when the offer to a place stands; null where it stands no more, so that nobody is told of a turn that has passed.</summary>
    public async Task<DateTimeOffset?> UntilAsync(Guid place, CancellationToken ct) =>
        await db.RowsAsync<Guid>($"select harvest_id from app.queue_places where place_id = {place}", ct) is [var harvest]
        && (await book.StateAsync(harvest, ct)).PlaceOf(new(place)) is { State: PlaceState.Offered, Until: { } until } && clock.GetUtcNow() < until
            ? until
            : null;
}
