using System.Collections.Immutable;

namespace Kim.Market.Domain.Products;

/// <summary>A lower price for a while, and the price it replaces.</summary>
public sealed record Discount(Rupiah Was, DateTimeOffset Until);

/// <content>What it costs, what it cost, and when a price may be called the one before.</content>
public sealed partial record Product
{
    /// <summary>What it costs now, a discount taken off.</summary>
    public Rupiah? Price { get; private init; }

    public Discount? Discount { get; private init; }

    /// <summary>What buyers could pay since when. A draft's price is nobody's price.</summary>
    public ImmutableArray<ShownPrice> Shown { get; private init; } = [];

    /// <summary>What it costs when no discount is on.</summary>
    private Rupiah? Regular { get; init; }

    public Decision<ProductEvent> SetPrice(Rupiah price, DateTimeOffset now) =>
        price == Price && Discount is null ? []
        : price <= Rupiah.Zero || price > Rupiah.Highest ? ProductRefusals.BadPrice
        : [new ProductPriced(price, now)];

    /// <summary>Lowers the price for a while. The price struck through must have held on fourteen of the last thirty days, to the end.</summary>
    public Decision<ProductEvent> Lower(Rupiah price, Rupiah was, DateTimeOffset until, DateTimeOffset now)
    {
        if (Status != ProductStatus.Published)
        {
            return ProductRefusals.DiscountNotShown;
        }

        if (price == Price && Discount == new Discount(was, until))
        {
            return [];
        }

        var held = Shown.InForce(was, now - ShownPrices.Window, now);
        return price <= Rupiah.Zero || price > Rupiah.Highest ? ProductRefusals.BadPrice
            : until <= now ? ProductRefusals.DiscountOver
            : price >= was || price >= Regular ? ProductRefusals.DiscountNotLower
            : held == TimeSpan.Zero ? ProductRefusals.NeverInForce(was)
            : held < ShownPrices.Least ? ProductRefusals.TooShortInForce((int)held.TotalDays)
            : Longest(was, now) is var longest && until > now + longest ? ProductRefusals.DiscountTooLong((int)longest.TotalDays)
            : [new ProductDiscounted(price, was, until, now)];
    }

    /// <summary>Ends a discount, when its time is up or its seller wants to.</summary>
    public Decision<ProductEvent> EndDiscount(DateTimeOffset now) => Discount is null ? [] : [new ProductDiscountEnded(Regular!.Value, now)];

    /// <summary>As long as the struck-through price still held on fourteen of the thirty days before the end.</summary>
    private TimeSpan Longest(Rupiah was, DateTimeOffset now)
    {
        var longest = TimeSpan.Zero;
        for (var next = TimeSpan.FromDays(1); Shown.InForce(was, now + next - ShownPrices.Window, now) >= ShownPrices.Least; next += TimeSpan.FromDays(1))
        {
            longest = next;
        }

        return longest;
    }

    private Product Costs(Rupiah? price, DateTimeOffset at) => this with
    {
        Price = price,
        Shown = Status == ProductStatus.Published ? Shown.Add(new(at, price)) : Shown,
    };

    /// <summary>On the stall, or off it.</summary>
    private Product Stands(ProductStatus status, DateTimeOffset at) => this with
    {
        Status = status,
        Shown = (status == ProductStatus.Published, Shown is [.., { Price: not null }]) switch
        {
            (true, _) => Shown.Add(new(at, Price)),
            (false, true) => Shown.Add(new(at, null)),
            _ => Shown,
        },
    };
}
