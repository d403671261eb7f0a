using System.ComponentModel.DataAnnotations;
using Kim.Market.Web.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Notices;

/// <summary>/akun/kabar/atur: by which ways the asker hears of what, and when nothing rings.</summary>
[ForMembers(What = "Memilih kabar apa yang sampai kepadanya, lewat apa, dan kapan"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class SettingsModel(NoticeChoices choices, Subscriptions subscriptions, PushSettings push, IMail mail) : MarketPage
{
    private const string Here = "~/akun/kabar/atur";

    [BindProperty]
    public Form Input { get; init; } = new();

    public IReadOnlyList<NoticeChoice> Topics { get; private set; } = [];

    public QuietHours Quiet { get; private set; }

    public IReadOnlyList<Subscription> Ways { get; private set; } = [];

    public bool TakesPush => push.IsOn;

    public bool TakesMail => mail.IsOn;

    public sealed class Form : PushForm
    {
        public Guid Subscription { get; init; }

        [Display(Name = "Alamat surel")]
        [StringLength(254)]
        public string? Mail { get; init; }

        /// <summary>The boxes that are ticked: topic and way, such as <c>0-push</c>.</summary>
        public string[] Choices { get; init; } = [];

        [Range(0, 23)]
        public int From { get; init; } = QuietHours.Usual.From;

        [Range(0, 23)]
        public int Until { get; init; } = QuietHours.Usual.Until;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LookAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await LookAsync(ct);
        }

        // a way that is off here had no box to tick: what was chosen of it before stays
        var (before, quiet) = await choices.OfAsync(Me, ct);
        await choices.SetAsync(
            Me,
            [.. before.Select(known => new NoticeChoice(
                known.Topic, IsTicked(known, "site"), push.IsOn ? IsTicked(known, "push") : known.Push, mail.IsOn ? IsTicked(known, "mail") : known.Mail))],
            push.IsOn || mail.IsOn ? new(Input.From, Input.Until) : quiet, ct);
        return Done("Tersimpan.", Here);
    }

    public async Task<IActionResult> OnPostPushAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Input.Target(push) is not { } target)
        {
            ModelState.AddModelError("", T["Browser ini tidak bisa dikabari dari sini. Coba Chrome atau Firefox."]);
            return await LookAsync(ct);
        }

        await subscriptions.AddBrowserAsync(Me.Scope, isMember: true, target, Device.Of(Request), ct);
        return Done("Browser ini akan dikabari.", Here);
    }

    public async Task<IActionResult> OnPostMailAsync(CancellationToken ct)
    {
        if (!mail.IsOn)
        {
            return NotFound();
        }

        if (Mailbox.Read(Input.Mail) is not { } address)
        {
            ModelState.AddModelError("Input.Mail", T["Tulis alamat surel yang lengkap, misalnya nama@contoh.id."]);
            return await LookAsync(ct);
        }

        await subscriptions.AddMailboxAsync(Me.Scope, isMember: true, address, ct);
        return Done("Kami mengirim surat ke alamat itu. Buka dan tekan ya, baru kabar dikirim.", Here);
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        await subscriptions.EndAsync(Me.Scope, Input.Subscription, ct);
        return Done("Dihentikan.", Here);
    }

    private bool IsTicked(NoticeChoice topic, string way) => Input.Choices.Contains($"{topic.Topic}-{way}");

    private async Task<IActionResult> LookAsync(CancellationToken ct)
    {
        (Topics, Quiet) = await choices.OfAsync(Me, ct);
        Ways = await subscriptions.OfAsync(Me.Scope, ct);
        return Page();
    }
}
