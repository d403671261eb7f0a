using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Carts;

/// <summary>Reads and writes carts. Only their holder's cookie names one; an unknown id is simply an empty cart.</summary>
public sealed class CartLines(NpgsqlDataSource db)
{
    /// <summary>Puts more of a published product into the cart. False when the product is unknown or the cart is full.</summary>
    public async Task<bool> AddAsync(Guid cart, string slug, int quantity, CancellationToken ct) => (await db.RowsAsync<Guid>(
        $"""
        insert into app.cart_lines as l (cart_id, product_id, quantity)
        select {cart}, product_id, {quantity} from products
        where slug = {slug} and status = 1
          and (exists (select from app.cart_lines x where x.cart_id = {cart} and x.product_id = products.product_id)
               or (select count(*) from app.cart_lines x where x.cart_id = {cart}) < {Limits.CartLines})
        on conflict (cart_id, product_id) do update set quantity = least(l.quantity + excluded.quantity, {Limits.Quantity})
        returning product_id
        """, ct)).Count > 0;

    /// <summary>The same, for those who know the product by its id.</summary>
    public async Task<bool> AddAsync(Guid cart, Id<Product> product, int quantity, CancellationToken ct) => (await db.RowsAsync<string>(
        $"select slug from products where product_id = {product.Value}", ct)).SingleOrDefault() is { } slug
        && await AddAsync(cart, slug, quantity, ct);

    /// <summary>
    /// Puts what somebody had ordered before into the cart: at least as many as then, and no more however often it is pressed. Tells which
    /// of it is in now; what is off the stalls, or one kind too many, is not.
    /// </summary>
    public async Task<IReadOnlySet<Guid>> AddAgainAsync(Guid cart, IReadOnlyList<(Guid Product, int Quantity)> wanted, CancellationToken ct) => (await db.RowsAsync<Guid>(
        $"""
        insert into app.cart_lines as l (cart_id, product_id, quantity)
        select {cart}, p.product_id, again.quantity
        from unnest({wanted.Select(line => line.Product).ToArray()}, {wanted.Select(line => line.Quantity).ToArray()}) with ordinality as again (product_id, quantity, place)
        join products p on p.product_id = again.product_id and p.status = 1
        left join app.cart_lines there on there.cart_id = {cart} and there.product_id = p.product_id
        order by there.product_id is null, again.place
        limit greatest(0, {Limits.CartLines} - (
            select count(*) from app.cart_lines x where x.cart_id = {cart} and x.product_id <> all({wanted.Select(line => line.Product).ToArray()})))
        on conflict (cart_id, product_id) do update set quantity = greatest(l.quantity, excluded.quantity)
        returning product_id
        """, ct)).ToHashSet();

    /// <summary>Sets how many of a product the cart holds; zero takes it out.</summary>
    public Task SetAsync(Guid cart, Guid product, int quantity, CancellationToken ct) => db.ExecuteAsync(
        quantity <= 0
            ? (Sql)$"delete from app.cart_lines where cart_id = {cart} and product_id = {product}"
            : $"""
              update app.cart_lines set quantity = least({quantity}, {Limits.Quantity})
              where cart_id = {cart} and product_id = {product}
              """, ct);

    /// <summary>Everything in the cart as it is today, grouped as it will be shown: by KIM, then by seller.</summary>
    public Task<List<CartLine>> LinesAsync(Guid cart, CancellationToken ct) => db.RowsAsync<CartLine>(Lines(cart), ct);

    /// <summary>All that a line tells of <c>p</c>roducts, and where that stands.</summary>
    /// <param name="quantity">How many were asked for.</param>
    public static SqlPart Sold(SqlPart quantity) => SqlPart.Of(
        $"""
        p.product_id, p.name, p.slug, p.unit, coalesce(p.price, 0) as price, p.photo, p.status as product_status,
        {quantity} as quantity, s.on_hand - s.reserved as available,
        b.business_id, b.name as business, b.slug as business_slug, b.status as business_status, b.pickup_place,
        b.pickup_hours, b.delivery_fee, b.delivery_area, b.rates::text as rates, b.ships, b.ships_how, b.village,
        g.group_id, g.name as "group", g.slug as group_slug, g.status as group_status, p.terms::text, p.returns_on, b.codes
        from products p
        join stock_levels s on s.product_id = p.product_id
        join businesses b on b.business_id = p.business_id
        join groups g on g.group_id = b.group_id
        """);

    /// <summary>The statement behind <see cref="LinesAsync"/>, for those who read more in the same round trip.</summary>
    public static Sql Lines(Guid cart) =>
        $"""
        select {Sold(SqlPart.Of($"l.quantity"))}
        join app.cart_lines l on l.product_id = p.product_id
        where l.cart_id = {cart}
        order by g.name, b.name, l.added_at, p.product_id
        """;

    /// <summary>Takes what was ordered out of the cart, in the transaction that places the orders.</summary>
    public static Sql Empty(Guid cart, Guid[] products) =>
        $"delete from app.cart_lines where cart_id = {cart} and product_id = any({products})";

    /// <summary>
    /// Refuses the transaction that places the orders (<see cref="Constraints.StillSold"/>) unless all of this can still be had. Whoever takes
    /// goods off a stall, closes it or suspends its KIM waits for that transaction, or is waited for: nothing is sold afterwards.
    /// </summary>
    public static Sql StillSold(Guid[] products) =>
        $"""
        select app.require(count(*) = {products.Length}, {Constraints.StillSold})
        from (
            select
            from products p
            join businesses b on b.business_id = p.business_id
            join groups g on g.group_id = b.group_id
            where p.product_id = any({products}) and p.status = {(short)ProductStatus.Published} and b.status = {(short)BusinessStatus.Open}
              and g.status = {(short)GroupStatus.Active}
            for share of p, b, g
        ) sold
        """;
}
