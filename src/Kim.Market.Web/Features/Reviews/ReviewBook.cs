using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Reviews;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Npgsql;

namespace Kim.Market.Web.Features.Reviews;

/// <summary>A line that its buyer may review, and what they said so far.</summary>
public sealed record ReviewLine(
    Guid OrderId, Guid ProductId, string Name, string Business, short Status, Guid GroupId, string? Tariff, short? Stars, string? Body, string? Answer, short? Hidden);

/// <summary>A review for whoever wrote it to take along.</summary>
public sealed record OwnReview(Guid OrderId, Guid ProductId, short Stars, string Body, DateTime GivenAt);

/// <summary>A review at a desk: the stall's, which replies, or the KIM's, which hides.</summary>
public sealed record DeskReview(
    Guid ReviewId, Guid BusinessId, string Business, string Product, string Slug, short Stars, string Body, string? Answer, short? Hidden, string? HiddenNote,
    DateTime GivenAt, string TimeZone)
{
    public HidingReason? Why => (HidingReason?)Hidden;
}

/// <summary>The product that reviews are about.</summary>
public sealed record ReviewedProduct(Guid ProductId, string Name, string Slug, string Business, string BusinessSlug, string TimeZone, string Summary)
{
    public ReviewSummary All => ReviewSummary.Read(Summary);
}

/// <summary>Reads and takes down reviews; every statement draws the line of who may.</summary>
public sealed class ReviewBook(NpgsqlDataSource db, Marketplace market, TimeProvider clock)
{
    public const int PageSize = 10;

    private static readonly DateTime Newest = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>What a product's buyers said, a page at a time; null when nobody ever saw such a product.</summary>
    public async Task<(ReviewedProduct Product, Slice<ShownReview> Reviews)?> OfProductAsync(string slug, string? after, CancellationToken ct)
    {
        var (at, id) = Key(after);
        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            select p.product_id, p.name, p.slug, b.name as business, b.slug as business_slug, r.time_zone, {ReviewSummary.OfProduct} as summary
            from products p join businesses b on b.business_id = p.business_id join app.regions r on r.code = b.village
            where p.slug = {slug} and p.published_at is not null and b.status <> {(short)BusinessStatus.Registered}
            """);
        batch.Add(
            $"""
            select {ShownReview.Columns}
            from reviews v
            where v.product_id = (select product_id from products where slug = {slug}) and (v.given_at, v.review_id) < ({at}, {id})
            order by v.given_at desc, v.review_id desc limit {PageSize + 1}
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var found = await reader.RowsAsync<ReviewedProduct>(ct);
        await reader.NextResultAsync(ct);
        var reviews = await reader.RowsAsync<ShownReview>(ct);
        return found is [var product] ? (product, Slice<ShownReview>.Of(reviews, PageSize)) : null;
    }

    /// <summary>The lines of an order, for who holds the buyer's own key.</summary>
    public async Task<IReadOnlyList<ReviewLine>> LinesAsync(string token, Guid order, CancellationToken ct) => OrderTokens.HashOf(token) is { } hash
        ? await db.RowsAsync<ReviewLine>(
            $"""
            select o.order_id, (l ->> 'Product')::uuid as product_id, l ->> 'Name' as name, b.name as business, o.status, o.group_id, o.tariff,
                   v.stars, v.body, v.answer, v.hidden
            from app.order_tokens t
            join orders o on o.checkout_id = t.checkout_id
            join businesses b on b.business_id = o.business_id
            cross join lateral jsonb_array_elements(o.lines) with ordinality as line (l, place)
            left join reviews v on v.order_id = o.order_id and v.product_id = (l ->> 'Product')::uuid
            where t.hash = {hash} and t.order_id is null and o.order_id = {order}
            order by line.place
            """, ct)
        : [];

    /// <summary>What was said of these orders. Whose they are, the caller has asked.</summary>
    public async Task<ILookup<Guid, OwnReview>> OfOrdersAsync(Guid[] orders, CancellationToken ct) => (await db.RowsAsync<OwnReview>(
        $"select v.order_id, v.product_id, v.stars, v.body, v.given_at from reviews v where v.order_id = any({orders}) order by v.given_at", ct))
        .ToLookup(review => review.OrderId);

