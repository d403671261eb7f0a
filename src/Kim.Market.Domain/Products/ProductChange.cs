namespace Kim.Market.Domain.Products;

/// <summary>What of a product may differ between two looks at it.</summary>
public enum ProductAspect { Name, Category, Unit, Content, About, Price, Photos, Terms, Story }

/// <content>What changed since somebody last looked.</content>
public sealed partial record Product
{
    /// <summary>How it stood when the KIM last asked for something to be mended; null when it never did.</summary>
    public static Product? WhenReturned(IEnumerable<ProductEvent> history)
    {
        Product? now = null;
        Product? then = null;
        foreach (var happened in history)
        {
            now = Evolve(now, happened);
            then = happened is ProductReturned ? now : then;
        }

        return then;
    }

    /// <summary>What is different from how it stood before.</summary>
    public IReadOnlyList<ProductAspect> ChangedSince(Product before) =>
    [
        .. new (ProductAspect Aspect, bool HasChanged)[]
        {
            (ProductAspect.Name, Face.Name != before.Face.Name),
            (ProductAspect.Category, Face.Category != before.Face.Category),
            (ProductAspect.Unit, Face.Unit != before.Face.Unit),
            (ProductAspect.Content, Face.Content != before.Face.Content),
            (ProductAspect.About, Face.About != before.Face.About),
            (ProductAspect.Terms, Terms != before.Terms),
            (ProductAspect.Story, Story != before.Story),
            (ProductAspect.Price, Price != before.Price),
            (ProductAspect.Photos, !Photos.Select(photo => photo.Hash).SequenceEqual(before.Photos.Select(photo => photo.Hash))),
        }.Where(aspect => aspect.HasChanged).Select(aspect => aspect.Aspect),
    ];
}
