using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>/promosi/{jenis}/{kunci} — everything one needs to promote one thing: posters, papers, texts, and buttons to pass it on.</summary>
[OpenTo(Audience.Everyone, What = "Membuat poster dan teks promosi")]
public sealed class IndexModel(PieceBook book, Shares shares, Words words) : PageModel
{
    public Piece Piece { get; private set; } = null!;

    public IReadOnlyList<Caption> Captions { get; private set; } = [];

    /// <summary>How often it was passed on from here.</summary>
    public long Shared { get; private set; }

    /// <summary>Where its pictures lie.</summary>
    public string Folder => $"/promosi/{Piece.NameOf(Piece.Kind)}/{Piece.Key}";

    /// <summary>Goods for which labels can be printed.</summary>
    public bool HasLabels => Piece.Kind is PieceKind.Shop or PieceKind.Product;

    public async Task<IActionResult> OnGetAsync(string jenis, string kunci, CancellationToken ct)
    {
        if (Piece.KindOf(jenis) is not { } kind || await book.FindAsync(kind, kunci, ct) is not { } piece)
        {
            return NotFound();
        }

        Piece = piece;
        Captions = Promotion.Captions.Of(piece, PromotionAddress.Of(HttpContext, piece), words);
        Shared = await shares.OfAsync(kind, kunci, ct);
        return Page();
    }

    internal static IEnumerable<PosterFile> FilesOf(Layout layout) => PosterFile.All.Where(file => file.Layout == layout);

    internal string NameOf(PosterFormat format) => format.Name switch
    {
        "poster" => words["Poster, {0} × {1}", format.Width, format.Height],
        "cerita" => words["Status dan cerita, {0} × {1}", format.Width, format.Height],
        "persegi" => words["Persegi, {0} × {1}", format.Width, format.Height],
        _ => words["Cetak A4 (PDF)"],
    };

    internal string NameOf(Layout layout) => layout.Name switch
    {
        "sungai" => words["Sungai"],
        "etalase" => words["Etalase"],
        _ => words["Kunyit"],
    };
}
