using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Acts;

/// <summary>An event of a product, and what caused it.</summary>
/// <param name="Act">The act it was part of; null for what cannot be undone.</param>
/// <param name="IsCompensation">It only set right what undoing or redoing an act had asked for.</param>
public sealed record Caused(ProductEvent Event, Guid? Act, bool IsCompensation = false);

/// <summary>
/// Undoing never takes an event back. It asks what a product would be if the undone acts had not happened, and sets it
/// to that: whatever was changed again afterwards stays as it was changed.
/// </summary>
public static class Undoing
{
    /// <summary>The product as it would be without the undone acts; null when one of them brought it into being.</summary>
    public static Product? Without(IEnumerable<Caused> history, IReadOnlySet<Guid> undone)
    {
        Product? product = null;
        foreach (var caused in history.Where(caused => !caused.IsCompensation && !(caused.Act is { } act && undone.Contains(act))))
        {
            if (product is not null || caused.Event is ProductDrafted)
            {
                product = Product.Evolve(product, caused.Event);
            }
        }

        return product;
    }

    /// <summary>The events that set a product to what it would be without the undone acts.</summary>
    public static Decision<ProductEvent> Compensate(IReadOnlyList<Caused> history, IReadOnlySet<Guid> undone, DateTimeOffset now) =>
        history.Select(caused => caused.Event).Aggregate((Product?)null, Product.Evolve)!.Become(Without(history, undone), now);
}
