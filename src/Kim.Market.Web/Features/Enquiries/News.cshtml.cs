using Kim.Market.Domain.Enquiries;
using Kim.Market.Web.Features.Notices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>/tanya/{token}/kabar: how whoever asked hears that there is an answer.</summary>
[OpenTo(Audience.KeyHolder, What = "Memilih lewat apa ia dikabari bila pertanyaannya dijawab"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class NewsModel(EnquiryBook book, Subscriptions subscriptions, PushSettings push, IMail mail)
    : WaysPage<NewsModel.Form>(subscriptions, push, mail)
{
    [FromRoute]
    public string Token { get; init; } = "";

    public DeskEnquiry Enquiry { get; private set; } = null!;

    public override string Here => $"~/tanya/{Token}/kabar";

    public override string Promise => T["Hanya untuk kabar pertanyaan ini. Disegel, dan terhapus bersama pertanyaannya."];

    protected override Guid Owner => Enquiry.BuyerId;

    public sealed class Form : WaysForm;

    protected override async Task<IActionResult?> FindAsync(CancellationToken ct)
    {
        if (await book.OpenAsync(Token, ct) is not { } enquiry)
        {
            return NotFound();
        }

        Enquiry = enquiry;
        return enquiry.State is EnquiryStatus.Closed or EnquiryStatus.Forgotten ? LocalRedirect(Url.Content($"~/tanya/{Token}")) : await WaysAsync(ct);
    }
}
