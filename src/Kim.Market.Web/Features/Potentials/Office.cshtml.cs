using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Potentials;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Potentials;

/// <summary>/dinas/potensi: an officer reads what KIM have written of their villages before everybody does.</summary>
[For(Desk.Office, What = "Melihat potensi desa di wilayahnya"), PrivatePage]
public sealed class OfficeModel(PotentialBook book, PotentialDesk desk, TimeProvider clock) : MarketPage
{
    /// <summary>"tampil" for those that are shown; anything else for those that wait.</summary>
    [FromQuery(Name = "keadaan")]
    public string? Asked { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        public Guid Potential { get; init; }

        /// <summary>As it was read: what has been changed since waits for another look.</summary>
        public long Version { get; init; }

        [Display(Name = "Sebab")]
        [StringLength(Limits.Note)]
        public string? Reason { get; init; }
    }

    public bool IsShown => Asked == "tampil";

    public string Address => "~/dinas/potensi" + (IsShown ? "?keadaan=tampil" : "");

    public Slice<DeskPotential> All { get; private set; } = new([], false);

    public DateOnly Today => Format.DateFormat.DayIn(clock.GetUtcNow(), Format.Zone.Wita);

    public Task OnGetAsync(CancellationToken ct) => LookAsync(ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Memeriksa potensi desa, mengembalikan, dan menariknya")]
    public Task<IActionResult> OnPostConfirmAsync(CancellationToken ct) =>
        DecideAsync((known, office, now) => known.Confirm(office, now), T["Tampil mulai sekarang di halaman desa."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Memeriksa potensi desa, mengembalikan, dan menariknya")]
    public Task<IActionResult> OnPostReturnAsync(CancellationToken ct) =>
        DecideAsync((known, office, now) => known.Return(office, Input.Reason ?? "", now), T["Dikembalikan. KIM membaca sebabnya."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Memeriksa potensi desa, mengembalikan, dan menariknya")]
    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) =>
        DecideAsync((known, office, now) => known.Withdraw(office, Input.Reason ?? "", now), T["Ditarik dari halaman desa. Sebabnya tertulis di sana."], ct);

    private async Task<IActionResult> DecideAsync(
        Func<Potential, Id<Office>, DateTimeOffset, Decision<PotentialEvent>> decide, string done, CancellationToken ct)
    {
        if (await book.OfficeOfAsync(Me, Input.Potential, ct) is not { } office)
        {
            return NotFound();
        }

        if (ModelState.IsValid && await AgreedAsync(desk.TellAsync(
            new(Input.Potential), Input.Version, (known, now) => decide(known, new(office), now), Me, ct)))
        {
            Flash = done;
            return LocalRedirect(Url.Content(Address));
        }

        await LookAsync(ct);
        return Page();
    }

    private async Task LookAsync(CancellationToken ct) => All = Slice<DeskPotential>.Of(
        await book.OfRegionAsync(Me, IsShown ? PotentialStatus.Confirmed : PotentialStatus.Waiting, PotentialKey.Read(After), ct),
        PotentialBook.PageSize);
}
