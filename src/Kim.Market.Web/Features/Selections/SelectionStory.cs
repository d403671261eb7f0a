using Kim.Market.Domain.Selections;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Selections;

/// <summary>What happened to a selection, in plain words.</summary>
public static class SelectionStory
{
    public static (string What, string? Detail)? Tell(SelectionEvent happened, Words words) => happened switch
    {
        SelectionDrafted e => (words["Pilihan produk unggulan dibuat"], e.Terms.Title),
        SelectionRewritten e => (words["Pilihan produk unggulan ditulis ulang"], e.Terms.Title),
        SelectionPicked e => (words["Produk dimasukkan ke pilihan"], e.Note),
        SelectionPickDropped e => (words["Produk dikeluarkan dari pilihan"], e.Reason),
        SelectionOpened e => (words["Pilihan produk unggulan dibuka untuk semua"], words["{0} produk", e.Products.Length]),
        SelectionEnded e => (words["Pilihan produk unggulan diakhiri"], e.Reason),
        _ => null,
    };
}
