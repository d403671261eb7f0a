using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Contests;
using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Harvests;
using Kim.Market.Domain.MarketDays;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.OutsideSales;
using Kim.Market.Domain.Potentials;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Reviews;
using Kim.Market.Domain.Selections;
using Kim.Market.Domain.Stories;
using Kim.Market.Domain.Villages;
using Kim.Market.Web.Features.Coachings;
using Kim.Market.Web.Features.Contests;
using Kim.Market.Web.Features.Enquiries;
using Kim.Market.Web.Features.Harvests;
using Kim.Market.Web.Features.OutsideSales;
using Kim.Market.Web.Features.Selections;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Results;

/// <summary>What happened, in plain words. Of people only the part they play: neither name nor id.</summary>
public sealed class EventStory(Words words)
{
    /// <summary>What happened, and what belongs to it; null for an event the public has no business with.</summary>
    public (string What, string? Detail)? Tell(object happened) => happened switch
    {
        GroupEvent e => Of(e),
        BusinessEvent e => Of(e),
        CertificateEvent e => Of(e),
        ProductEvent e => Of(e),
        OrderEvent e => Of(e),
        StoryEvent e => Of(e),
        ReviewEvent e => Of(e),
        MarketDayEvent e => Of(e),
        HarvestEvent e => HarvestStory.Tell(e, words),
        PotentialEvent e => Of(e),
        EnquiryEvent e => EnquiryStory.Tell(e, words),
        VillageEvent e => Of(e),
        CoachingEvent e => CoachingStory.Tell(e, words),
        AttendanceEvent e => CoachingStory.Tell(e, words),
        ContestEvent e => ContestStory.Tell(e, words),
        SelectionEvent e => SelectionStory.Tell(e, words),
        OutsideSaleEvent e => OutsideSaleWords.Tell(e, words),
        _ => null,
    };

    private (string, string?)? Of(GroupEvent happened) => happened switch
    {
        GroupProposed e => (words["KIM diusulkan"], e.Name),
        GroupVerified => (words["Surat keputusan dan pengurusnya diperiksa dinas"], null),
        GroupActivated => (words["KIM mulai aktif"], null),
        GroupDeclaredDormant e => (words["KIM dinyatakan vakum"], words.Of(e.Reason)),
        GroupReactivated => (words["KIM aktif kembali"], null),
        GroupStateExplained => (words["Penjelasannya dicatat"], null),
        GroupManagerAppointed e => (words["Pengurus ditunjuk"], words.Of(e.Role)),
        GroupRejected e => (words["Usulan KIM ditolak"], words.Of(e.Cause)),
        GroupSuspended e => (words["KIM dibekukan"], words.Of(e.Reason)),
        GroupSuspensionLifted => (words["Pembekuan KIM dicabut"], null),
        GroupDissolved => (words["KIM dibubarkan"], null),
        GroupDescribed => (words["Data KIM diperbarui"], null),
        GroupSeatTaken e => (words["Pengurus dicatat"], words.Of(e.Post)),
        GroupSeatLeft => (words["Pengurus berhenti"], null),
        GroupFoundingYearRecorded => (words["Data KIM diperbarui"], null),
        GroupNationalIdRecorded e => (words["Nomor kim.id dicatat"], e.Number),
        GroupPulseChanged e => (words["Denyut KIM berubah"], words.Of(e.Pulse)),
        GroupStorefrontArranged => (words["Etalase KIM ditata"], null),
        GroupAnnounced => (words["Pengumuman dipasang"], null),
        GroupAnnouncementEnded => (words["Pengumuman dicabut"], null),
        GroupCoverHung => (words["Foto sampul dipasang"], null),
        GroupCoverTakenDown => (words["Foto sampul dilepas"], null),
        _ => null,
    };

