using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Selections;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Selections;

/// <summary>/dinas/unggulan/tulis: an officer says by what goods are to be chosen, and until when.</summary>
[For(Desk.Office, OfficeRole.Officer, What = "Memilih produk unggulan di wilayahnya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class WriteModel(Standing standing, SelectionBook book, SelectionDesk desk) : MarketPage
{
    [FromQuery(Name = "di")]
    public Guid? At { get; init; }

    /// <summary>The one that is to be changed; null for a new one.</summary>
    [FromRoute(Name = "selection")]
    public Guid? Id { get; init; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public KnownSelection? Editing { get; private set; }

    private Id<Office> _office;

    public sealed class Form
    {
        /// <summary>Drawn when the page was opened, so that pressing twice makes one.</summary>
        public Guid Command { get; set; }

        [Display(Name = "Judul")]
        [StringLength(Limits.Name)]
        public string? Title { get; init; }

        [Display(Name = "Dipilih karena")]
        [StringLength(Limits.Note)]
        public string? Criterion { get; init; }

        [Display(Name = "Mulai tanggal")]
        public DateOnly? From { get; init; }

        [Display(Name = "Sampai tanggal")]
        public DateOnly? Until { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Input = Editing is { } known
            ? new() { Command = Guid.CreateVersion7(), Title = known.Title, Criterion = known.Criterion, From = known.StartsOn, Until = known.EndsOn }
            : new() { Command = Guid.CreateVersion7() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Remove("Input.Command");
        if (Input.Command == Guid.Empty)
        {
            Input.Command = Guid.CreateVersion7();
        }

        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var terms = new SelectionTerms(Input.Title ?? "", Input.Criterion ?? "", Input.From ?? default, Input.Until ?? default);
        var refusal = Editing is { } known
            ? await desk.TellAsync(known.SelectionId, (it, today, now) => it.Rewrite(terms, today, now), Me, ct)
            : await desk.DraftAsync(new Id<Selection>(Input.Command), _office, terms, Me, ct);
        if (refusal is not null)
        {
            ModelState.AddModelError(FieldOf(refusal), T.Of(refusal));
            return Page();
        }

        return Done("Tersimpan.", $"~/dinas/unggulan/{Editing?.SelectionId ?? Input.Command}");
    }

    private static string FieldOf(Refusal problem) =>
        problem == SelectionRefusals.TitleLength ? "Input.Title"
        : problem == SelectionRefusals.CriterionLength ? "Input.Criterion"
        : problem == SelectionRefusals.Days || problem == SelectionRefusals.Over ? "Input.Until"
        : "";

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (Room.Held(standing, Desk.Office, At, OfficeRole.Officer) is not { } here)
        {
            return false;
        }

        _office = new(here.Scope);
        if (Id is not { } id)
        {
            return true;
        }

        Editing = await book.MayWriteAsync(Me, id, ct) ? await book.FindOfOfficeAsync(Me, id, ct) : null;
        return Editing is not null;
    }
}
