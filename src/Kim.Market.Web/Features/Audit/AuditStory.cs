using Kim.Market.Domain.Acts;
using Kim.Market.Domain.Assessments;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Decrees;
using Kim.Market.Domain.Directory;
using Kim.Market.Domain.Erasures;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Imports;
using Kim.Market.Domain.Installations;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Potentials;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Prospectuses;
using Kim.Market.Domain.Recoveries;
using Kim.Market.Domain.Reports;
using Kim.Market.Domain.Stocks;
using Kim.Market.Domain.WebDomains;
using Kim.Market.Web.Features.Results;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Audit;

/// <summary>What happened and why, in plain words, for those who answer for it. Tells more than the public is told, and of every event.</summary>
public sealed class AuditStory(EventStory story, Words words)
{
    /// <exception cref="ArgumentException">An event of a kind that nobody has found words for.</exception>
    public (string What, string? Why) Tell(object happened) => WithReason(happened) ?? story.Tell(happened) ?? Of(happened)
        ?? throw new ArgumentException($"{happened.GetType().Name} has no words: add it to AuditStory.", nameof(happened));

    /// <summary>What the public reads without the reason.</summary>
    private (string, string?)? WithReason(object happened) => happened switch
    {
        GroupRejected e => (words["Usulan KIM ditolak"], Reason(words.Of(e.Cause), e.Note)),
        GroupSuspended e => (words["KIM dibekukan"], Reason(words.Of(e.Reason), e.Note)),
        GroupSuspensionLifted e => (words["Pembekuan KIM dicabut"], e.Note),
        GroupDissolved e => (words["KIM dibubarkan"], e.Note),
        GroupStateExplained e => (words["Penjelasannya dicatat"], e.Note),
        BusinessReturned e => (words["KIM minta UMKM ini dibenahi dulu"], e.Note),
        BusinessSuspended e => (words["Lapak dibekukan"], Reason(words.Of(e.Reason), e.Note)),
        BusinessAppealed e => (words["Pemilik lapak berkeberatan"], e.Text),
        BusinessAppealRejected e => (words["Keberatan dijawab dinas, lapak tetap dibekukan"], e.Note),
        BusinessSuspensionLifted e => (words["Pembekuan lapak dicabut"], e.Note),
        PotentialReturned e => (words["Dikembalikan dinas untuk dibenahi"], e.Note),
        _ => null,
    };

    private (string, string?)? Of(object happened) => happened switch
    {
        GroupManagerReleased e => (words["Pengurus diberhentikan atau berhenti"], words.Of(e.Role)),
        GroupHandedOver => (words["Jabatan ketua diserahkan"], null),
        GroupWithdrawn => (words["KIM ditarik kembali karena impornya diurungkan"], null),
        DecreeEvent e => Of(e),
        BusinessReturnTold e => (words["Hari buka kembali diumumkan"], DateFormat.Full(e.On)),
        BusinessDeliveryRateSet e => (words["Ongkir ditetapkan"], $"{e.Region.Value}: {RupiahFormat.Full(e.Price)}"),
        BusinessDeliveryRateDropped e => (words["Ongkir dihapus"], e.Region.Value),
        BusinessPaymentChangeRefused => (words["Mencoba mengubah tujuan pembayaran, ditolak: hanya pemilik yang boleh"], null),
        BusinessMemberReleased e => (words["Pengelola diberhentikan atau berhenti"], words.Of(e.Role)),
        BusinessHandedOver => (words["Lapak diserahkan kepada pemiliknya"], null),
        CertificateRefused e => (words["Sertifikat tidak cocok dengan dokumennya"], e.Note),
        ProductTermsSet => (words["Syarat jual diubah"], null),
        ProductStoryTold => (words["Cerita pembuatnya ditulis"], null),
        ProductSeasonBegun => (words["Musimnya mulai"], null),
        ProductSeasonEnded => (words["Musimnya selesai"], null),
        ProductOptionSet e => (words["Pilihan produk diatur"], e.Option),
        StockEvent e => Of(e),
        OrderEvent e => Of(e),
        ActDone e => (words.Of(e.Kind), words["{0} produk", e.Products.Length]),
        ActUndone => (words["Perubahan itu diurungkan"], null),
        ActRedone => (words["Perubahan itu diulangi"], null),
        OfficeOpened => (words["Dinas dibuka di situs ini"], null),
        OfficerAppointed e => (words["Petugas dinas ditunjuk"], words.Of(e.Role)),
        OfficerReleased e => (words["Petugas dinas diberhentikan atau berhenti"], words.Of(e.Role)),
        OfficeLetterheadSet => (words["Kop surat dinas ditulis"], null),
        OfficeRubricSet e => (words["Rubrik penilaian KIM diubah"], words["versi {0}", e.Version]),
        AssessmentMade e => (words["KIM dinilai dinas"], $"{e.Label}, {NumberFormat.Exact(e.Total)}"),
        OfficeRulesSet => (words["Aturan KIM di wilayah ini diubah"], null),
        OperatorAppointed => (words["Operator ditunjuk"], null),
        OperatorReleased => (words["Operator diberhentikan atau berhenti"], null),
        HolidayNamed e => (words["Hari libur ditetapkan"], $"{DateFormat.Full(e.Day)}, {e.Name}"),
        HolidayLifted e => (words["Hari libur dijadikan hari kerja"], DateFormat.Full(e.Day)),
        DirectoryEntryRecorded e => (words["UMKM dicatat dari daftar dinas"], e.Name),
        DirectoryEntryClaimed => (words["UMKM di daftar diambil pemiliknya"], null),
        DirectoryEntryWithdrawn => (words["UMKM dihapus dari daftar dinas"], null),
        ImportBegun e => (words["Impor daftar dimulai"], words["{0} baris", e.Rows]),
        ImportFinished e => (words["Impor daftar selesai"], words["{0} dicatat, {1} dilewati", e.Recorded, e.Skipped]),
        ImportUndone => (words["Impor daftar diurungkan"], null),
        ImportUndoFinished e => (words["Impor daftar selesai diurungkan"], words["{0} ditarik, {1} dibiarkan", e.Withdrawn, e.Kept]),
        RecoveryIssued => (words["Tautan kata sandi baru dibuat"], null),
        ErasureRequested e => (words["Permintaan hapus data pribadi dicatat"], words.Of(e.Scope)),
        PersonalDataErased => (words["Data pribadi dihapus"], null),
        KeptDataDestroyed => (words["Salinan menurut hukum dimusnahkan"], null),
        WebDomainClaimed e => (words["KIM mengaku memiliki sebuah nama domain"], e.Host),
        WebDomainVerified e => (words["Nama domain KIM terbukti"], words.Of(e.Proof)),
        WebDomainMissed => (words["Bukti nama domain KIM tidak ditemukan lagi"], null),
        WebDomainSwitchedOff e => (words["Nama domain KIM dimatikan"], words.Of(e.Reason)),
        WebDomainReleased => (words["Nama domain dilepas KIM"], null),
        ReportIssued e => (words["Laporan resmi diterbitkan"], $"{e.Code}, {DateFormat.Full(e.From)} – {DateFormat.Full(e.Until)}"),
        ProspectusIssued => (words["Prospektus desa diterbitkan"], null),
        RecoveryUsed => (words["Kata sandi baru dibuat lewat tautan"], null),
        _ => null,
    };

