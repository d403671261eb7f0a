using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Results;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.OpenData;

/// <summary>What the metadata card of a dataset says, field by field, as Satu Data Indonesia asks for it.</summary>
public static class DatasetWords
{
    public static string UnitOf(this Words words, Dataset dataset) => dataset.Figure switch
    {
        { Measure: Measure.Rupiah } => words["rupiah"],
        { Measure: Measure.People } => words["orang"],
        { Measure: Measure.MedianMinutes } => words["menit"],
        { Once: Once.Village } => words["desa/kelurahan"],
        { Once: Once.District } => words["kecamatan"],
        { IsOfOrders: true } => words["pesanan"],
        { Slug: "produk-tayang" } => words["produk"],
        { Slug: "pertanyaan" or "dijawab-tepat-waktu" } => words["pertanyaan"],
        { Slug: "pembinaan-terlaksana" } => words["pembinaan"],
        _ => dataset.IsOfPeople ? "UMKM" : "KIM",
    };

    /// <summary>As pages say it; files have a word of their own for each.</summary>
    public static string StateOf(this Words words, DataRow row) => (DataState)row.State switch
    {
        DataState.Final => words["tetap"],
        DataState.Running => words["sementara"],
        _ => words["disembunyikan"],
    };

    /// <summary>Name and text of each field.</summary>
    public static IEnumerable<(string Name, string Text)> CardOf(this Words words, Dataset dataset, OpenDataSettings settings)
    {
        var figure = dataset.Figure;
        return
        [
            (words["Nama"], words.NameOf(figure)),
            (words["Kode"], dataset.Code),
            (words["Konsep"], words.ConceptOf(dataset)),
            (words["Definisi"], words.MethodOf(figure)),
            (words["Rumus"], words.FormulaOf(figure)),
            (words["Satuan"], words.UnitOf(dataset)),
            (words["Ukuran"], figure.Measure == Measure.MedianMinutes ? words["median"] : words["jumlah"]),
            (words["Klasifikasi"], words["menurut wilayah (kode Kemendagri) dan tahun"]),
            (words["Interpretasi"], words.MeaningOf(dataset)),
            (words["Produsen data"], settings.Producer),
            (words["Penanggung jawab"], settings.Responsible),
            (words["Sumber"], words["catatan kejadian Pasar KIM (data administrasi); tiap angka bisa dibuka sampai ke barisnya di meja dinas"]),
            (words["Frekuensi"], words["diperbarui tiap hari bila ada yang berubah; satu angka per tahun"]),
            (words["Level"], words["provinsi, kabupaten/kota, kecamatan, desa/kelurahan"]),
        ];
    }

    private static string ConceptOf(this Words words, Dataset dataset) => dataset.Figure switch
    {
        { Slug: "pertanyaan" or "dijawab-tepat-waktu" } => words["Pelayanan informasi desa oleh KIM"],
        { IsOfOrders: true } => words["Perdagangan hasil warga desa lewat Pasar KIM"],
        { Slug: "pembinaan-terlaksana" or "kim-dibina" or "orang-dibina" } => words["Pembinaan KIM dan UMKM oleh dinas"],
        _ when !dataset.IsOfPeople || dataset.Figure.Measure == Measure.People => words["Komunitas Informasi Masyarakat (KIM)"],
        _ => words["Usaha mikro, kecil, dan menengah (UMKM) desa"],
    };

    private static string FormulaOf(this Words words, LedgerFigure figure) => figure switch
    {
        { Slug: "penjualan-luar" } => words["Σ jumlah yang dinyatakan tiap UMKM untuk bulan-bulan tahun itu"],
        { Slug: "orang-dibina" } => words["Σ orang yang tercatat hadir, selama tahun itu"],
        { Measure: Measure.Rupiah } => words["Σ (harga saat dipesan × jumlah) semua barang di pesanan selesai, selama tahun itu"],
        { Measure: Measure.People } => words["Σ anggota yang disebut tiap KIM, pada hari terakhir tahun itu"],
        { Measure: Measure.MedianMinutes } => words["median (waktu jawaban pertama − waktu pesanan masuk), selama tahun itu"],
        { IsStand: true } => words["n (yang memenuhi definisi), pada hari terakhir tahun itu"],
        _ => words["n (kejadian yang memenuhi definisi), selama tahun itu"],
    };

    private static string MeaningOf(this Words words, Dataset dataset) => dataset.Figure switch
    {
        { Measure: Measure.MedianMinutes } => words["Makin kecil, makin cepat pembeli dijawab. Tidak bisa dijumlahkan antarwilayah."],
        { Slug: "ditolak" or "dibatalkan" or "tidak-dijawab" or "keluhan" or "kim-sepi" or "kim-vakum" } => words["Makin besar, makin banyak yang perlu diperbaiki. Bandingkan dengan jumlah seluruhnya, bukan sendirian."],
        _ => words["Makin besar, makin banyak. Wilayah yang tidak ada di daftar bernilai nol."],
    };
}
