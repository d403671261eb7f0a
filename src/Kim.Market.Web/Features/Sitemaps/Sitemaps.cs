using System.IO.Compression;
using System.Text;
using System.Xml;
using Kim.Market.Domain.Contests;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Selections;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.OpenData;
using Kim.Market.Web.Features.Stories;
using Kim.Market.Web.Language;
using Npgsql;

namespace Kim.Market.Web.Features.Sitemaps;

/// <summary>What a map lists of one page: its path, and when it last changed, where that is known.</summary>
public sealed record MappedPage(string Path, DateTime? ChangedAt);

/// <summary>
/// Draws the maps by which search engines find every public page (sitemaps.org 0.9): an index, and behind it files by kind, each
/// page in both languages.
/// </summary>
public sealed class Sitemaps(NpgsqlDataSource db)
{
    /// <summary>Pages of one file; the protocol allows 50,000 addresses or 50 MB.</summary>
    public const int PageSize = 10_000;

    private const string Protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    private static readonly XmlWriterSettings Utf8 = new() { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    private static readonly string[] Fixed = ["/", "/cari", "/kim", "/desa", "/cerita", "/pembinaan", "/unggulan", "/lomba", "/pengunjung", "/bandingkan", "/hasil", "/data", "/privasi", "/siapa-boleh-apa", .. Dataset.All.Select(dataset => $"/data/{dataset.Slug}")];

    /// <summary>The kinds of pages in their files, and what stands in each.</summary>
    private static readonly Dictionary<string, Sql> Kinds = new()
    {
        ["produk"] = $"select '/p/' || p.slug as path, null::timestamptz as changed_at, p.product_id::text as key from shelf p where p.is_listed",
        ["toko"] = $"select '/toko/' || b.slug, null::timestamptz, b.business_id::text from businesses b where b.status = 1",
        ["kim"] = $"select '/kim/' || g.slug, null::timestamptz, g.group_id::text from groups g where g.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})",
        ["cerita"] =
            $"select '/cerita/' || t.slug, coalesce(t.changed_at, t.written_at), t.story_id::text from stories t join groups tg on tg.group_id = t.group_id where {StoryTeaser.IsPublic}",
        ["potensi"] = $"select '/potensi/' || o.slug, o.shown_at, o.potential_id::text from potentials o where o.shown is not null",
        ["unggulan"] = $"select '/unggulan/' || c.selection_id, c.opened_at, c.selection_id::text from selections c where c.status > {(short)SelectionStatus.Draft}",
        ["lomba"] = $"select '/lomba/' || c.contest_id, c.decided_at, c.contest_id::text from contests c where c.status <> {(short)ContestStatus.CalledOff}",
        ["desa"] =
            $"""
            select case when length(v.code) > 8 then '/desa/' else '/wilayah/' end || v.code, null::timestamptz, v.code from (
                select village as code from businesses where status = 1
                union select seat from groups where status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})
                union select village from potentials where shown is not null) v
            """,
        ["wilayah"] =
            $"""
            select '/wilayah/' || w.code, null::timestamptz, w.code from (
                select distinct left(v.village, part) as code
                from (select village from businesses where status = 1 union select village from potentials where shown is not null) v, unnest(array[2, 5, 8]) part
                except select seat from groups where status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})) w
            """,
        ["hasil"] =
            $"""
            select '/hasil/wilayah/' || w.code, null::timestamptz, w.code from (
                select distinct left(o.village, part) as code from orders o, unnest(array[2, 5, 8, 13]) part where o.status = {(short)OrderStatus.Completed}) w
            union all
            select '/hasil/kim/' || g.slug, null::timestamptz, g.group_id::text from groups g
            where g.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant}) and exists (select from orders o where o.group_id = g.group_id and o.status = {(short)OrderStatus.Completed})
            """,
    };

    public static bool IsKind(string kind) => kind == "situs" || Kinds.ContainsKey(kind);

    /// <summary>Every file there is.</summary>
    /// <param name="site">Scheme and host, for addresses that hold everywhere.</param>
    public async Task<byte[]> IndexAsync(string site, CancellationToken ct)
    {
        List<string> files = ["situs-0"];
        foreach (var (kind, pages) in Kinds)
        {
            var count = (await db.RowsAsync<long>($"select count(*) from ({SqlPart.Of(pages)}) pages", ct))[0];
            files.AddRange(Enumerable.Range(0, (int)((count + PageSize - 1) / PageSize)).Select(i => $"{kind}-{i}"));
        }

        return await WriteAsync(async xml =>
        {
            await xml.WriteStartElementAsync(null, "sitemapindex", Protocol);
            foreach (var file in files)
            {
                await xml.WriteStartElementAsync(null, "sitemap", Protocol);
                await xml.WriteElementStringAsync(null, "loc", Protocol, $"{site}/peta-situs/{file}.xml");
                await xml.WriteEndElementAsync();
            }

            await xml.WriteEndElementAsync();
        });
    }

    /// <summary>One file; null where there is none of that number.</summary>
    public async Task<byte[]?> FileAsync(string kind, int number, string site, CancellationToken ct)
    {
        var pages = kind == "situs"
            ? number == 0 ? Fixed.Select(path => new MappedPage(path, null)).ToList() : []
            : await db.RowsAsync<MappedPage>(
                $"select path, changed_at from ({SqlPart.Of(Kinds[kind])}) pages (path, changed_at, key) order by key offset {(long)number * PageSize} limit {PageSize}", ct);
        return pages.Count == 0 ? null : await WriteAsync(async xml =>
        {
            await xml.WriteStartElementAsync(null, "urlset", Protocol);
            await xml.WriteAttributeStringAsync("xmlns", "xhtml", null, Xhtml);
            foreach (var page in pages)
            {
                await PageAsync(xml, site, page, "");
                await PageAsync(xml, site, page, Languages.EnglishPrefix);
            }

            await xml.WriteEndElementAsync();
        });
    }

    private static async Task PageAsync(XmlWriter xml, string site, MappedPage page, string prefix)
    {
        await xml.WriteStartElementAsync(null, "url", Protocol);
        await xml.WriteElementStringAsync(null, "loc", Protocol, Address(site, prefix, page));
        if (page.ChangedAt is { } at)
        {
            await xml.WriteElementStringAsync(null, "lastmod", Protocol, XmlConvert.ToString(at, XmlDateTimeSerializationMode.Utc));
        }

        await AlternateAsync("id", "");
        await AlternateAsync("en", Languages.EnglishPrefix);
        await xml.WriteEndElementAsync();

        async Task AlternateAsync(string language, string other)
        {
            await xml.WriteStartElementAsync("xhtml", "link", Xhtml);
            await xml.WriteAttributeStringAsync(null, "rel", null, "alternate");
            await xml.WriteAttributeStringAsync(null, "hreflang", null, language);
            await xml.WriteAttributeStringAsync(null, "href", null, Address(site, other, page));
            await xml.WriteEndElementAsync();
        }
    }

    // English home is /en, not /en/.
    private static string Address(string site, string prefix, MappedPage page) =>
        site + prefix + (page.Path == "/" && prefix.Length > 0 ? "" : page.Path);

    private static async Task<byte[]> WriteAsync(Func<XmlWriter, Task> write)
    {
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        await using (var xml = XmlWriter.Create(zip, Utf8))
        {
            await xml.WriteStartDocumentAsync();
            await write(xml);
        }

        return packed.ToArray();
    }
}
