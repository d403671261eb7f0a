using Kim.Market.Domain.Enquiries;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>What happened to an enquiry, in plain words, without what was said.</summary>
public static class EnquiryStory
{
    public static (string What, string? Detail)? Tell(EnquiryEvent happened, Words words) => happened switch
    {
        EnquiryMade e => (words["Seseorang bertanya"], words.Of(e.Kind)),
        EnquiryAnswered e => (e.Office is null ? words["KIM menjawab"] : words["Dinas menjawab"], null),
        EnquiryFollowedUp => (words["Penanya menambahkan sesuatu"], null),
        EnquiryPassedToVillage => (words["KIM meneruskannya ke pemerintah desa"], null),
        EnquiryPassedToOffice => (words["KIM meneruskannya ke dinas"], null),
        EnquiryEscalated => (words["Sampai ke dinas"], null),
        EnquirySetAside e => (words["Disisihkan"], words.Of(e.Reason)),
        EnquiryClosed e => (words["Ditutup"], words.Of(e.End)),
        EnquiryShown => (words["KIM menampilkannya tanpa nama"], null),
        EnquiryHidden e => (e.ByAsker ? words["Penanya tidak mengizinkannya tampil lagi"] : words["KIM menariknya dari halaman umum"], null),
        EnquiryForgotten => (words["Nama, nomor, dan isinya dihapus"], null),
        _ => null,
    };
}
