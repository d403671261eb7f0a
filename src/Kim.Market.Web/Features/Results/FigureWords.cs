using Kim.Market.Domain;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Results;

/// <summary>What each figure is called, and how it is counted, in plain words.</summary>
public static class FigureWords
{
    private const int FewestOfShare = 20;
    private const int MinutesOfHour = 60;
    private const int MinutesOfTwoDays = 2 * 24 * MinutesOfHour;

    public static string NameOf(this Words words, LedgerFigure figure) => figure.Slug switch
    {
        "kim-aktif" => words["KIM aktif"],
        "kim-sepi" => words["KIM sepi"],
        "kim-vakum" => words["KIM vakum"],
        "desa-ber-kim" => words["Desa dan kelurahan dengan KIM"],
        "kecamatan-ber-kim" => words["Kecamatan dengan KIM"],
        "anggota-perempuan" => words["Anggota perempuan"],
        "anggota-laki-laki" => words["Anggota laki-laki"],
        "umkm-aktif" => words["UMKM aktif"],
        "produk-tayang" => words["Produk tayang"],
        "umkm-ber-nib" => words["UMKM aktif dengan NIB"],
        "umkm-ber-pirt" => words["UMKM aktif dengan P-IRT"],
        "umkm-bersertifikat-halal" => words["UMKM aktif dengan sertifikat halal"],
        "pesanan-masuk" => words["Pesanan masuk"],
        "pesanan-selesai" => words["Pesanan selesai"],
        "nilai" => words["Nilai pesanan selesai"],
        "dari-pembeli-kembali" => words["Pesanan dari pembeli yang kembali"],
        "dengan-tujuan" => words["Pesanan yang tujuannya disebut"],
        "ke-luar-kabupaten" => words["Pesanan ke luar kabupaten"],
        "waktu-jawab" => words["Waktu jawab penjual"],
        "ditolak" => words["Pesanan ditolak"],
        "dibatalkan" => words["Pesanan dibatalkan"],
        "tidak-dijawab" => words["Pesanan tidak dijawab"],
        "keluhan" => words["Keluhan pembeli"],
        "pertanyaan" => words["Pertanyaan kepada desa"],
        "pembinaan-terlaksana" => words["Pembinaan terlaksana"],
        "kim-dibina" => words["KIM yang dibina"],
        "orang-dibina" => words["Orang yang hadir di pembinaan"],
        "penjualan-luar" => words["Penjualan di luar, dinyatakan sendiri"],
        "umkm-penjualan-luar" => words["UMKM yang menyatakannya"],
        _ => words["Pertanyaan dijawab tepat waktu"],
    };

    public static string MethodOf(this Words words, LedgerFigure figure) => figure.Slug switch
    {
        "kim-aktif" => words["KIM yang diperiksa dinas dan berbuat sesuatu di sini dalam waktu yang ditetapkan dinasnya, biasanya 30 hari. Masuk akun saja tidak dihitung."],
        "kim-sepi" => words["KIM yang lama tidak berbuat apa-apa di sini, biasanya 30 sampai 90 hari."],
        "kim-vakum" => words["KIM yang menyatakan vakum, atau tidak berbuat apa-apa di sini lebih lama lagi, biasanya 90 hari."],
        "desa-ber-kim" => words["Desa dan kelurahan tempat kedudukan paling sedikit satu KIM yang sudah diperiksa dinas. KIM kecamatan tidak dihitung di sini."],
        "kecamatan-ber-kim" => words["Kecamatan tempat kedudukan paling sedikit satu KIM yang sudah diperiksa dinas."],
        "anggota-perempuan" or "anggota-laki-laki" => words["Anggota yang disebut KIM sendiri di profilnya. KIM yang tidak menyebutnya tidak dihitung."],
        "umkm-aktif" => words["UMKM yang lapaknya buka dan punya paling sedikit satu produk tayang hari ini."],
        "produk-tayang" => words["Produk yang tayang di lapak yang buka."],
        "umkm-ber-nib" or "umkm-ber-pirt" or "umkm-bersertifikat-halal" => words["UMKM aktif yang sertifikatnya sudah dicocokkan dinas dengan dokumennya dan masih berlaku pada hari itu."],
        "pesanan-masuk" => words["Semua pesanan yang dibuat pembeli, bagaimanapun akhirnya."],
        "pesanan-selesai" => words["Pesanan yang barangnya sudah diserahkan dan dibayar. Pesanan yang batal, ditolak, atau kedaluwarsa tidak dihitung."],
        "nilai" => words["Harga barang saat dipesan, dari semua pesanan selesai. Ongkir dan penjualan di luar Pasar KIM tidak dihitung."],
        "dari-pembeli-kembali" => words["Pesanan selesai yang nomor WhatsApp pembelinya pernah memesan sebelumnya, dari penjual mana pun. Nomornya sendiri tidak disimpan di sini."],
        "dengan-tujuan" => words["Pesanan selesai yang diantar ke tempat yang disebut pembeli. Yang diambil sendiri tidak ditanya asalnya."],
        "ke-luar-kabupaten" => words["Pesanan selesai yang diantar ke luar kabupaten penjualnya."],
        "waktu-jawab" => words["Dari pesanan masuk sampai jawaban pertama penjual. Separuh pesanan dijawab lebih cepat dari ini. Yang tidak dijawab tidak dihitung di sini."],
        "ditolak" => words["Pesanan yang ditolak penjual."],
        "dibatalkan" => words["Pesanan yang dibatalkan pembeli, atau yang ongkirnya tidak disetujuinya."],
        "tidak-dijawab" => words["Pesanan yang tidak dijawab penjual sampai batas waktunya."],
        "keluhan" => words["Pesanan yang dikeluhkan pembeli, selesai atau belum."],
        "pertanyaan" => words["Pertanyaan dan aspirasi yang diajukan kepada desa lewat situs ini."],
        "pembinaan-terlaksana" => words["Bimtek, lokakarya, kunjungan, dan pertemuan yang dinyatakan terlaksana oleh dinas, di tempat berlangsungnya."],
        "kim-dibina" => words["KIM yang paling sedikit satu orangnya, atau satu orang dari usahanya, tercatat hadir di pembinaan. Satu KIM dihitung sekali."],
        "penjualan-luar" => words["Jumlah yang dinyatakan UMKM sendiri tiap bulan, dengan foto buktinya, untuk yang terjual di luar Pasar KIM. Tidak dijumlahkan dengan nilai pesanan; yang ditolak dinas tidak dihitung."],
        "umkm-penjualan-luar" => words["UMKM yang menyatakan penjualan di luar Pasar KIM dengan bukti. Satu UMKM dihitung sekali."],
        "orang-dibina" => words["Orang yang tercatat hadir, menurut tempat KIM atau usahanya. Kehadiran yang dicoret tidak dihitung, alasannya tetap terbaca."],
        _ => words["Pertanyaan yang jawaban pertamanya datang dalam tiga hari kerja."],
    };

