namespace Kim.Market.Domain.Products;

/// <content>Setting it to what it would be without something that was undone.</content>
public sealed partial record Product
{
    /// <summary>The events that make this product like another of its states; null stands for never having been listed.</summary>
    public Decision<ProductEvent> Become(Product? target, DateTimeOffset now) =>
        target is null ? [.. Archive(now)] : [.. Said(target, now), .. Offered(target, now), .. Priced(target, now), .. Pictured(target, now), .. Placed(target, now)];

    /// <summary>As two looks at the same product compare: all that its seller, its KIM and buyers can tell apart.</summary>
    public bool IsLike(Product other) =>
        Face == other.Face && Terms == other.Terms && Story == other.Story && Family == other.Family && Option == other.Option && Price == other.Price && Discount == other.Discount && Status == other.Status
        && Photos.SequenceEqual(other.Photos) && (Status != ProductStatus.Returned || Fixes.SequenceEqual(other.Fixes));

    private IEnumerable<ProductEvent> Archive(DateTimeOffset now) => Status switch
    {
        ProductStatus.Archived => [],
        ProductStatus.Published => [new ProductWithdrawn(now), new ProductArchived(now)],
        _ => [new ProductArchived(now)],
    };

    private IEnumerable<ProductEvent> Said(Product target, DateTimeOffset now) => target.Face is var (name, category, unit, content, about) && target.Face != Face
        ? [new ProductDescribed(name, category, unit, content, about, now)]
        : [];

    private IEnumerable<ProductEvent> Offered(Product target, DateTimeOffset now)
    {
        if (target.Terms != Terms)
        {
            yield return new ProductTermsSet(target.Terms, now);
        }

        if (target.Family != Family || target.Option != Option)
        {
            yield return new ProductOptionSet(target.Family, target.Option, now);
        }

        if (target.Story != Story)
        {
            yield return new ProductStoryTold(target.Story, now);
        }
    }

    // a price cannot be taken away again; a draft without one keeps the last, and nobody sees it
    private IEnumerable<ProductEvent> Priced(Product target, DateTimeOffset now) => target switch
    {
        { Regular: null } => [],
        _ when target.Price == Price && target.Discount == Discount && target.Regular == Regular => [],
        { Discount: { } discount, Price: { } lower } when discount.Until > now =>
            [new ProductPriced(target.Regular.Value, now), new ProductDiscounted(lower, discount.Was, discount.Until, now)],
        _ => [new ProductPriced(target.Regular.Value, now)],
    };

    private IEnumerable<ProductEvent> Pictured(Product target, DateTimeOffset now) =>
        target.Photos.SequenceEqual(Photos) ? [] : [new ProductPhotographed([.. target.Photos], now)];

    private IEnumerable<ProductEvent> Placed(Product target, DateTimeOffset now)
    {
        if (target.Status == Status)
        {
            return [];
        }

        IEnumerable<ProductEvent> off = Status == ProductStatus.Published ? [new ProductWithdrawn(now)] : [];
        return target.Status switch
        {
            ProductStatus.Published => [new ProductPublished(now)],
            ProductStatus.Withdrawn => [new ProductWithdrawn(now)],
            ProductStatus.Submitted => [.. off, new ProductSubmitted(now)],
            ProductStatus.Returned => [.. off, new ProductReturned([.. target.Fixes], now)],
            ProductStatus.Archived => Archive(now),
            _ => [.. off, new ProductRedrafted(now)],
        };
    }
}