    private (string, string?)? Of(BusinessEvent happened) => happened switch
    {
        BusinessRegistered e => (words["UMKM didaftarkan"], e.Name),
        BusinessApproved => (words["UMKM disetujui KIM, lapaknya dibuka"], null),
        BusinessReturned => (words["KIM minta UMKM ini dibenahi dulu"], null),
        BusinessClosed => (words["Lapak ditutup sementara"], null),
        BusinessReopened => (words["Lapak dibuka kembali"], null),
        BusinessSuspended e => (words["Lapak dibekukan"], words.Of(e.By)),
        BusinessAppealed => (words["Pemilik lapak berkeberatan"], null),
        BusinessAppealRejected => (words["Keberatan dijawab dinas, lapak tetap dibekukan"], null),
        BusinessSuspensionLifted e => (words["Pembekuan lapak dicabut"], words.Of(e.By)),
        BusinessHandoverSet e => (words["Cara serah terima ditetapkan"], e.DeliveryFee is { } fee
            ? words["ambil sendiri, atau diantar {0}", fee]
            : words["ambil sendiri"]),
        BusinessDeliveryRateSet e => (words["Ongkir ke suatu wilayah ditetapkan"], $"{e.Region.Value}: {RupiahFormat.Full(e.Price)}"),
        BusinessDeliveryRateDropped e => (words["Ongkir ke suatu wilayah dihapus"], e.Region.Value),
        BusinessShippingOffered e => (words["Lapak menerima pesanan ke tempat lain, ongkirnya menyusul"], e.How),
        BusinessShippingEnded => (words["Lapak tidak mengirim ke tempat lain"], null),
        BusinessContactKept => (words["Nomor penjual disimpan di brankas data"], null),
        BusinessQrisKept => (words["QRIS penjual dipasang"], null),
        BusinessQrisDropped => (words["QRIS penjual dicopot"], null),
        BusinessAccountKept => (words["Rekening penjual dipasang"], null),
        BusinessAccountDropped => (words["Rekening penjual dicopot"], null),
        BusinessUniqueCodesEnded => (words["Kode unik transfer dimatikan"], null),
        BusinessUniqueCodesOffered => (words["Kode unik transfer dinyalakan"], null),
        BusinessCardKept => (words["Akun kartu penjual dipasang"], null),
        BusinessCardDropped => (words["Akun kartu penjual dicopot"], null),
        BusinessTrusted => (words["UMKM dipercaya KIM, produknya tayang tanpa diperiksa dulu"], null),
        BusinessTrustEnded => (words["Kepercayaan KIM untuk tayang langsung berakhir"], null),
        BusinessTransferOffered => (words["KIM menyiapkan kode serah terima untuk pemiliknya"], null),
        BusinessMemberAppointed e => (words["Pengelola ditunjuk"], words.Of(e.Role)),
        _ => null,
    };

    private (string, string?)? Of(CertificateEvent happened) => happened switch
    {
        CertificateStated e => (words["Sertifikat dicatat penjual"], $"{words.Of(e.Kind)} {e.Number}, {e.Issuer}"),
        CertificatePaperKept => (words["Dokumennya disimpan tertutup"], null),
        CertificateVerified => (words["Dicocokkan dengan dokumennya oleh dinas"], null),
        CertificateRevoked e => (words["Lencana dicabut dinas"], e.Reason),
        CertificateWithdrawn => (words["Ditarik kembali oleh penjual"], null),
        _ => null,
    };

    private (string, string?)? Of(ProductEvent happened) => happened switch
    {
        ProductDrafted e => (words["Produk ditulis"], e.Name),
        ProductPriced e => (words["Harga ditetapkan"], RupiahFormat.Full(e.Price)),
        ProductDiscounted e => (words["Diskon dimulai"], words["{0}, sebelumnya {1}", e.Price, e.Was]),
        ProductDiscountEnded e => (words["Diskon berakhir"], RupiahFormat.Full(e.Price)),
        ProductPhotographed e => (words["Foto dipasang"], words["{0} foto", e.Photos.Length]),
        ProductDescribed e => (words["Produk ditulis ulang"], e.Name),
        ProductSubmitted => (words["Produk diajukan ke KIM"], null),
        ProductReturned e => (words["KIM meminta perbaikan"], words["{0} hal", e.Points.Length]),
        ProductArchived => (words["Produk diarsipkan karena pembuatannya diurungkan"], null),
        ProductRedrafted => (words["Produk kembali menjadi rancangan"], null),
        ProductPublished => (words["Produk tayang di lapak"], null),
        ProductWithdrawn => (words["Produk ditarik dari lapak"], null),
        _ => null,
    };

    private (string, string?)? Of(StoryEvent happened) => happened switch
    {
        StoryWritten => (words["Cerita ditulis KIM"], null),
        StoryChanged => (words["Cerita diperbarui KIM"], null),
        StoryTied => (words["Desa dalam cerita ditetapkan"], null),
        StoryPictured e => (words["Foto cerita dipasang"], words["{0} foto", e.Photos.Length]),
        StoryScheduled e => (words["Cerita dijadwalkan"], DateFormat.Full(e.From, Zone.Wita)),
        StoryAppeared => (words["Cerita tampil pada harinya"], null),
        StoryWithdrawn => (words["Cerita ditarik KIM"], null),
        StoryShownAgain => (words["Cerita ditampilkan lagi oleh KIM"], null),
        _ => null,
    };

    private (string, string?)? Of(PotentialEvent happened) => happened switch
    {
        PotentialProposed => (words["Ditulis KIM, menunggu dinas"], null),
        PotentialRevised => (words["Diperbarui KIM, menunggu dinas"], null),
        PotentialConfirmed => (words["Diperiksa dan disetujui dinas"], null),
        PotentialReturned => (words["Dikembalikan dinas untuk dibenahi"], null), // what was not confirmed is not read by all
        PotentialWithdrawn e => (e.Office is null ? words["Ditarik KIM"] : words["Ditarik dinas"], e.Reason),
        _ => null,
    };

