using System.Text;
using System.Text.Encodings.Web;
using Kim.Market.Web.Assets;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Kim.Market.Web.Pictures;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Shared;

/// <summary>
/// Draws the small parts that stand dozens of times on one page, or once on nearly every page. A partial would look
/// itself up, and be given all its services, each time anew.
/// </summary>
public sealed class Draw(Words words, AssetCatalogue assets, HtmlEncoder encoder)
{
    /// <summary>A photo in its frame, or a studio picture while there is none.</summary>
    public IHtmlContent Photo(PhotoFrame photo) => new HtmlString(PhotoText(photo));

    /// <summary>A price, what it replaces, and what stands small beside it.</summary>
    public IHtmlContent Price(PriceTag price) => new HtmlString(PriceText(price));

    /// <summary>
    /// Goods side by side, each with the heart that keeps it among the favourites. As one text: two dozen cards of a
    /// dozen parts each would go through the view's buffers one by one.
    /// </summary>
    public IHtmlContent Products(IUrlHelper url, IconsInUse icons, ProductGrid grid)
    {
        icons.Add("heart");
        var products = encoder.Encode(url.Content("~/p/"));
        var text = new StringBuilder(1_024 * Math.Max(1, grid.Cards.Count))
            .Append("<form method=\"post\" action=\"").Append(encoder.Encode(url.Content("~/favorit/simpan")))
            .Append(grid.IsStrip ? "\"><ul class=\"products\" data-strip>" : "\"><ul class=\"products\">");
        foreach (var card in grid.Laid())
        {
            Append(text, card, products);
        }

        return new HtmlString(text.Append("</ul></form>").ToString());
    }

    private void Append(StringBuilder text, ProductCard card, string products)
    {
        var (name, heading) = (encoder.Encode(card.Name), card.Heading == 2 ? "h2" : "h3");
        text.Append("<li class=\"product-card\" data-test=\"product-card\"").Append(card.SoldOut ? " data-off>" : ">")
            .Append(PhotoText(new(card.PictureHash, card.Alt) { Subject = card.Subject, Ground = card.Slug, Load = card.Load }));
        if ((card.Label ?? (card.SoldOut ? words["Habis"] : null)) is { } label)
        {
            text.Append("<span class=\"on-photo\"").Append(card.LabelTone is null ? "" : $" data-tone=\"{card.LabelTone}\"").Append('>')
                .Append(encoder.Encode(label)).Append("</span>");
        }

        text.Append('<').Append(heading).Append("><a href=\"").Append(products).Append(card.Slug).Append("\">").Append(name).Append("</a></").Append(heading).Append('>')
            .Append(PriceText(new(card.Price, card.OldPrice, card.UnitPriceText)))
            .Append("<p class=\"from\">").Append(encoder.Encode(card.Maker)).Append("<br>").Append(encoder.Encode(card.Place)).Append("</p>")
            .Append("<button class=\"heart\" name=\"slug\" value=\"").Append(card.Slug).Append("\" aria-label=\"").Append(encoder.Encode(words["Simpan {0} ke favorit", card.Name]))
            .Append("\"><svg class=\"icon\" aria-hidden=\"true\"><use href=\"#i-heart\"/></svg></button></li>");
    }

