using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Notices;

/// <summary>/akun/kabar/atur: by which ways the asker hears of what, and when nothing rings.</summary>
[ForMembers(What = "Memilih kabar apa yang sampai kepadanya, lewat apa, dan kapan"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class SettingsModel(NoticeChoices choices, Subscriptions subscriptions, PushSettings push, IMail mail)
    : WaysPage<SettingsModel.Form>(subscriptions, push, mail)
{
    public override string Here => "~/akun/kabar/atur";

    public override string Promise => T["Isinya pendek dan tanpa nama siapa pun."];

    public IReadOnlyList<NoticeChoice> Topics { get; private set; } = [];

    public QuietHours Quiet { get; private set; }

    protected override Guid Owner => Me.Scope;

    protected override bool IsMember => true;

    public sealed class Form : WaysForm
    {
        /// <summary>The boxes that are ticked: topic and way, such as <c>0-push</c>.</summary>
        public string[] Choices { get; init; } = [];

        [Range(0, 23)]
        public int From { get; init; } = QuietHours.Usual.From;

        [Range(0, 23)]
        public int Until { get; init; } = QuietHours.Usual.Until;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await FindAsync(ct) ?? Page();
        }

        // a way that is off here had no box to tick: what was chosen of it before stays
        var (before, quiet) = await choices.OfAsync(Me, ct);
        await choices.SetAsync(
            Me,
            [.. before.Select(known => new NoticeChoice(
                known.Topic, IsTicked(known, "site"), TakesPush ? IsTicked(known, "push") : known.Push, TakesMail ? IsTicked(known, "mail") : known.Mail))],
            TakesAny ? new(Input.From, Input.Until) : quiet, ct);
        return Done("Tersimpan.", Here);
    }

    private bool IsTicked(NoticeChoice topic, string way) => Input.Choices.Contains($"{topic.Topic}-{way}");

    protected override async Task<IActionResult?> FindAsync(CancellationToken ct)
    {
        (Topics, Quiet) = await choices.OfAsync(Me, ct);
        return await WaysAsync(ct);
    }
}
