using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Enquiries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>/tanya/{token}: what somebody asked, and what was answered. Only their own key opens it.</summary>
[OpenTo(Audience.KeyHolder, What = "Membaca jawaban atas pertanyaannya kepada desa, menambah, menutup, dan mencabut izin tampil"), PrivatePage]
[EnableRateLimiting(RateLimits.Write)]
public sealed class OwnModel(EnquiryBook book, EnquiryDesk desk, EnquiryTalk talk, TimeProvider clock) : MarketPage
{
    [FromRoute]
    public string Token { get; init; } = "";

    [BindProperty]
    public Form Input { get; init; } = new();

    public DeskEnquiry Enquiry { get; private set; } = null!;

    public IReadOnlyList<TalkLine> Talk { get; private set; } = [];

    /// <summary>Whether anything can still be added.</summary>
    public bool IsOpen => Enquiry.State is EnquiryStatus.Waiting or EnquiryStatus.Answered or EnquiryStatus.SetAside;

    public bool IsLate => Enquiry.IsLate(clock.GetUtcNow());

    private string Here => $"~/tanya/{Token}";

    public sealed class Form
    {
        /// <summary>Drawn with the form, so that pressing twice says it once.</summary>
        public Guid Said { get; init; }

        [Display(Name = "Tambahan Anda")]
        [StringLength(Limits.EnquiryText)]
        public string? Words { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSayAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        ModelState.Remove("Input.Said");
        if (string.IsNullOrWhiteSpace(Input.Words))
        {
            ModelState.AddModelError("Input.Words", T["Tulis yang ingin Anda tambahkan."]);
        }

        var said = Input.Said == Guid.Empty ? Guid.NewGuid() : Input.Said;
        return ModelState.IsValid && await AgreedAsync(desk.SayAsync(
            Enquiry.EnquiryId, Enquiry.BuyerId, said, Input.Words, (known, days, now) => known.FollowUp(said, days, now), Me.By(said), ct))
            ? Done("Terkirim. Jawabannya muncul di halaman ini.", Here)
            : Page();
    }

    public Task<IActionResult> OnPostCloseAsync(CancellationToken ct) => TellAsync((known, now) => known.Close(now), T["Terima kasih. Pertanyaan ini ditutup."], ct);

    public Task<IActionResult> OnPostHideAsync(CancellationToken ct) =>
        TellAsync((known, now) => known.Hide(byAsker: true, now), T["Izin dicabut. Tidak ada yang tampil di halaman desa."], ct);

    private async Task<IActionResult> TellAsync(Func<Enquiry, DateTimeOffset, Decision<EnquiryEvent>> decide, string done, CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (!await AgreedAsync(desk.TellAsync(Enquiry.EnquiryId, (known, _, now) => decide(known, now), Me.By(), ct)))
        {
            return Page();
        }

        Flash = done;
        return LocalRedirect(Url.Content(Here));
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await book.OpenAsync(Token, ct) is not { } enquiry)
        {
            return false;
        }

        Enquiry = enquiry;
        Talk = await talk.OfAsync(enquiry.EnquiryId, ct);
        return true;
    }
}
