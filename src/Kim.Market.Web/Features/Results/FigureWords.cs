using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Results;

/// <summary>What each figure is called, and how it is counted, in plain words.</summary>
public static class FigureWords
{
    public static string NameOf(this Words words, Figure figure) => figure.Slug switch
    {
        "kim-aktif" => words["KIM aktif"],
        "umkm-aktif" => words["UMKM aktif"],
        "pesanan-selesai" => words["Pesanan selesai"],
        _ => words["Nilai pesanan selesai"],
    };

    /// <summary>The total to the last rupiah: <c>4.286</c> or <c>Rp386.412.500</c>.</summary>
    public static string TotalOf(Figure figure, long total) =>
        figure.IsMoney ? RupiahFormat.Full(total) : NumberFormat.Whole(total);

    public static string MethodOf(this Words words, Figure figure) => figure.Slug switch
    {
        "kim-aktif" => words["KIM yang sudah diperiksa dinas, mulai mengenalkan produk, dan tidak sedang dinyatakan vakum."],
        "umkm-aktif" => words["UMKM yang lapaknya buka dan punya paling sedikit satu produk tayang hari ini."],
        "pesanan-selesai" => words["Pesanan yang barangnya sudah diserahkan dan dibayar. Pesanan yang batal, ditolak, atau kedaluwarsa tidak dihitung."],
        _ => words["Harga barang saat dipesan, dari semua pesanan selesai. Ongkir dan penjualan di luar Pasar KIM tidak dihitung."],
    };
}