    /// <summary>The total to the last rupiah: <c>4.286</c> or <c>Rp386.412.500</c>.</summary>
    public static string TotalOf(LedgerFigure figure, long total) => figure.Measure switch
    {
        Measure.Rupiah => RupiahFormat.Full(total),
        Measure.MedianMinutes => Span(total),
        _ => NumberFormat.Whole(total),
    };

    /// <summary>As short as a tile needs it.</summary>
    public static string TileOf(LedgerFigure figure, long total) => figure.Measure == Measure.Rupiah ? RupiahFormat.Tile(total) : TotalOf(figure, total);

    /// <summary>What a figure is a part of, or how it is to be read; null where there is nothing to be said.</summary>
    public static string? ShareOf(this Words words, LedgerSummary of, LedgerFigure figure) => figure.Slug switch
    {
        "kim-aktif" or "kim-dibina" => words["dari {0} KIM yang berdiri", of.Of(LedgerFigure.AwakeGroups) + of.Of(LedgerFigure.QuietGroups) + of.Of(LedgerFigure.StillGroups)],
        "desa-ber-kim" => Share(words, of.Of(figure), of.Count.Villages),
        "kecamatan-ber-kim" => Share(words, of.Of(figure), of.Count.Districts),
        "umkm-ber-nib" or "umkm-ber-pirt" or "umkm-bersertifikat-halal" => Share(words, of.Of(figure), of.Of(LedgerFigure.Businesses)),
        "pesanan-selesai" or "ditolak" or "dibatalkan" or "tidak-dijawab" or "keluhan" => Share(words, of.Of(figure), of.Of(LedgerFigure.Placed)),
        "nilai" => of.Of(LedgerFigure.Completed) is > 0 and var orders ? words["rata-rata {0} per pesanan", new Rupiah(of.Of(figure) / orders)] : null,
        "dari-pembeli-kembali" or "dengan-tujuan" => Share(words, of.Of(figure), of.Of(LedgerFigure.Completed)),
        "ke-luar-kabupaten" => Share(words, of.Of(figure), of.Of(LedgerFigure.Located)),
        "waktu-jawab" => words["separuhnya lebih cepat"],
        "dijawab-tepat-waktu" => Share(words, of.Of(figure), of.Of(LedgerFigure.Enquiries)),
        _ => null,
    };

    /// <summary>How it stands to the year before; null where that year had nothing.</summary>
    public static string? Against(this Words words, LedgerFigure figure, long now, long before) =>
        before == 0 ? null
        : now == before || (figure.Measure == Measure.MedianMinutes && Span(now) == Span(before)) ? words["sama seperti setahun sebelumnya"]
        : figure.Measure == Measure.MedianMinutes ? words["{0} setahun sebelumnya", Span(before)]
        : now > before ? words["naik {0} dari setahun sebelumnya", Change(figure, now - before, before)]
        : words["turun {0} dari setahun sebelumnya", Change(figure, before - now, before)];

    private static string? Share(Words words, long part, long whole) =>
        whole > 0 ? words["{0} dari {1}", NumberFormat.Percent((decimal)part / whole), NumberFormat.Whole(whole)] : null;

    // A share of a few says more than there is.
    private static string Change(LedgerFigure figure, long by, long before) =>
        figure.Measure == Measure.Rupiah || before >= FewestOfShare ? NumberFormat.Percent((decimal)by / before) : NumberFormat.Whole(by);

    private static string Span(long minutes) => minutes switch
    {
        < MinutesOfHour => Calendar.Count(minutes, "menit", "minute"),
        < MinutesOfTwoDays => Calendar.Count((minutes + (MinutesOfHour / 2)) / MinutesOfHour, "jam", "hour"),
        _ => Calendar.Count((minutes + (12 * MinutesOfHour)) / (24 * MinutesOfHour), "hari", "day"),
    };
}
