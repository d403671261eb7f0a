using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Notices;

/// <summary>What is said of something, to whom: one short sentence that names no person.</summary>
public sealed class NoticeWords(Words words)
{
    public string Of(NoticeKind kind, Sides side, string subject) => side == Sides.Buyer ? ToBuyer(kind, subject) : kind switch
    {
        NoticeKind.OrderPlaced => words["Pesanan baru {0}", subject],
        NoticeKind.OrderCancelled => words["Pembeli membatalkan pesanan {0}", subject],
        NoticeKind.OrderExpired => words["Waktu pesanan {0} habis, pesanan berakhir", subject],
        NoticeKind.QuoteAgreed => words["Pembeli setuju ongkir pesanan {0}", subject],
        NoticeKind.OrderUnanswered => words["Pesanan {0} hampir habis waktu jawabnya", subject],
        NoticeKind.PackingLate => words["Pesanan {0} sudah sehari diterima dan belum siap", subject],
        NoticeKind.LookupAsked => words["Pembeli minta masuk ke pesanannya di {0}", subject],
        NoticeKind.ProofGiven => words["Pembeli mengirim bukti bayar pesanan {0}", subject],
        NoticeKind.CardPaid => words["Menurut Stripe, pesanan {0} sudah dibayar kartu", subject],
        NoticeKind.CardTrouble => words["Pembayaran kartu pesanan {0} harus dikembalikan", subject],
        NoticeKind.RefundMissing => words["Kata pembeli, uang kembali pesanan {0} belum masuk", subject],
        NoticeKind.ComplaintMade => words["Keluhan baru untuk pesanan {0}", subject],
        NoticeKind.ComplaintEscalated => words["Keluhan pesanan {0} diteruskan ke KIM", subject],
        NoticeKind.ComplaintProposed => words["KIM mengusulkan jalan keluar untuk pesanan {0}", subject],
        NoticeKind.ComplaintSettled => words["Keluhan pesanan {0} sudah selesai", subject],
        NoticeKind.ComplaintDecided => words["Keluhan pesanan {0} berakhir dengan saran terakhir", subject],
        NoticeKind.ReviewGiven => words["Ulasan baru untuk {0}", subject],
        NoticeKind.ProductSubmitted => words["{0} menunggu diperiksa KIM", subject],
        NoticeKind.ProductReturned => words["KIM minta {0} dibenahi dulu", subject],
        NoticeKind.ProductPublished => words["{0} sekarang tampil di pasar", subject],
        NoticeKind.StallWaiting => words["Lapak {0} menunggu disetujui KIM", subject],
        NoticeKind.StallApproved => words["Lapak {0} disetujui KIM", subject],
        NoticeKind.StallReturned => words["KIM minta lapak {0} dibenahi dulu", subject],
        NoticeKind.GroupApplied => words["{0} mendaftar dan menunggu diperiksa", subject],
        NoticeKind.GroupVerified => words["{0} sudah tercatat di dinas", subject],
        NoticeKind.GroupSuspended => words["{0} dibekukan dinas", subject],
        NoticeKind.GroupRestored => words["Pembekuan {0} dicabut", subject],
        NoticeKind.DomainMissed => words["Bukti domain {0} hilang: pasang lagi dalam tiga hari", subject],
        NoticeKind.DomainSwitchedOff => words["Domain {0} tidak lagi menampilkan halaman KIM", subject],
        NoticeKind.CertificateStated => words["Sertifikat {0} menunggu diperiksa", subject],
        NoticeKind.CertificateVerified => words["Sertifikat {0} cocok dan menjadi lencana", subject],
        NoticeKind.CertificateRefused => words["Sertifikat {0} tidak cocok dengan dokumennya", subject],
        NoticeKind.CertificateRevoked => words["Lencana sertifikat {0} dicabut", subject],
        NoticeKind.CertificateEnding => words["Sertifikat {0} berakhir dalam 30 hari", subject],
        NoticeKind.PotentialWritten => words["Potensi desa {0} menunggu diperiksa", subject],
        NoticeKind.PotentialConfirmed => words["Potensi desa {0} sekarang tampil", subject],
        NoticeKind.PotentialReturned => words["Dinas minta potensi {0} dibenahi dulu", subject],
        NoticeKind.PotentialWithdrawn => words["Potensi desa {0} ditarik", subject],
        NoticeKind.EnquiryMade => words["Pertanyaan baru: {0}", subject],
        NoticeKind.EnquiryFollowedUp => words["Penanya menambahkan sesuatu: {0}", subject],
        NoticeKind.EnquiryEscalated => words["Pertanyaan sampai ke dinas: {0}", subject],
        NoticeKind.EnquiryPassedOn => words["KIM meneruskan pertanyaan: {0}", subject],
        _ => words["Ada kabar tentang {0}", subject],
    };

    private string ToBuyer(NoticeKind kind, string subject) => kind switch
    {
        NoticeKind.OrderAccepted => words["Pesanan {0} diterima penjual", subject],
        NoticeKind.OrderRejected => words["Pesanan {0} ditolak penjual", subject],
        NoticeKind.OrderExpired => words["Pesanan {0} berakhir: tidak dijawab pada waktunya", subject],
        NoticeKind.DeliveryQuoted => words["Ongkir pesanan {0} sudah ada: setuju atau tidak?", subject],
        NoticeKind.OrderReady => words["Pesanan {0} siap", subject],
        NoticeKind.OrderShipped => words["Pesanan {0} dalam perjalanan", subject],
        NoticeKind.OrderArrived => words["Pesanan {0} sampai: periksa barangnya", subject],
        NoticeKind.OrderCompleted => words["Pesanan {0} selesai", subject],
        NoticeKind.LookupAsked => words["Kode pesanan Anda: {0}. Jangan berikan kepada siapa pun.", subject],
        NoticeKind.HarvestOffered => words["Giliran Anda di antrean {0}", subject],
        NoticeKind.ProductBack => words["{0} sudah bisa dipesan", subject],
        NoticeKind.EnquiryAnswered => words["Pertanyaan Anda dijawab: {0}", subject],
        NoticeKind.CardPaid => words["Pembayaran kartu pesanan {0} tercatat", subject],
        NoticeKind.RefundStated => words["Uang pesanan {0} dikirim kembali: sudah masuk?", subject],
        NoticeKind.ComplaintAnswered => words["Penjual menjawab keluhan pesanan {0}", subject],
        NoticeKind.ComplaintEscalated => words["Keluhan pesanan {0} diteruskan ke KIM", subject],
        NoticeKind.ComplaintProposed => words["KIM mengusulkan jalan keluar untuk pesanan {0}", subject],
        NoticeKind.ComplaintSettled => words["Keluhan pesanan {0} sudah selesai", subject],
        NoticeKind.ComplaintDecided => words["Keluhan pesanan {0} berakhir dengan saran terakhir", subject],
        _ => words["Ada kabar tentang {0}", subject],
    };
}
