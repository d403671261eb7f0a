using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Sales;

/// <summary>What the report calls things, the same on the page, in the table and on paper.</summary>
public static class SalesWords
{
    /// <param name="name">Of the place, where the area is one.</param>
    public static string NameOfArea(this Words words, string area, string? name) => area switch
    {
        not (SalesFilter.Delivered or SalesFilter.Fetched) => words["Diantar ke {0}", name is { Length: > 0 } ? name : area],
        SalesFilter.Delivered => words["Diantar, wilayah tidak dicatat"],
        _ => words["Diambil sendiri"],
    };

    /// <summary>How the figures are counted, and what they are not.</summary>
    public static IReadOnlyList<string> SalesMethod(this Words words, Zone zone) =>
    [
        words["Dihitung hanya pesanan lewat Pasar KIM yang sudah selesai: barang diserahkan dan dibayar langsung ke penjual. Penjualan di luar Pasar KIM tidak termasuk."],
        words["Nilai barang memakai harga saat dipesan. Ongkir ditulis terpisah dan tidak termasuk di dalamnya."],
        words["Bulan dan tanggal mengikuti waktu setempat ({0}) saat pesanan berakhir.", zone.Name],
        words["Tidak jadi: bagian pesanan yang ditolak, dibatalkan pembeli, atau tidak dijawab, dari semua yang berakhir dalam jangka ini."],
        words["Berapa orang pembelinya tidak diketahui: membeli tidak perlu akun, dan pesanan orang yang sama tidak dihubungkan."],
    ];
}
