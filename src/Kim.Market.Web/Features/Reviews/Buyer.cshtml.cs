using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Reviews;

/// <summary>/pesanan/{token}/ulasan/{order}: what the buyer thinks of what they bought. Only the buyer's own key opens it.</summary>
[OpenTo(Audience.KeyHolder, What = "Mengulas barang yang sudah dibelinya dan mengubah ulasannya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class BuyerModel(ReviewBook book) : MarketPage
{
    [FromRoute]
    public string Token { get; init; } = "";

    [FromRoute(Name = "order")]
    public Guid Number { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public IReadOnlyList<ReviewLine> Lines { get; private set; } = [];

    /// <summary>Only what came and stayed can be reviewed.</summary>
    public bool IsOpen => Lines[0].Status == (short)OrderStatus.Completed;

    /// <summary>The line that has just been reviewed in vain.</summary>
    public bool IsRefused(ReviewLine line) => !ModelState.IsValid && Input.Product == line.ProductId;

    public sealed class Form
    {
        public Guid Product { get; init; }

        public Guid Command { get; init; }

        public int Stars { get; init; }

        [Display(Name = "Ulasan")]
        [StringLength(Limits.Note)]
        public string? Words { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct) || Lines.FirstOrDefault(line => line.ProductId == Input.Product) is not { } line)
        {
            return NotFound();
        }

        return ModelState.IsValid && await AgreedAsync(book.GiveAsync(line, Input.Stars, Input.Words ?? "", Me.By(Input.Command), ct))
            ? Done("Terima kasih. Ulasan Anda tampil di halaman barangnya.", $"~/pesanan/{Token}/ulasan/{Number}")
            : Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        Lines = await book.LinesAsync(Token, Number, ct);
        return Lines.Count > 0;
    }
}
