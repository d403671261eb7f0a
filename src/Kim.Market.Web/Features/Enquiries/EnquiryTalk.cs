using Kim.Market.Domain.Enquiries;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>One thing that was said or happened in an enquiry, as both sides read it.</summary>
/// <param name="By">Who, by role: nobody is named.</param>
/// <param name="Text">What was said; null for what happened without words, and for words that are forgotten.</param>
/// <param name="IsSaid">Whether there were words.</param>
public sealed record TalkLine(string By, DateTimeOffset At, string? Text, bool IsSaid, bool IsAsker = false);

/// <summary>Tells an enquiry from its events and the words in the vault.</summary>
public sealed class EnquiryTalk(EventStore store, EnquiryWords kept, Words words)
{
    /// <summary>All of it, the first on top. Whose it is to read, the caller has asked.</summary>
    public async Task<IReadOnlyList<TalkLine>> OfAsync(Guid enquiry, CancellationToken ct)
    {
        var texts = await kept.OfAsync(enquiry, ct);
        return [.. (await store.ReadAsync(enquiry, ct: ct)).Select(recorded => Line(recorded.Data)).OfType<TalkLine>()];

        TalkLine? Line(object happened) => happened switch
        {
            EnquiryMade e => new(words["Penanya"], e.At, texts.GetValueOrDefault(e.Words), true, true),
            EnquiryFollowedUp e => new(words["Penanya"], e.At, texts.GetValueOrDefault(e.Words), true, true),
            EnquiryAnswered e => new(e.Office is null ? "KIM" : words["Dinas"], e.At, texts.GetValueOrDefault(e.Words), true),
            EnquiryPassedToVillage e => new(words["KIM meneruskannya ke pemerintah desa"], e.At, null, false),
            EnquiryPassedToOffice e => new(words["KIM meneruskannya ke dinas"], e.At, null, false),
            EnquiryEscalated e => new(words["Sampai ke dinas"], e.At, null, false),
            EnquirySetAside e => new(words["Disisihkan: {0}", words.Of(e.Reason)], e.At, null, false),
            EnquiryClosed { End: EnquiryEnd.Asker } e => new(words["Penanya menutupnya"], e.At, null, false),
            EnquiryClosed e => new(words["Selesai: dua minggu tidak ada kabar lagi"], e.At, null, false),
            EnquiryShown e => new(words["KIM menampilkannya tanpa nama"], e.At, null, false),
            EnquiryHidden e => new(e.ByAsker ? words["Penanya tidak mengizinkannya tampil lagi"] : words["KIM menariknya dari halaman umum"], e.At, null, false),
            EnquiryForgotten e => new(words["Nama, nomor, dan isinya dihapus"], e.At, null, false),
            _ => null,
        };
    }
}
