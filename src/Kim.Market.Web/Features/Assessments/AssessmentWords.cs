using Kim.Market.Domain.Assessments;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Assessments;

/// <summary>Words around assessments.</summary>
public static class AssessmentWords
{
    /// <summary>Where a figure comes from; what an officer should look for, where none tells it.</summary>
    public static string Source(AssessmentItem item, Words words) => item switch
    {
        AssessmentItem.Decree => words["SK di register yang belum dicabut dan belum habis"],
        AssessmentItem.Board => words["Ketua, sekretaris, dan bendahara yang tercatat dan masih dalam masanya"],
        AssessmentItem.Statutes => words["AD/ART yang pernah dilihat petugas"],
        AssessmentItem.Secretariat => words["Ada tempat yang bisa didatangi"],
        AssessmentItem.NationalId => words["Nomor kim.id di register"],
        AssessmentItem.Reports => words["Laporan setahun terakhir sampai pada waktunya"],
        AssessmentItem.MemberList => words["Jumlah anggota diperbarui dalam 12 bulan terakhir"],
        AssessmentItem.Storefront => words["Perkenalan, jam buka, dan foto sampul di halaman KIM"],
        AssessmentItem.Acts => words["Kegiatan tercatat dalam 90 hari terakhir, paling banyak tiga yang dihitung"],
        AssessmentItem.Stories => words["Cerita yang tayang dalam 90 hari terakhir"],
        AssessmentItem.Channels => words["Alamat lain tempat KIM bisa diikuti"],
        AssessmentItem.Sellers => words["Lapak buka yang produknya tayang"],
        AssessmentItem.Products => words["Produk tayang di lapak yang buka"],
        AssessmentItem.Orders => words["Pesanan setahun terakhir yang selesai"],
        AssessmentItem.Papers => words["Bagian lapak buka dengan NIB, P-IRT, atau halal yang dicocokkan dinas"],
        AssessmentItem.Achievements => words["Penghargaan atau lomba dalam dua tahun terakhir"],
        AssessmentItem.Partnerships => words["Kerja sama dengan pihak lain yang berjalan"],
        _ => words["Pendapatan sendiri untuk kegiatan KIM"],
    };

    /// <summary>What a KIM does to have it whole.</summary>
    public static string Advice(AssessmentItem item, Words words) => item switch
    {
        AssessmentItem.Decree => words["Minta SK yang masih berlaku, lalu minta dinas mencatatnya."],
        AssessmentItem.Board => words["Lengkapi ketua, sekretaris, dan bendahara di register."],
        AssessmentItem.Statutes => words["Tetapkan AD/ART dan tunjukkan kepada dinas."],
        AssessmentItem.Secretariat => words["Tunjuk satu tempat sebagai sekretariat."],
        AssessmentItem.NationalId => words["Daftar di kim.id dan sampaikan nomornya ke dinas."],
        AssessmentItem.Reports => words["Kirim laporan tepat waktu sepanjang tahun."],
        AssessmentItem.MemberList => words["Sampaikan jumlah anggota terbaru ke dinas setiap tahun."],
        AssessmentItem.Storefront => words["Isi perkenalan, jam buka, dan foto sampul halaman KIM."],
        AssessmentItem.Acts => words["Buat paling sedikit tiga kegiatan dalam 90 hari."],
        AssessmentItem.Stories => words["Tulis paling sedikit tiga cerita dalam 90 hari."],
        AssessmentItem.Channels => words["Pasang paling sedikit dua alamat tempat KIM bisa diikuti."],
        AssessmentItem.Sellers => words["Dampingi sampai lima lapak punya produk tayang."],
        AssessmentItem.Products => words["Tayangkan paling sedikit sepuluh produk."],
        AssessmentItem.Orders => words["Selesaikan paling sedikit dua belas pesanan dalam setahun."],
        AssessmentItem.Papers => words["Dampingi sampai separuh lapak punya NIB, P-IRT, atau halal."],
        AssessmentItem.Achievements => words["Ikuti lomba atau festival KIM."],
        AssessmentItem.Partnerships => words["Jalin kerja sama dan simpan buktinya."],
        _ => words["Cari pendapatan sendiri untuk kegiatan KIM."],
    };

    public static string Figure(AssessmentItem item, int figure, Words words) =>
        item == AssessmentItem.Papers ? NumberFormat.Percent(figure / 100m)
        : AssessmentCriterion.Of(item).FullFrom == 1 ? figure > 0 ? words["ada"] : words["belum ada"]
        : NumberFormat.Whole(figure);

    /// <summary>By which rubric a KIM was assessed.</summary>
    public static string Rubric(int version, Words words) => version == 0 ? words["rubrik bawaan"] : words["rubrik versi {0}", version];

    public static string Points(decimal points, int of, Words words) => words["{0} dari {1}", NumberFormat.Exact(points), of];

    /// <summary>What would bring most, first: not yet whole, with the points that are still to be had.</summary>
    public static IEnumerable<(AssessmentItem Item, decimal Points)> Missing(AssessmentMade made) => made.Items
        .Where(item => item.Level != AssessmentLevel.Full).Select(item => (item.Item, item.Weight - item.Points)).OrderByDescending(item => item.Item2).ThenBy(item => item.Item);

    /// <summary>Points by aspect, in the order in which they are read; what has no weight is left out.</summary>
    public static IEnumerable<(AssessmentAspect Aspect, decimal Points, int Of)> Aspects(AssessmentMade made) => made.Items
        .GroupBy(item => AssessmentCriterion.Of(item.Item).Aspect).OrderBy(items => items.Key)
        .Select(items => (items.Key, items.Sum(item => item.Points), items.Sum(item => item.Weight)));
}
