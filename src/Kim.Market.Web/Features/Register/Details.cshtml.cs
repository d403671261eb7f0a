using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Decrees;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Papers;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Features.Pulses;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Register;

/// <summary>/dinas/kim/{slug}: one KIM as the register holds it, and what an officer may decide about it.</summary>
[For(Desk.Office, What = "Melihat data satu KIM dan riwayatnya"), PrivatePage]
public sealed partial class DetailsModel(
    GroupRegister register, RegisterDesk desk, EventStore store, RegisterHistory history, Vault vault, PaperIntake papers,
    PulseBook pulses, Board board, TimeProvider clock) : MarketPage
{
    public RegisterEntry Group { get; private set; } = null!;

    public IReadOnlyList<DecreeEntry> Decrees { get; private set; } = [];

    public IReadOnlyList<TimelineItem> History { get; private set; } = [];

    public string? Applicant { get; private set; }

    /// <summary>Null before it did anything.</summary>
    public PulseView? Pulse { get; private set; }

    public WhatsAppNumber? WhatsApp { get; private set; }

    /// <summary>Auditors read and decide nothing.</summary>
    public bool Decides => Group.Decides;

    [BindProperty]
    public Form Input { get; init; } = new();

    /// <summary>What the register knows so far, to be corrected; or what was sent.</summary>
    [BindProperty]
    public ProfileForm Profile { get; set; } = new();

    /// <summary>The fields of all the other forms on the page; each sends its own.</summary>
    public sealed class Form
    {
        [Display(Name = "Alasan")]
        [StringLength(Limits.Note)]
        public string? Note { get; init; }

        public RejectionCause Cause { get; init; }

        public SuspensionReason Reason { get; init; }

        public DormancyReason Rest { get; init; }

        [Display(Name = "Nomor kim.id")]
        [StringLength(Limits.Name)]
        public string? NationalId { get; init; }

        public Guid Command { get; init; }

        [Display(Name = "Nomor SK")]
        [StringLength(Limits.Name)]
        public string? Number { get; init; }

        [Display(Name = "Tentang")]
        [StringLength(Limits.Place)]
        public string? Title { get; init; }

        public DecreeIssuer Issuer { get; init; }

        [Display(Name = "Tanggal SK")]
        public DateOnly? IssuedOn { get; init; }

        [Display(Name = "Berlaku sampai")]
        public DateOnly? ValidUntil { get; init; }

        public Guid Decree { get; init; }

        [Display(Name = "Foto atau PDF suratnya")]
        public IFormFile? Paper { get; init; }
    }

    /// <summary>What the last suspension or dissolution rests on.</summary>
    public string? Evidence { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ? Show() : NotFound();

    [For(Desk.Office, OfficeRole.Officer, What = "Memverifikasi KIM")]
    public Task<IActionResult> OnPostVerifyAsync(string slug, CancellationToken ct) =>
        DoAsync(slug, () => TellAsync((group, now) => group.Verify(now, Group.Rules), ct), T["KIM diverifikasi dan masuk daftar."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Menolak usulan KIM dengan alasan")]
    public Task<IActionResult> OnPostRejectAsync(string slug, CancellationToken ct) =>
        DoAsync(slug, () => TellAsync((group, now) => group.Reject(Input.Cause, Input.Note ?? "", now), ct), T["Usulan ditolak. Pengusul melihat alasannya."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Membekukan KIM, dan mencabut pembekuan")]
    public Task<IActionResult> OnPostSuspendAsync(string slug, CancellationToken ct) => DoAsync(
        slug, () => WithPaperAsync((group, paper, now) => group.Suspend(Input.Reason, Input.Note ?? "", paper, now), ct),
        T["KIM dibekukan. Pesanan yang sudah masuk tetap diselesaikan."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Membekukan KIM, dan mencabut pembekuan")]
    public Task<IActionResult> OnPostLiftAsync(string slug, CancellationToken ct) =>
        DoAsync(slug, () => TellAsync((group, now) => group.LiftSuspension(Input.Note ?? "", now), ct), T["Pembekuan dicabut."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Mencatat KIM yang vakum, dan yang aktif kembali")]
    public Task<IActionResult> OnPostRestAsync(string slug, CancellationToken ct) => DoAsync(
        slug, () => WithPaperAsync((group, paper, now) => group.DeclareDormant(Input.Rest, now, Input.Note ?? "", paper), ct),
        T["KIM dicatat vakum. Produknya masih terlihat, pesanan baru ditahan."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Mencatat KIM yang vakum, dan yang aktif kembali")]
    public Task<IActionResult> OnPostWakeAsync(string slug, CancellationToken ct) =>
        DoAsync(slug, () => TellAsync((group, now) => group.Wake(Input.Note ?? "", now), ct), T["KIM aktif kembali dan bisa menerima pesanan."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Mencatat KIM yang bubar")]
    public Task<IActionResult> OnPostDissolveAsync(string slug, CancellationToken ct) =>
        DoAsync(slug, () => WithPaperAsync((group, paper, now) => group.Dissolve(Input.Note ?? "", paper, now), ct), T["KIM dicatat bubar. Riwayatnya tetap bisa dibaca."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Mencatat nomor kim.id")]
    public Task<IActionResult> OnPostNationalIdAsync(string slug, CancellationToken ct) =>
        DoAsync(slug, () => TellAsync((group, now) => group.RecordNationalId(Input.NationalId ?? "", now), ct), T["Nomor kim.id dicatat."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Memperbarui data KIM: masa bakti, anggota, wilayah kerja")]
    public Task<IActionResult> OnPostDescribeAsync(string slug, CancellationToken ct) => DoAsync(slug, DescribeAsync, T["Data KIM diperbarui."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Mencatat SK dan KIM yang disebut di dalamnya")]
    public Task<IActionResult> OnPostDecreeAsync(string slug, CancellationToken ct) => DoAsync(slug, NameAsync, T["SK dicatat."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Mencatat SK dan KIM yang disebut di dalamnya")]
    public Task<IActionResult> OnPostPaperAsync(string slug, CancellationToken ct) => DoAsync(
        slug,
        async () => Decrees.Any(decree => decree.DecreeId == Input.Decree) && await PaperAsync(ct) is { } paper
            ? await desk.KeepPaperAsync(new(Input.Decree), paper, Me, ct)
            : null,
        T["Dokumen SK disimpan tertutup."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Mencatat SK dan KIM yang disebut di dalamnya")]
    public Task<IActionResult> OnPostStrikeAsync(string slug, CancellationToken ct) => DoAsync(
        slug,
        () => Decrees.Any(decree => decree.DecreeId == Input.Decree)
            ? desk.StrikeAsync(new(Group.GroupId), new(Input.Decree), Me, ct)
            : Task.FromResult<Refusal?>(null),
        T["KIM ini tidak lagi disebut dalam SK itu."], ct);

    private Task<Refusal?> TellAsync(Func<Group, DateTimeOffset, Decision<GroupEvent>> decide, CancellationToken ct) =>
        desk.TellAsync(new(Group.GroupId), decide, Me, ct);

    private async Task<Refusal?> WithPaperAsync(Func<Group, string?, DateTimeOffset, Decision<GroupEvent>> decide, CancellationToken ct)
    {
        var paper = await PaperAsync(ct);
        return ModelState.IsValid ? await desk.TellAsync(new(Group.GroupId), decide, paper, Me, ct) : null;
    }

    private async Task<Paper?> PaperAsync(CancellationToken ct)
    {
        if (Input.Paper is not { } file)
        {
            return null;
        }

        var (paper, refusal) = await papers.ReadAsync(file, ct);
        if (refusal is not null)
        {
            ModelState.AddModelError("Input.Paper", T.Of(refusal));
        }

        return paper;
    }

    private async Task<Refusal?> NameAsync()
    {
        if (Input.IssuedOn is not { } issued)
        {
            ModelState.AddModelError("Input.IssuedOn", T["Isi tanggal SK, seperti tertulis di suratnya."]);
            return null;
        }

        var ct = HttpContext.RequestAborted;
        var paper = await PaperAsync(ct);
        return ModelState.IsValid
            ? await desk.NameAsync(
                new(Group.GroupId), RegionCode.Parse(Group.Seat),
                new(Input.Command, Input.Number ?? "", Input.Title ?? "", Input.Issuer, issued, Input.ValidUntil, paper), Me, ct)
            : null;
    }

    private Task<Refusal?> DescribeAsync()
    {
        var (profile, wrong) = Profile.Read();
        if (profile is null)
        {
            ModelState.AddModelError("Profile.Area", T["“{0}” bukan kode wilayah. Tulis kode Kemendagri, contoh 64.02.15.1004.", wrong]);
            return Task.FromResult<Refusal?>(null);
        }

        var year = Profile.FoundedOn is null ? Profile.FoundedIn : null;
        return TellAsync((group, now) => Both(group.Describe(profile, now), group.RecordFoundingYear(year, now)), HttpContext.RequestAborted);
    }

    private static Decision<GroupEvent> Both(Decision<GroupEvent> one, Decision<GroupEvent> other) =>
        (one.Refusal ?? other.Refusal) is { } refusal ? refusal : [.. one, .. other];

    private async Task<IActionResult> DoAsync(string slug, Func<Task<Refusal?>> act, string done, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct) || !Decides)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !await AgreedAsync(act()))
        {
            return Show();
        }

        Flash = done;
        return LocalRedirect(Url.Content($"~/dinas/kim/{slug}"));
    }

    private PageResult Show()
    {
        if (!ModelState.Keys.Any(key => key.StartsWith("Profile.", StringComparison.Ordinal)))
        {
            Profile = ProfileForm.Of(Group);
        }

        return Page();
    }

    private async Task<bool> FindAsync(string slug, CancellationToken ct)
    {
        if (await register.FindAsync(Me, slug, ct) is not var (group, decrees))
        {
            return false;
        }

        (Group, Decrees) = (group, decrees);
        var id = group.GroupId;
        var histories = store.ReadManyAsync([id], ct);
        var people = (await vault.OpenAsync([id], ct))[id].ToDictionary(entry => entry.Field, entry => entry.Value);
        Seats = await board.OfAsync(Me, id, ct);
        Pulse = await pulses.LookAsync(id, clock.GetUtcNow(), ct);
        Applicant = people.GetValueOrDefault("applicant");
        WhatsApp = people.TryGetValue("whatsapp", out var kept) && WhatsAppNumber.TryParse(kept, out var number) ? number : null;
        var zone = Zone.Of(group.TimeZone);
        var told = (await histories)[id].ToList();
        Evidence = RegisterHistory.EvidenceOf(told);
        History = history.Tell(told, zone);
        return true;
    }
}
