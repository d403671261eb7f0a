using Kim.Market.Domain.Enquiries;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>Short words about enquiries that several pages say.</summary>
public static class EnquirySay
{
    /// <summary>Who chooses a kind of enquiry.</summary>
    public static string About(this Words words, EnquiryKind kind) => kind switch
    {
        EnquiryKind.Investment => words["Menanam modal, bermitra, atau menyewa lahan."],
        EnquiryKind.Visit => words["Berwisata, belajar, meneliti, atau meliput."],
        EnquiryKind.Wholesale => words["Membeli banyak atau rutin, untuk toko, hotel, atau acara."],
        _ => words["Warga desa ini: usulan, keluhan, atau kabar yang perlu ditindaklanjuti."],
    };

    /// <summary>Where it stands: first what is, then who has it.</summary>
    public static string Stand(this Words words, DeskEnquiry row) => row.State switch
    {
        EnquiryStatus.Waiting when row.AtOffice => words["Menunggu jawaban dinas"],
        EnquiryStatus.Waiting when row.AtVillage => words["Ditanyakan ke pemerintah desa"],
        EnquiryStatus.Waiting => words["Menunggu jawaban KIM"],
        EnquiryStatus.Answered => words["Sudah dijawab"],
        EnquiryStatus.SetAside => words["Disisihkan"],
        EnquiryStatus.Closed => words["Selesai"],
        _ => words["Data penanya sudah dihapus"],
    };

    public static string? ToneOf(DeskEnquiry row) => row.State switch
    {
        EnquiryStatus.Waiting => "warn",
        EnquiryStatus.Answered => "good",
        _ => "idle",
    };
}
