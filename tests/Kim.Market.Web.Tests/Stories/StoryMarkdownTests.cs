using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kim.Market.Web.Features.Stories;

namespace Kim.Market.Web.Tests.Stories;

/// <summary>What a writer types becomes text with some emphasis, and never anything that runs, loads or leads astray.</summary>
public class StoryMarkdownTests
{
    private static readonly string[] Allowed = ["p", "em", "strong", "ul", "ol", "li", "blockquote", "h3", "a", "br", "code", "pre", "hr"];

    private static readonly string[] Bait =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[klik](javascript:alert(1))", "[klik](JaVaScRiPt:alert(1))", "[klik](data:text/html;base64,PHN2Zz4=)",
        "![gambar](https://asing.example/x.png)", "![](javascript:alert(1))", "<javascript:alert(1)>", "<https://contoh.example/a>", "[ruang](//asing.example)",
        "[ruang](/\\asing.example)", "<a href=\"javascript:alert(1)\">x</a>", "# Judul", "**tebal**", "- satu\n- dua", "> kutipan", "`kode`", "<style>*{display:none}</style>",
        "<iframe src=//asing.example>", "[a]: javascript:alert(1)\n[a]", "&lt;script&gt;", "<b onclick=x>", "]]>", "<!-- x -->", "[x](<javascript:alert(1)>)", "[x](vbscript:x)",
        "<mailto:a@b.example>", "[![a](https://asing.example/x.png)](javascript:x)", "\u0000", "*", "_", "[", "](", ")", "\n\n",
    ];

    [Theory]
    [InlineData("**Tebal** dan *miring*", "<p><strong>Tebal</strong> dan <em>miring</em></p>")]
    [InlineData("# Besar", "<h3>Besar</h3>")]
    [InlineData("- satu\n- dua", "<ul><li>satu</li><li>dua</li></ul>")]
    [InlineData("Satu\nDua", "<p>Satu<br>Dua</p>")]
    [InlineData("[toko](/toko/dapur)", "<p><a href=\"/toko/dapur\" rel=\"nofollow ugc noopener\">toko</a></p>")]
    [InlineData("[luar](https://contoh.example/)", "<p><a href=\"https://contoh.example/\" rel=\"nofollow ugc noopener\">luar</a></p>")]
    [InlineData("[klik](javascript:alert(1))", "<p>klik</p>")]
    [InlineData("![dua orang](https://asing.example/x.png)", "<p>dua orang</p>")]
    [InlineData("[ruang](//asing.example)", "<p>ruang</p>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    public void It_says_what_was_meant(string text, string markup) => Assert.Equal(markup, Body(text).InnerHtml.Replace("\n", "", StringComparison.Ordinal));

    [Fact]
    public void Whatever_is_typed_nothing_runs_loads_or_leads_astray()
    {
        var random = new Random(20261123);
        for (var n = 0; n < 2_000; n++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Bait[random.Next(Bait.Length)]));
            Assert.All(Body(text).QuerySelectorAll("*"), element => Assert.True(IsHarmless(element), $"{text} becomes {element.OuterHtml}"));
        }
    }

    [Fact]
    public void An_excerpt_has_the_words_alone() => Assert.Equal("Tebal dan toko.", StoryMarkdown.Plain("**Tebal** dan [toko](/toko/dapur)."));

    private static bool IsHarmless(IElement element) => Allowed.Contains(element.LocalName)
        && element.Attributes.All(attribute => attribute.Name is "href" or "rel" or "start" or "class" or "title")
        && (element.GetAttribute("href") is not { } href || href.StartsWith("https://", StringComparison.Ordinal) || href is "/" or ['/', not ('/' or '\\'), ..]);

    private static IElement Body(string text)
    {
        using var written = new StringWriter();
        StoryMarkdown.Html(text).WriteTo(written, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(written.ToString()).Body!;
    }
}
