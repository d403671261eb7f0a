using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Reviews;

/// <summary>/lapak/ulasan: what buyers say of the asker's goods, and the seller's reply.</summary>
[For(Desk.Seller, BusinessRole.Owner, BusinessRole.Staff, What = "Membaca ulasan lapaknya dan menjawabnya"), PrivatePage]
public sealed class StallModel(ReviewBook book) : MarketPage
{
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Slice<DeskReview> All { get; private set; } = new([], false);

    public sealed class Form
    {
        public Guid Review { get; init; }

        public Guid Command { get; init; }

        [Display(Name = "Jawaban")]
        [StringLength(Limits.Note)]
        public string? Words { get; init; }
    }

    public Task OnGetAsync(CancellationToken ct) => LookAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await book.FindAsync(Me, Desk.Seller, Input.Review, ct) is not { } business)
        {
            return NotFound();
        }

        ActFor(business);
        if (ModelState.IsValid && await AgreedAsync(book.TellAsync(Input.Review, (known, now) => known.Reply(Input.Words ?? "", now), Me.By(Input.Command), ct)))
        {
            return Done("Jawaban Anda tampil di bawah ulasannya.", "~/lapak/ulasan");
        }

        await LookAsync(ct);
        return Page();
    }

    private async Task LookAsync(CancellationToken ct) => All = await book.AtAsync(Me, Desk.Seller, After, ct);
}
