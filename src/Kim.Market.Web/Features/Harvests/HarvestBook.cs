using System.Text.Json;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Harvests;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Carts;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>A harvest with the names that belong to it.</summary>
public sealed record NamedHarvest(
    Guid HarvestId, Guid ProductId, string Name, string Slug, string Unit, string? Photo, Guid BusinessId, string Business, string BusinessSlug,
    string Place, string TimeZone, short Status, int Capacity, DateOnly ReadyFrom, DateOnly ReadyUntil, DateTime QueueUntil, int Least, int Most,
    long? Price, int People, int Waiting, int Offered, int Confirmed, int Shelved, int Rest, DateTime AnnouncedAt)
{
    public HarvestStatus State => (HarvestStatus)Status;

    public Zone Zone => Zone.Of(TimeZone);

    /// <summary>One may still join the line.</summary>
    public bool IsQueueing(DateTimeOffset now) => State == HarvestStatus.Announced && now < QueueUntil;
}

/// <summary>A place in a line, for whoever holds its key.</summary>
public sealed record OwnPlace(Guid PlaceId, Guid BuyerId, Guid HarvestId);

/// <summary>A product for which its seller may announce a harvest.</summary>
public sealed record Ripening(Guid ProductId, string Name, string Unit, long? Price, Guid BusinessId, string Business, string TimeZone, int Minimum, bool Running);

/// <summary>Reads harvests: for everybody, for those who hold the key to a place, and for the sellers whose they are.</summary>
public sealed class HarvestBook(NpgsqlDataSource db, Marketplace marketplace)
{
    public const int PageSize = 20;

    private const int MostProducts = 200;

    private static readonly (DateTime At, Guid Id) Newest = (new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Guid.Empty);

    private static readonly SqlPart Columns = SqlPart.Of(
        $"""
        h.harvest_id, p.product_id, p.name, p.slug, p.unit, p.photo, b.business_id, b.name as business, b.slug as business_slug, r.place, r.time_zone,
        h.status, h.capacity, h.ready_from, h.ready_until, h.queue_until, h.least, h.most, h.price, h.people, h.waiting, h.offered, h.confirmed,
        h.shelved, h.rest, h.announced_at
        from harvests h
        join products p on p.product_id = h.product_id
        join businesses b on b.business_id = h.business_id
        join app.regions r on r.code = b.village
        """);

    /// <summary>The harvest of a product that is on a stall, as long as one can queue for it or be offered from it.</summary>
    public Task<NamedHarvest?> RunningAsync(string slug, CancellationToken ct) => db.RowAsync<NamedHarvest>(
        $"""
        select {Columns}
        join groups g on g.group_id = b.group_id
        where p.slug = {slug} and p.status = {(short)ProductStatus.Published} and h.status in ({(short)HarvestStatus.Announced}, {(short)HarvestStatus.Opened})
          and b.status = {(short)BusinessStatus.Open} and g.status = {(short)GroupStatus.Active}
        """, ct);

    /// <summary>Any harvest that was ever announced of something that was ever seen.</summary>
    public Task<NamedHarvest?> PublicAsync(Guid harvest, CancellationToken ct) => db.RowAsync<NamedHarvest>(
        $"select {Columns} where h.harvest_id = {harvest} and p.published_at is not null and b.status <> {(short)BusinessStatus.Registered}", ct);

    /// <summary>The place whose key this is; null for a key that was never given out.</summary>
    public async Task<(OwnPlace Own, NamedHarvest Of, Harvest State)?> OpenAsync(string key, CancellationToken ct)
    {
        if (OrderTokens.HashOf(key) is not { } hash)
        {
            return null;
        }

        await using var batch = db.CreateBatch();
        batch.Add($"select place_id, buyer_id, harvest_id from app.queue_places where hash = {hash}");
        batch.Add($"select {Columns} where h.harvest_id = (select harvest_id from app.queue_places where hash = {hash})");
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var places = await reader.RowsAsync<OwnPlace>(ct);
        await reader.NextResultAsync(ct);
        var harvests = await reader.RowsAsync<NamedHarvest>(ct);
        return places is [var own] && harvests is [var of] ? (own, of, await StateAsync(of.HarvestId, ct)) : null;
    }

