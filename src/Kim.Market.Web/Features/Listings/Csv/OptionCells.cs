using Kim.Market.Domain.Products;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Listings.Csv;

/// <summary>The columns that say which option of which thing a row is: <c>pilihan</c>, and in <c>pilihan_dari</c> the code of the first one.</summary>
internal sealed class OptionCells(IReadOnlyDictionary<string, OwnProduct> known, GoodsFile file, Words words)
{
    private readonly HashSet<string> _named = [.. file.Lines.Where(line => line.Option is { Length: > 0 }).Select(line => line.Code)];

    private readonly List<(Guid Product, Guid Family, string Option)> _taken =
        [.. known.Values.Where(product => product.FamilyId is not null).Select(product => (product.ProductId, product.FamilyId!.Value, product.Option))];

    /// <summary>The family a row belongs to; null where it says nothing of it.</summary>
    /// <param name="reason">Why that cannot be.</param>
    public Guid? FamilyOf(GoodsLine line, OwnProduct? product, out string? reason)
    {
        reason = null;
        if (line.Option is not { Length: > 0 } option)
        {
            return null;
        }

        var first = line.Of.Length > 0 && line.Of != line.Code ? known.GetValueOrDefault(line.Of) : product;
        if (first is null)
        {
            reason = words["Isi pilihan_dari dengan kode produk pertamanya."];
            return null;
        }

        var family = first.FamilyId ?? first.ProductId;
        reason = product?.FamilyId is { } other && other != family ? words.Of(ProductRefusals.OtherFamily)
            : first.FamilyId is null && !_named.Contains(first.Slug) ? words["Produk “{0}” belum punya nama pilihan. Isi kolom pilihan di barisnya juga.", first.Slug]
            : IsTaken(family, option, product) ? words.Of(ProductRefusals.OptionTaken(option))
            : _taken.Count(taken => taken.Family == family) >= Product.MostOptions && product?.FamilyId is null ? words.Of(ProductRefusals.TooManyOptions)
            : null;
        if (reason is not null)
        {
            return null;
        }

        _taken.RemoveAll(taken => taken.Product == product?.ProductId);
        _taken.Add((product?.ProductId ?? Guid.NewGuid(), family, option));
        return family;
    }

    private bool IsTaken(Guid family, string option, OwnProduct? product) => _taken.Exists(taken =>
        taken.Family == family && taken.Product != product?.ProductId && string.Equals(taken.Option, option, StringComparison.OrdinalIgnoreCase));
}
