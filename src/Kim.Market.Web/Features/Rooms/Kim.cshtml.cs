using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Complaints;
using Kim.Market.Web.Features.Curation;
using Kim.Market.Web.Features.Enquiries;
using Kim.Market.Web.Features.Promotion;
using Kim.Market.Web.Features.Pulses;
using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>/kelola: a KIM's own desk: whose buyers wait, which stalls it looks after, who is on the board.</summary>
[For(Desk.Group, What = "Melihat meja KIM: pesanan yang belum dijawab dan lapak yang didampingi"), PrivatePage]
public sealed class KimModel(RoomRows rows, WeekList week, PulseBook pulses, ComplaintBook complaints, EnquiryBook enquiries, Shares shares, Marketplace market, Standing standing, TimeProvider clock) : MarketPage
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        public Guid Kim { get; init; }

        public DormancyReason Rest { get; init; }

        [Display(Name = "Catatan")]
        [StringLength(Limits.Note)]
        public string? Note { get; init; }
    }

    [FromQuery(Name = "di")]
    public Guid? At { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public KimRow Kim { get; private set; } = null!;

    public IReadOnlyList<StallRow> Unanswered { get; private set; } = [];

    /// <summary>Buyers whose money has to come back; the longest waiting of them.</summary>
    public IReadOnlyList<OwedRow> Owed { get; private set; } = [];

    public Slice<StallRow> Stalls { get; private set; } = new([], false);

    /// <summary>What is worth doing this week; empty for those who do not curate.</summary>
    public IReadOnlyList<WeekItem> Week { get; private set; } = [];

    /// <summary>Complaints that were passed on and wait for a proposal.</summary>
    public int Complaints { get; private set; }

    /// <summary>Enquiries that wait for an answer, for those who may give one.</summary>
    public int Enquiries { get; private set; }

    /// <summary>How often anything of it was passed on.</summary>
    public long Shared { get; private set; }

    /// <summary>Writers and treasurers bring nobody in.</summary>
    public bool Curates => standing.Holds(Desk.Group, Kim.GroupId, GroupRole.Chair, GroupRole.Curator);

    public bool Writes => standing.Holds(Desk.Group, Kim.GroupId, GroupRole.Chair, GroupRole.Curator, GroupRole.Writer);

    public bool Leads => standing.Holds(Desk.Group, Kim.GroupId, GroupRole.Chair);

    /// <summary>Null before the KIM did anything.</summary>
    public PulseView? Pulse { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LookAsync(At, ct);

    [For(Desk.Group, GroupRole.Chair, What = "Menyatakan KIM-nya vakum, dan aktif kembali")]
    public Task<IActionResult> OnPostRestAsync(CancellationToken ct) => TellAsync(
        (group, now) => group.DeclareDormant(Input.Rest, now, Input.Note ?? ""), T["KIM dinyatakan vakum. Produknya masih terlihat, pesanan baru ditahan."], ct);

    [For(Desk.Group, GroupRole.Chair, What = "Menyatakan KIM-nya vakum, dan aktif kembali")]
    public Task<IActionResult> OnPostWakeAsync(CancellationToken ct) =>
        TellAsync((group, now) => group.Wake(Input.Note ?? "", now), T["KIM aktif kembali dan bisa menerima pesanan."], ct);

    private async Task<IActionResult> TellAsync(Func<Group, DateTimeOffset, Decision<GroupEvent>> decide, string done, CancellationToken ct)
    {
        if (!standing.Holds(Desk.Group, Input.Kim, GroupRole.Chair))
        {
            return NotFound();
        }

        if (!ModelState.IsValid
            || !await AgreedAsync(market.TellAsync(new Id<Group>(Input.Kim), (Group known) => decide(known, Now), Me.By(), ct)))
        {
            return await LookAsync(Input.Kim, ct);
        }

        Flash = done;
        return LocalRedirect(Url.Content($"~/kelola?di={Input.Kim:N}"));
    }

    private async Task<IActionResult> LookAsync(Guid? at, CancellationToken ct)
    {
        if (Room.Of(standing, Desk.Group, at) is not { } here || await rows.MyKimAsync(Me, here.Scope, ct) is not { } kim)
        {
            return NotFound();
        }

        Kim = kim;
        Complaints = await complaints.WaitingAsync(Me, Desk.Group, ct);
        Enquiries = await enquiries.WaitingOfKimAsync(Me, kim.GroupId, ct);
        Shared = await shares.OfKimAsync(Me, kim.GroupId, ct) is [var most, ..] ? most.All : 0;
        Week = await week.OfAsync(Me, ct);
        Unanswered = await rows.UnansweredAsync(Me, kim.GroupId, ct);
        Owed = await rows.OwedAsync(Me, kim.GroupId, ct);
        Stalls = Slice<StallRow>.Of(await rows.StallsOfAsync(Me, kim.GroupId, After ?? "", ct), RoomRows.PageSize);
        Pulse = await pulses.LookAsync(kim.GroupId, Now, ct) is { } pulse ? pulse with { Href = Where(pulse.Step) } : null;
        return Page();
    }

    // Writers and treasurers are told, and have no door to what curators do.
    private string? Where(PulseStep step) => step switch
    {
        _ when !Curates => null,
        PulseStep.ApproveGoods => "~/kelola/kurasi",
        PulseStep.InviteSeller => $"~/kelola/lapak-baru?di={Kim.GroupId:N}",
        _ => null,
    };
}
