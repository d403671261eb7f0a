using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Products;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Selections;

/// <summary>/dinas/unggulan/{selection}: one selection before its office, with the goods in it.</summary>
[For(Desk.Office, What = "Melihat pilihan produk unggulan di wilayahnya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class CaseModel(SelectionBook book, SelectionDesk desk, TimeProvider clock) : CasePage
{
    private const string Writing = "Memilih produk unggulan di wilayahnya";

    [FromRoute(Name = "selection")]
    public Guid Id { get; init; }

    /// <summary>A part of the name of a product, or of its business.</summary>
    [FromQuery(Name = "cari")]
    public string? Search { get; init; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public KnownSelection Known { get; private set; } = null!;

    public IReadOnlyList<PickRow> Picks { get; private set; } = [];

    public IReadOnlyList<PickCandidate> Candidates { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public override string Here => $"~/dinas/unggulan/{Id}{(Search is { Length: > 0 } name ? $"?cari={Uri.EscapeDataString(name)}" : "")}";

    public sealed class Form
    {
        public Guid Product { get; init; }

        [Display(Name = "Mengapa yang ini")]
        [StringLength(Limits.Remark)]
        public string? Note { get; init; }

        [Display(Name = "Alasannya")]
        [StringLength(Limits.Remark)]
        public string? Reason { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    [For(Desk.Office, OfficeRole.Officer, What = Writing)]
    public Task<IActionResult> OnPostPickAsync(CancellationToken ct) => TellAsync(() => desk.PickAsync(Id, Input.Product, Input.Note ?? "", Me, ct), T["Dipilih."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = Writing)]
    public Task<IActionResult> OnPostDropAsync(CancellationToken ct) =>
        TellAsync(() => desk.TellAsync(Id, (known, today, now) => known.Drop(new Id<Product>(Input.Product), Input.Reason ?? "", today, now), Me, ct), T["Dikeluarkan."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = Writing)]
    public Task<IActionResult> OnPostOpenAsync(CancellationToken ct) =>
        TellAsync(() => desk.TellAsync(Id, (known, today, now) => known.Open(today, now), Me, ct), T["Dibuka. Penjualnya dan KIM-nya mendapat kabar."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = Writing)]
    public Task<IActionResult> OnPostEndAsync(CancellationToken ct) =>
        TellAsync(() => desk.TellAsync(Id, (known, today, now) => known.End(Input.Reason ?? "", today, now), Me, ct), T["Diakhiri. Halamannya tetap bisa dibaca."], ct);

    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await book.FindOfOfficeAsync(Me, Id, ct) is not { } known)
        {
            return false;
        }

        (Known, MayWrite) = (known, await book.MayWriteAsync(Me, Id, ct));
        Picks = await book.PicksAsync(Id, ct);
        Candidates = MayWrite && known.IsDraft ? await book.CandidatesAsync(Me, Id, Search is { Length: <= Limits.Name } name ? name : "", ct) : [];
        return true;
    }
}