    /// <summary>The first line of an order, for whoever knows which it is.</summary>
    internal async Task<ReviewLine?> LineAsync(Guid order, CancellationToken ct) => await db.RowAsync<ReviewLine>(
        $"""
        select o.order_id, (o.lines -> 0 ->> 'Product')::uuid as product_id, '' as name, '' as business, o.status, o.group_id, o.tariff,
               null::smallint as stars, null as body, null as answer, null::smallint as hidden
        from orders o where o.order_id = {order}
        """, ct);

    /// <summary>What a buyer thinks of a line that the caller has found to be theirs.</summary>
    public async Task<Refusal?> GiveAsync(ReviewLine line, int stars, string text, Metadata by, CancellationToken ct, DateTimeOffset? at = null)
    {
        var (order, product) = (new Id<Order>(line.OrderId), new Id<Product>(line.ProductId));
        var bought = (await market.LoadAsync<Order, OrderEvent>(order, ct)).State!;
        var id = Review.Of(order, product);
        var now = at ?? clock.GetUtcNow();
        Decision<ReviewEvent> Said(Review? known) => Review.Give(known, bought, product, new(line.GroupId), DistrictOf(line.Tariff), stars, text, now);
        return (await market.LoadAsync<Review, ReviewEvent>(id, ct)).State is null
            ? await BeginAsync(id, Said(null), by, ct) ?? null
            : await market.TellAsync(id, (Review known) => Said(known), by, ct);
    }

    /// <summary>What was said of the stalls of the asker, or of those of their KIM, the newest first.</summary>
    public async Task<Slice<DeskReview>> AtAsync(Asker asker, string desk, string? after, CancellationToken ct)
    {
        var (at, id) = Key(after);
        return Slice<DeskReview>.Of(
            await db.RowsAsync<DeskReview>(
                $"""
                select v.review_id, v.business_id, b.name as business, p.name as product, p.slug, v.stars, v.body, v.answer, v.hidden, v.hidden_note, v.given_at, r.time_zone
                from reviews v
                join businesses b on b.business_id = v.business_id
                join products p on p.product_id = v.product_id
                join app.regions r on r.code = b.village
                where {Mine(asker, desk)} and (v.given_at, v.review_id) < ({at}, {id})
                order by v.given_at desc, v.review_id desc limit {PageSize + 1}
                """, ct),
            PageSize);
    }

    /// <summary>Tells a review what somebody at this desk decided; false when it is none of theirs.</summary>
    public async Task<Guid?> FindAsync(Asker asker, string desk, Guid review, CancellationToken ct) =>
        await db.RowsAsync<Guid>($"select v.business_id from reviews v where v.review_id = {review} and {Mine(asker, desk)}", ct) is [var business] ? business : null;

    public Task<Refusal?> TellAsync(Guid review, Func<Review, DateTimeOffset, Decision<ReviewEvent>> decide, Metadata by, CancellationToken ct) =>
        market.TellAsync(new Id<Review>(review), (Review known) => decide(known, clock.GetUtcNow()), by, ct);

    private static SqlPart Mine(Asker asker, string desk) => desk == Desk.Seller
        ? SqlPart.Of(
            $"""
            v.business_id in (
                select scope from memberships where member_id = {asker.Scope} and desk = {Desk.Seller}
                  and role in ({nameof(BusinessRole.Owner)}, {nameof(BusinessRole.Staff)}))
            """)
        : SqlPart.Of(
            $"""
            v.group_id in (
                select scope from memberships where member_id = {asker.Scope} and desk = {Desk.Group}
                  and role in ({nameof(GroupRole.Chair)}, {nameof(GroupRole.Curator)}))
            """);

    // Sent twice at the same moment: the second finds the stream there, and what it says holds already.
    private async Task<Refusal?> BeginAsync(Id<Review> id, Decision<ReviewEvent> decision, Metadata by, CancellationToken ct)
    {
        try
        {
            return await market.BeginAsync(id, decision, by, ct);
        }
        catch (StreamMovedException) when (decision is [ReviewGiven given])
        {
            return await market.TellAsync(id, (Review known) => known.Change(given.Stars, given.Text, given.At), by, ct);
        }
    }

    private static RegionCode? DistrictOf(string? tariff) =>
        tariff is not null && RegionCode.TryParse(tariff, null, out var place) && place.Value.Split('.') is [var province, var regency, var district, ..]
            ? RegionCode.Parse($"{province}.{regency}.{district}")
            : null;

    private static (DateTime At, Guid Id) Key(string? after) =>
        Cursor.TryRead(after, out DateTime at, out var id) ? (at, id) : (Newest, Guid.Empty);
}