    private string PhotoText(PhotoFrame photo)
    {
        var ratio = photo.Ratio is null ? "" : $" data-ratio=\"{photo.Ratio}\"";
        var loading = photo.Loading is null ? "" : $" loading=\"{photo.Loading}\"";
        var priority = photo.Priority is null ? "" : $" fetchpriority=\"{photo.Priority}\"";
        var sizes = photo.Sizes is null ? "" : $" sizes=\"{photo.Sizes}\"";
        var jpegs = photo.Hash is null || photo.Sizes is null ? "" : $" srcset=\"{photo.SourceSet(PictureFormat.Jpeg)}\"{sizes}";
        var alt = encoder.Encode(photo.Alt);
        var (width, height) = photo.Size;
        return photo.Hash is null
            ? $"<div class=\"photo studio\"{ratio} data-ground=\"{photo.GroundNumber}\"><img src=\"{assets[photo.Subject + ".webp"]}\" width=\"160\" height=\"160\" alt=\"{alt}\"{loading} decoding=\"async\"></div>"
            : $"<div class=\"photo\"{ratio}><picture><source type=\"image/webp\" srcset=\"{photo.SourceSet(PictureFormat.WebP)}\"{sizes}><img src=\"{photo.Source}\"{jpegs} width=\"{width}\" height=\"{height}\" alt=\"{alt}\"{loading}{priority} decoding=\"async\"></picture></div>";
    }

    private string PriceText(PriceTag price)
    {
        var large = price.IsLarge ? " data-size=\"l\"" : "";
        var cut = price.Old is null ? "" : " data-cut";
        var old = price.Old is { } before
            ? $"<span class=\"vh\">, {encoder.Encode(words["harga sebelumnya"])} </span><s>{RupiahFormat.Full(before)}</s>"
            : "";
        var unit = price.UnitPrice is { Length: > 0 } beside ? $" <small>{encoder.Encode(beside)}</small>" : "";
        return $"<p class=\"price\"{large}{cut} data-test=\"price\"><data value=\"{price.Amount}\">{RupiahFormat.Full(price.Amount)}</data>{old}{unit}</p>";
    }

    /// <summary>The way from home to this page.</summary>
    public IHtmlContent Crumbs(IUrlHelper url, params ReadOnlySpan<Crumb> crumbs)
    {
        url.ActionContext.HttpContext.RequestServices.GetRequiredService<PageHead>().Crumbs = crumbs.ToArray();
        var markup = new StringBuilder(256)
            .Append("<nav aria-label=\"").Append(encoder.Encode(words["Remah"])).Append("\"><ol class=\"crumbs\">")
            .Append(Link(url.Content("~/"), encoder.Encode(words["Beranda"])));
        foreach (var crumb in crumbs)
        {
            var name = encoder.Encode(crumb.Name);
            markup.Append(crumb.Href is null
                ? $"<li><span aria-current=\"page\">{name}</span></li>"
                : Link(url.Content(crumb.Href), name));
        }

        return new HtmlString(markup.Append("</ol></nav>").ToString());

        string Link(string href, string shown) => $"<li><a href=\"{encoder.Encode(href)}\">{shown}</a></li>";
    }

    /// <summary>The ways to the neighbouring pages of a list; nothing where there are none.</summary>
    public IHtmlContent Pager(IUrlHelper url, Paging paging)
    {
        if (paging is { Previous: null, Next: null })
        {
            return HtmlString.Empty;
        }

        return new HtmlString(
            $"<nav class=\"pager\" aria-label=\"{encoder.Encode(paging.Of is { } list ? words["Halaman: {0}", list] : words["Halaman"])}\" data-test=\"pager\">"
            + Way(paging.Previous, "prev", words["Sebelumnya"]) + Way(paging.Next, "next", words["Berikutnya"]) + "</nav>");

        string Way(string? href, string relation, string label) => href is null
            ? ""
            : $"<a class=\"btn\" rel=\"{relation}\" href=\"{encoder.Encode(url.Content(href))}\">{encoder.Encode(label)}</a>";
    }

    /// <summary>The way to the same page in the other language.</summary>
    public IHtmlContent Language(string href, bool isShort)
    {
        var (code, shown, name) = Languages.IsEnglish ? ("id", "ID", "Bahasa Indonesia") : ("en", "EN", "English");
        var link = $"<a href=\"{encoder.Encode(href)}\" lang=\"{code}\" hreflang=\"{code}\"";
        return new HtmlString(isShort
            ? $"{link} title=\"{name}\">{shown}<span class=\"vh\">, {name}</span></a>"
            : $"{link}>{name}</a>");
    }
}