    /// <summary>The places behind several keys, for the page of what a browser remembers; keys that open none are passed over.</summary>
    public async Task<IReadOnlyList<KnownPlace>> KnownAsync(IEnumerable<string> keys, CancellationToken ct)
    {
        var hashes = keys.Select(OrderTokens.HashOf).OfType<byte[]>().Take(OrderKeys.Most).ToArray();
        return hashes.Length == 0 ? [] : await db.RowsAsync<KnownPlace>(
            $"""
            select q.hash, p.name, b.name as business, h.status
            from app.queue_places q
            join harvests h on h.harvest_id = q.harvest_id
            join products p on p.product_id = h.product_id
            join businesses b on b.business_id = h.business_id
            where q.hash = any({hashes}) and not exists (select from orders o where o.checkout_id = q.place_id)
            order by h.announced_at desc
            """, ct);
    }

    public async Task<Harvest> StateAsync(Guid harvest, CancellationToken ct) =>
        (await marketplace.LoadAsync<Harvest, HarvestEvent>(new(harvest), ct)).State!;

    /// <summary>What somebody in line is offered, as the till would see it in a cart: at the price of the harvest, and there for them.</summary>
    public async Task<CartLine?> LineAsync(Harvest harvest, QueuePlace place, CancellationToken ct) => await db.RowAsync<CartLine>(
        $"""
        select p.product_id, p.name, p.slug, p.unit, {harvest.Price!.Value.Amount}::bigint as price, p.photo, p.status as product_status,
               {place.Offered}::int as quantity, {place.Offered}::int as available,
               b.business_id, b.name as business, b.slug as business_slug, b.status as business_status, b.pickup_place,
               b.pickup_hours, b.delivery_fee, b.delivery_area, b.rates::text as rates, b.ships, b.ships_how, b.village,
               g.group_id, g.name as "group", g.slug as group_slug, g.status as group_status, p.terms::text, null::date as returns_on, b.codes
        from products p
        join businesses b on b.business_id = p.business_id
        join groups g on g.group_id = b.group_id
        where p.product_id = {harvest.Product.Value}
        """, ct) is { } line
        ? line with { Terms = JsonSerializer.Serialize(line.Had with { Minimum = 1 }, ProductJson.Default.Terms) } // a harvest has a least amount of its own
        : null;

    /// <summary>The harvests of the stalls whose goods the asker works with, the newest first.</summary>
    public async Task<Slice<NamedHarvest>> MineAsync(Asker asker, (DateTime At, Guid Id)? after, CancellationToken ct)
    {
        var (at, id) = after ?? Newest;
        return Slice<NamedHarvest>.Of(
            await db.RowsAsync<NamedHarvest>(
                $"""
                select {Columns}
                where h.business_id in ({Mine(asker)}) and (h.announced_at, h.harvest_id) < ({at}, {id})
                order by h.announced_at desc, h.harvest_id desc limit {PageSize + 1}
                """, ct), PageSize);
    }

    public Task<NamedHarvest?> MineAsync(Asker asker, Guid harvest, CancellationToken ct) => db.RowAsync<NamedHarvest>(
        $"select {Columns} where h.harvest_id = {harvest} and h.business_id in ({Mine(asker)})", ct);

    /// <summary>What the asker may announce a harvest of.</summary>
    public Task<List<Ripening>> RipeningAsync(Asker asker, CancellationToken ct) => db.RowsAsync<Ripening>(
        $"""
        select p.product_id, p.name, p.unit, p.price, b.business_id, b.name as business, r.time_zone, (p.terms ->> 'Minimum')::int as minimum,
               exists (select from harvests h where h.product_id = p.product_id and h.status in ({(short)HarvestStatus.Announced}, {(short)HarvestStatus.Opened})) as running
        from products p
        join businesses b on b.business_id = p.business_id
        join app.regions r on r.code = b.village
        where p.business_id in ({Mine(asker)}) and p.status = {(short)ProductStatus.Published}
        order by (p.terms ->> 'Season') is null, p.name, p.product_id
        limit {MostProducts}
        """, ct);

    private static SqlPart Mine(Asker asker) => SqlPart.Of(
        $"select scope from memberships where member_id = {asker.Scope} and desk = {Desk.Seller} and role <> {nameof(BusinessRole.OrderHelper)}");
}

/// <summary>A place in a line in the list of those a browser has the keys to.</summary>
public sealed record KnownPlace(byte[] Hash, string Name, string Business, short Status);
