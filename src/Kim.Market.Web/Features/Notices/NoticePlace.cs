namespace Kim.Market.Web.Features.Notices;

/// <summary>Where something is looked after that somebody has heard of.</summary>
public static class NoticePlace
{
    /// <param name="slug">Of the stall it is about; of the KIM, where it is about a KIM.</param>
    public static string Of(NoticeKind kind, Sides side, Guid stream, Guid scope, string slug) => (NoticeRules.Of(kind).Topic, side) switch
    {
        (NoticeTopic.Orders, _) => Orders(kind),
        (NoticeTopic.Payments, Sides.Kim) => $"/kelola?di={scope:N}",
        (NoticeTopic.Payments, _) => kind == NoticeKind.RefundMissing ? "/lapak/pesanan?status=uang-kembali" : "/lapak/pesanan?status=diproses",
        (NoticeTopic.Complaints, Sides.Kim) => "/kelola/keluhan",
        (NoticeTopic.Complaints, Sides.Office) => "/dinas/keluhan",
        (NoticeTopic.Complaints, _) => "/lapak/keluhan",
        (NoticeTopic.Reviews, _) => "/lapak/ulasan",
        (NoticeTopic.Curation, _) when kind is NoticeKind.GoodsSelected or NoticeKind.SelectionDropped or NoticeKind.SelectionEnded => $"/unggulan/{stream}",
        (NoticeTopic.Curation, _) when kind is >= NoticeKind.StallSuspended and <= NoticeKind.StallRestored => side switch
        {
            Sides.Office => $"/dinas/lapak/{stream}",
            Sides.Kim => $"/kelola/lapak/{slug}/pembekuan",
            _ => $"/lapak/pembekuan/{slug}",
        },
        (NoticeTopic.Curation, Sides.Kim) => kind == NoticeKind.ProductSubmitted ? "/kelola/kurasi" : $"/kelola/lapak/{slug}",
        (NoticeTopic.Curation, _) => kind is NoticeKind.ProductReturned or NoticeKind.ProductPublished ? $"/lapak/produk/{stream}" : "/lapak",
        (NoticeTopic.Register, Sides.Kim) when kind is NoticeKind.DomainMissed or NoticeKind.DomainSwitchedOff => $"/kelola/{slug}/alamat",
        (NoticeTopic.Register, Sides.Office) => $"/dinas/kim/{slug}",
        (NoticeTopic.Register, _) => $"/kelola?di={scope:N}",
        (NoticeTopic.Potentials, Sides.Office) => "/dinas/potensi",
        (NoticeTopic.Potentials, _) => $"/kelola/{slug}/potensi",
        (NoticeTopic.Enquiries, Sides.Office) => $"/dinas/pertanyaan/{stream}",
        (NoticeTopic.Enquiries, _) => $"/kelola/pertanyaan/{stream}",
        (NoticeTopic.Coaching, _) when kind == NoticeKind.GroupAssessed => $"/kelola/{slug}/penilaian",
        (NoticeTopic.Coaching, _) when kind is NoticeKind.ContestAnnounced or NoticeKind.ContestCalledOff or NoticeKind.ContestDecided => $"/kelola/{slug}/lomba",
        (NoticeTopic.Coaching, _) => $"/kelola/{slug}/pembinaan",
        (NoticeTopic.Certificates, Sides.Office) => $"/dinas/sertifikat",
        _ => $"/lapak/sertifikat/{slug}",
    };

    private static string Orders(NoticeKind kind) => kind switch
    {
        NoticeKind.OrderCancelled or NoticeKind.OrderExpired => "/lapak/pesanan?status=selesai",
        NoticeKind.QuoteAgreed or NoticeKind.PackingLate => "/lapak/pesanan?status=diproses",
        _ => "/lapak/pesanan?status=baru",
    };
}
