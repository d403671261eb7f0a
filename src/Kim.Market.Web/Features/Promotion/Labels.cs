using Kim.Market.Web.Drawing;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Kim.Market.Web.Printing;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>One label: what it is, what it costs, and where its code leads.</summary>
public sealed record PriceLabel(string Name, string Price, string Per, string Maker, string Address);

/// <summary>Lays price labels out on sheets of A4, to be cut along their lines.</summary>
public sealed class Labels(ProductCards cards, Showcase showcase, ProductPages products, Businesses.BusinessPages businesses, Words words)
{
    public const int Across = 2;
    public const int Down = 7;
    public const int OnSheet = Across * Down;

    private const double Edge = 40;
    private const double Inset = 22;
    private const double CodeSide = 184;

    /// <summary>The labels of a stall's goods, or a sheet of the same for one of them; null where there is nothing to label.</summary>
    /// <param name="site">Scheme, host and language.</param>
    public async Task<IReadOnlyList<PriceLabel>?> ForAsync(Piece piece, string site, CancellationToken ct)
    {
        switch (piece)
        {
            case { Kind: PieceKind.Product } when await products.FindAsync(piece.Key, ct) is var (product, _):
                var label = new PriceLabel(
                    product.Name, RupiahFormat.Full(product.Price), showcase.Beside(product.Price, product.Unit, product.Content, product.Measure), product.Business, site + piece.Path);
                return [.. Enumerable.Repeat(label, OnSheet)];
            case { Kind: PieceKind.Shop } when await businesses.FindAsync(piece.Key, ct) is var (business, _, _):
                var goods = await cards.OfBusinessAsync(business.BusinessId, null, ct);
                return goods.Count == 0 ? null : [.. goods.Select(row => new PriceLabel(
                    row.Name, RupiahFormat.Full(row.Price), showcase.Beside(row.Price, row.Unit, row.Content, row.Measure), row.Business, $"{site}/p/{row.Slug}"))];
            default:
                return null;
        }
    }

    /// <param name="day">Whose prices they are.</param>
    public byte[] Print(IReadOnlyList<PriceLabel> labels, string title, string day) =>
        PdfScene.Write([.. labels.Chunk(OnSheet).Select(sheet => Draw(sheet, words["harga per {0}", day]))], title);

    internal static Scene Draw(IReadOnlyList<PriceLabel> labels, string day)
    {
        var format = PosterFormat.Sheet;
        var easel = new Easel(format.Width, format.Height);
        var (wide, tall) = ((format.Width - (2 * Edge)) / Across, (format.Height - (2 * Edge)) / Down);
        var rows = (labels.Count + Across - 1) / Across;
        for (var i = 0; i <= Across; i++)
        {
            easel.Fill(Outline.Box(Edge + (i * wide), Edge, 1, tall * rows), Colour.Line);
        }

        for (var i = 0; i <= rows; i++)
        {
            easel.Fill(Outline.Box(Edge, Edge + (i * tall), wide * Across, 1), Colour.Line);
        }

        for (var i = 0; i < labels.Count; i++)
        {
            Draw(easel, labels[i], day, Edge + (i % Across * wide), Edge + (i / Across * tall), wide, tall);
        }

        return easel.Done();
    }

    private static void Draw(Easel easel, PriceLabel label, string day, double x, double y, double wide, double tall)
    {
        var code = Qr.Modules(label.Address);
        var plate = easel.Code(code, x + wide - (Inset / 2), y + ((tall + Easel.PlateOf(code, CodeSide)) / 2), CodeSide);
        var (left, inner) = (x + Inset, wide - plate - (2 * Inset));
        var at = easel.Write(Fitted.Of(PdfFont.Bold, label.Name, inner, 2, 26, 20), left, y + Inset, Colour.Ink, Colour.White) + 8;
        at = easel.Write(Fitted.Of(PdfFont.Bold, label.Price, inner, 1, 46, 26), left, at, Colour.Ink, Colour.White) + 4;
        easel.Write(Fitted.Of(PdfFont.Regular, label.Per, inner, 1, 20, 17), left, at, Colour.Soft, Colour.White);
        var foot = y + tall - Inset - (2 * 17 * 1.14);
        foot = easel.Write(Fitted.Of(PdfFont.Regular, label.Maker, inner, 1, 17, 15), left, foot, Colour.Soft, Colour.White) + 2;
        easel.Write(Fitted.Of(PdfFont.Regular, day, inner, 1, 17, 14), left, foot, Colour.Soft, Colour.White);
    }
}