    private (string, string?)? Of(DecreeEvent happened) => happened switch
    {
        DecreeRecorded e => (words["SK dicatat"], e.Number),
        DecreeGroupNamed => (words["KIM dimasukkan ke SK"], null),
        DecreeGroupStruck => (words["KIM dikeluarkan dari SK"], null),
        DecreePaperKept => (words["Dokumennya disimpan tertutup"], null),
        DecreeRevoked => (words["SK dicabut"], null),
        _ => null,
    };

    // What two disagree about is told to those who answer for it, and not to everybody.
    private (string, string?)? Of(OrderEvent happened) => happened switch
    {
        ComplaintMade e => (words["Pembeli mengeluh"], words.Of(e.Kind)),
        ComplaintAnswered e => (words["Penjual menjawab keluhan"], words.Of(e.Offer)),
        ComplaintEscalated => (words["Keluhan diteruskan ke KIM"], null),
        ComplaintProposed e => (words["KIM mengusulkan jalan keluar"], words.Of(e.Remedy)),
        ComplaintSettled e => (words["Keluhan beres"], words.Of(e.Remedy)),
        ComplaintDecided e => (words["Keluhan diakhiri"], words.Of(e.Remedy)),
        _ => null,
    };

    private (string, string?)? Of(StockEvent happened) => happened switch
    {
        StockOpened => (words["Stok mulai dihitung"], null),
        StockReceived e => (words["Barang masuk"], Pieces(e.Quantity)),
        StockRemoved e => (words["Barang keluar"], Reason(Pieces(-e.Quantity), words.Of(e.Reason))),
        StockMoved e => (words.Of(e.Kind), Reason(Pieces(e.Change), e.Remark)),
        StockCounted e => (words["Stok dihitung ulang"], Reason(Pieces(e.Change), e.Remark)),
        StockReserved e => (words["Barang dipesan, disisihkan"], Pieces(-e.Quantity)),
        StockReleased e => (words["Barang dilepas kembali ke rak"], Pieces(e.Quantity)),
        StockIssued e => (words["Barang diserahkan ke pembeli"], Pieces(-e.Quantity)),
        _ => null,
    };

    private static string Pieces(int change) => change > 0 ? $"+{NumberFormat.Whole(change)}" : NumberFormat.Whole(change);

    private static string Reason(string cause, string? note) => string.IsNullOrWhiteSpace(note) ? cause : $"{cause}: {note}";
}