    private (string, string?)? Of(VillageEvent happened) => happened switch
    {
        VillageRecordOpened => (words["Catatan desa dibuka dinas"], null),
        VillageIndexRecorded e => (words["Indeks desa {0} dicatat dinas", e.Year], $"{words.Of(e.Status)}, {e.Source}"),
        VillageIndexStruck e => (words["Indeks desa {0} dicoret dinas", e.Year], null),
        VillageClassRecorded e => (words["Kelas desa wisata {0} dicatat dinas", e.Year], $"{words.Of(e.Class)}, {e.Source}"),
        VillageClassStruck e => (words["Kelas desa wisata {0} dicoret dinas", e.Year], null),
        _ => null,
    };

    private (string, string?)? Of(MarketDayEvent happened) => happened switch
    {
        MarketDayOpened e => (words["Hari pasar dibuka KIM"], e.Plan.Place),
        MarketDayChanged e => (words["Hari pasar diubah KIM"], e.Plan.Place),
        MarketDayDateCancelled e => (words["Satu tanggal hari pasar dibatalkan KIM"], $"{DateFormat.Full(e.Date)}, {e.Reason}"),
        MarketDayEnded => (words["Hari pasar diakhiri KIM"], null),
        _ => null,
    };

    private (string, string?)? Of(ReviewEvent happened) => happened switch
    {
        ReviewGiven e => (words["Pembeli mengulas barangnya"], words["{0} bintang", e.Stars]),
        ReviewChanged e => (words["Pembeli mengubah ulasannya"], words["{0} bintang", e.Stars]),
        ReviewAnswered => (words["Penjual menjawab ulasan"], null),
        ReviewHidden e => (words["KIM menyembunyikan kata-kata ulasan"], words.Of(e.Reason)),
        ReviewShownAgain => (words["Ulasan ditampilkan lagi oleh KIM"], null),
        _ => null,
    };

    private (string, string?)? Of(OrderEvent happened) => happened switch
    {
        OrderPlaced e => (words["Pesanan dibuat"], e.Handover == Handover.Delivery
            ? words["{0} barang, diantar", e.Lines.Length]
            : e.Market is not null ? words["{0} barang, diambil di hari pasar", e.Lines.Length]
            : words["{0} barang, diambil sendiri", e.Lines.Length]),
        BuyerNumberConfirmed => (words["Penjual menelepon, nomor pembeli terbukti"], null),
        DeliveryQuoted e => (words["Penjual menyebut ongkir"], RupiahFormat.Full(e.Fee)),
        DeliveryQuoteAgreed e => (words["Pembeli menyetujui ongkir"], RupiahFormat.Full(e.Fee)),
        MarketShareChanged e => (words["Ongkir bersama dibagi ulang"], RupiahFormat.Full(e.Share)),
        MarketShareAgreed e => (words["Pembeli menyetujui bagian ongkirnya"], RupiahFormat.Full(e.Share)),
        OrderHandedOverAtPoint => (words["Barang diserahkan di hari pasar"], null),
        OrderAccepted => (words["Pesanan diterima penjual"], null),
        OrderRejected e => (words["Pesanan ditolak penjual"], words.Of(e.Reason)),
        OrderReadied => (words["Barang siap"], null),
        OrderShipped => (words["Barang dikirim"], null),
        OrderArrived e => (words["Barang sampai"], words.Of(e.By)),
        PaymentProofGiven => (words["Pembeli mengirim bukti bayar"], null),
        UniqueCodeGiven => (words["Jumlah transfer ditetapkan dengan kode unik"], null),
        PaymentReceivedStated => (words["Penjual menyatakan uangnya sudah masuk"], null),
        CardPaymentOpened => (words["Pembeli membuka pembayaran kartu"], null),
        CardPaymentConfirmed => (words["Dibayar dengan kartu, menurut Stripe"], null),
        CardPaymentFailed => (words["Pembayaran kartu tidak jadi"], null),
        CardPaymentCameLate => (words["Pembayaran kartu datang terlambat dan harus kembali"], null),
        CardPaymentMismatched => (words["Jumlah pembayaran kartu tidak cocok dan harus kembali"], null),
        CardRefundMade => (words["Penjual mengembalikan uangnya lewat Stripe"], null),
        RefundStated => (words["Penjual menyatakan uangnya sudah dikembalikan"], null),
        RefundReceivedStated => (words["Pembeli menyatakan uangnya sudah kembali"], null),
        RefundMissingStated => (words["Pembeli menyatakan uangnya belum masuk"], null),
        OrderHandedOver => (words["Barang diserahkan dan dibayar"], null),
        OrderReturned => (words["Pesanan ditutup setelah keluhan"], null),
        OrderCompleted e => (words["Pesanan selesai"], RupiahFormat.Full(e.Total)),
        OrderStruck e => (words["Dikeluarkan dinas dari hasil"], $"{words.Of(e.Reason)}. {e.Note}"),
        OrderCountedAgain e => (words["Dihitung lagi oleh dinas"], e.Note),
        OrderCancelled => (words["Pesanan dibatalkan pembeli"], null),
        OrderExpired => (words["Pesanan kedaluwarsa tanpa jawaban"], null),
        _ => null,
    };
}
