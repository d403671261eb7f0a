using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Products;
using Npgsql;

namespace Kim.Market.Web.Features.Feeds;

/// <summary>Something in the feed of goods.</summary>
public sealed record FedProduct(
    Guid ProductId, string Slug, string Name, string About, long Price, long? Was, string Photo, string Business, string Category, bool IsThere);

/// <summary>
/// Goods as Google Merchant and the catalogues of Facebook and Instagram read them: RSS 2.0 with the fields of
/// <c>http://base.google.com/ns/1.0</c>. Only what has a photograph, for they take nothing else.
/// </summary>
public sealed class GoodsFeed(NpgsqlDataSource db, Taxonomy taxonomy)
{
    /// <summary>More than the whole market has.</summary>
    public const int Most = 50_000;

    private const int AtOnce = 2_000;
    private const int LongestText = 5_000; // description, as Google takes it
    private const string G = "http://base.google.com/ns/1.0";

    private static readonly XmlWriterSettings Utf8 = new() { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <param name="kim">Null for all of the market.</param>
    /// <param name="page">Where the goods are looked at by people, from the site's root.</param>
    /// <param name="site">Scheme and host, for addresses that hold everywhere.</param>
    public async Task<byte[]> DrawAsync(Guid? kim, string title, string page, string site, CancellationToken ct)
    {
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        await using (var xml = XmlWriter.Create(zip, Utf8))
        {
            await xml.WriteStartDocumentAsync();
            await xml.WriteStartElementAsync(null, "rss", null);
            await xml.WriteAttributeStringAsync(null, "version", null, "2.0");
            await xml.WriteAttributeStringAsync("xmlns", "g", null, G);
            await xml.WriteStartElementAsync(null, "channel", null);
            await xml.WriteElementStringAsync(null, "title", null, title);
            await xml.WriteElementStringAsync(null, "link", null, site + page);
            await xml.WriteElementStringAsync(null, "description", null, title);
            var (last, written) = (Guid.Empty, 0);
            for (List<FedProduct> goods; written < Most && (goods = await ReadAsync(kim, last, ct)).Count > 0; written += goods.Count)
            {
                foreach (var product in goods)
                {
                    await WriteAsync(xml, product, site);
                }

                last = goods[^1].ProductId;
            }

            await xml.WriteEndElementAsync();
            await xml.WriteEndElementAsync();
        }

        return packed.ToArray();
    }

    private Task<List<FedProduct>> ReadAsync(Guid? kim, Guid after, CancellationToken ct) => db.RowsAsync<FedProduct>(
        $"""
        select p.product_id, p.slug, p.name, left(d.about, {LongestText}) as about, p.price, p.was, p.photo, p.business, p.category,
               p.is_open and g.status = {(short)GroupStatus.Active} and s.on_hand > s.reserved as is_there
        from shelf p
        join products d on d.product_id = p.product_id
        join groups g on g.group_id = p.group_id
        join stock_levels s on s.product_id = p.product_id
        where p.is_listed and p.photo is not null and p.product_id > {after} and ({kim}::uuid is null or p.group_id = {kim})
        order by p.product_id
        limit {AtOnce}
        """, ct);

    private async Task WriteAsync(XmlWriter xml, FedProduct product, string site)
    {
        await xml.WriteStartElementAsync(null, "item", null);
        await Field("id", product.ProductId.ToString("N"));
        await Field("title", product.Name);
        await Field("description", product.About.Length > 0 ? product.About : $"{product.Name}, {product.Business}");
        await Field("link", $"{site}/p/{product.Slug}");
        await Field("image_link", $"{site}/foto/{product.Photo}-1280.jpg");
        await Field("availability", product.IsThere ? "in_stock" : "out_of_stock");
        await Field("price", Rupiah(product.Was ?? product.Price));
        if (product.Was is not null)
        {
            await Field("sale_price", Rupiah(product.Price));
        }

        await Field("brand", product.Business);
        await Field("condition", "new");
        await Field("identifier_exists", "no"); // made by hand: no bar code
        await Field("product_type", TypeOf(product.Category));
        await xml.WriteEndElementAsync();

        Task Field(string name, string value) => xml.WriteElementStringAsync("g", name, G, Clean(value));
    }

    private string TypeOf(string category)
    {
        var section = taxonomy.SectionOf(category);
        return section?.Children.FirstOrDefault(known => category == $"{section.Slug}/{known.Slug}") is { } shelf ? $"{section.Id} > {shelf.Id}" : category;
    }

    private static string Rupiah(long amount) => string.Create(CultureInfo.InvariantCulture, $"{amount} IDR");

    // XML has no sign for what some telephones type.
    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text
        : string.Concat(text.EnumerateRunes().Where(sign => !sign.IsBmp || XmlConvert.IsXmlChar((char)sign.Value)));
}
