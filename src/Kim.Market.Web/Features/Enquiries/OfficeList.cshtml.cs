using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>/dinas/pertanyaan: enquiries of the office's region that have reached it, what is due soonest on top.</summary>
[For(Desk.Office, What = "Melihat pertanyaan di wilayahnya yang sampai ke dinas"), PrivatePage]
public sealed class OfficeListModel(EnquiryBook book, TimeProvider clock) : MarketPage
{
    /// <summary>"dijawab" for what no longer waits; anything else for what does.</summary>
    [FromQuery(Name = "keadaan")]
    public string? Asked { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public EnquiryList List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var waiting = Asked != "dijawab";
        List = EnquiryList.Of(
            await book.OfOfficeAsync(Me, waiting, EnquiryKey.Read(After), ct), waiting, "~/dinas/pertanyaan", "~/dinas/pertanyaan", clock.GetUtcNow());
    }
}
