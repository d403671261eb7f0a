using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.Delivery;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Till;

/// <summary>Says what a seller's delivery comes to, or why there is none.</summary>
public static class OfferWords
{
    public static string Of(SellerQuote seller, Words words) => seller.Offer switch
    {
        DeliveredFor { By: null, Fee: var fee } => $"{seller.Seller.Business}: {Price(fee, words)}{Aside(seller.Seller.DeliveryArea)}",
        DeliveredFor { By: { } rate, Fee: var fee } => $"{seller.Seller.Business}: {Price(fee, words)}{Aside(Terms(seller, rate, words))}",
        DeliveryToBeQuoted => words["{0}: ongkir dikonfirmasi penjual setelah dipesan. Anda menyetujuinya dulu, baru pesanan diteruskan.", seller.Seller.Business],
        DeliveryDependsOnPlace => words["{0}: ongkir menurut tempat.", seller.Seller.Business],
        DeliveredFrom { Minimum: var minimum, Missing: var missing } => words[
            "{0} mengantar ke sana mulai belanja {1}, kurang {2}. Bagian ini tetap diambil sendiri.", seller.Seller.Business, minimum, missing],
        _ when seller.Seller.Delivers.IsOffered => words["{0} belum mengantar ke sana. Bagian ini tetap diambil sendiri.", seller.Seller.Business],
        _ => words["{0} tetap diambil sendiri.", seller.Seller.Business],
    };

    /// <summary>Why nobody brings anything there, and what to do.</summary>
    public static string Nobody(Quote quote, Words words) =>
        quote.Sellers is [{ Offer: DeliveredFrom { Minimum: var minimum, Missing: var missing }, Seller.Business: var seller }]
            ? words["{0} mengantar ke sana mulai belanja {1}. Tambah {2} lagi, atau pilih Ambil sendiri.", seller, minimum, missing]
            : words["Belum ada penjual di keranjang ini yang mengantar ke sana. Pilih Ambil sendiri, atau tempat lain."];

    private static string Price(Rupiah fee, Words words) => fee == Rupiah.Zero ? words["ongkir gratis"] : words["ongkir {0}", fee];

    private static string? Terms(SellerQuote seller, DeliveryRate rate, Words words) => string.Join(", ", new[]
    {
        rate.FreeFrom is not { } free || rate.Price == Rupiah.Zero ? null
            : seller.Goods >= free ? words["karena belanja mulai {0}", free]
            : words["gratis bila tambah {0}", free - seller.Goods],
        rate.Days is { } days ? words.Days(days) : null,
    }.Where(part => part is not null));

    private static string Aside(string? text) => text is { Length: > 0 } ? $", {text}" : "";
}
