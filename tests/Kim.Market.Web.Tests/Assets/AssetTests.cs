using System.Net;
using System.Text.RegularExpressions;
using Kim.Market.Web.Assets;

namespace Kim.Market.Web.Tests.Assets;

public partial class AssetTests
{
    private static readonly AssetCatalogue Catalogue = AssetCatalogue.Read(Path.Combine(AppContext.BaseDirectory, "wwwroot"));

    [Theory]
    [InlineData("pasar.css", 14 * 1024)]
    [InlineData("pasar.js", 3 * 1024)]
    public async Task The_bundles_stay_within_their_budget(string name, int budget)
    {
        await using var app = await ShellApp.Start();

        using var answer = await app.Get(Catalogue[name], ("Accept-Encoding", "gzip, deflate, br"));

        Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
        Assert.InRange(answer.Content.Headers.ContentLength!.Value, 1, budget);
    }

    [Fact]
    public async Task A_hashed_address_may_be_kept_for_a_year()
    {
        await using var app = await ShellApp.Start();

        using var answer = await app.Get(Catalogue["plus-jakarta-sans.woff2"]);

        Assert.Equal("font/woff2", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
        using var again = await app.Get(Catalogue["plus-jakarta-sans.woff2"], ("If-None-Match", answer.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Every_form_unpacks_to_the_same_bytes()
    {
        await using var app = await ShellApp.Start();

        var plain = await Bytes(app, "identity");

        Assert.NotEmpty(plain);
        Assert.Equal(plain, Unpacked.Brotli(await Bytes(app, "br")));
        Assert.Equal(plain, Unpacked.Gzip(await Bytes(app, "gzip;q=0.5, br;q=0")));
    }

    [Fact]
    public async Task Yesterdays_style_sheet_gets_todays_and_does_not_keep_it()
    {
        await using var app = await ShellApp.Start();

        using var answer = await app.Get("/aset/pasar.0123456789.css");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoCache);
    }

    [Theory]
    [InlineData("/aset/logo.0123456789.svg")]
    [InlineData("/aset/tidak-ada.0123456789.css")]
    [InlineData("/aset/")]
    [InlineData("/aset/..%2fappsettings.json")]
    public async Task An_unknown_address_is_not_there(string address)
    {
        await using var app = await ShellApp.Start();

        using var answer = await app.Get(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Every_file_the_style_sheet_and_the_manifest_name_is_served()
    {
        await using var app = await ShellApp.Start();
        var text = await app.Text(Catalogue["pasar.css"]) + await app.Text(Catalogue["pasar.webmanifest"]);

        var addresses = AssetAddress().Matches(text).Select(match => match.Value).Distinct().ToList();

        Assert.Equal(3, addresses.Count);
        foreach (var address in addresses)
        {
            using var answer = await app.Get(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_style_sheet_has_no_comments_and_no_unresolved_files()
    {
        await using var app = await ShellApp.Start();

        var styles = await app.Text(Catalogue["pasar.css"]);

        Assert.DoesNotContain("/*", styles, StringComparison.Ordinal);
        Assert.DoesNotContain("../", styles, StringComparison.Ordinal);
        Assert.StartsWith("@layer reset, tokens, base, components, utilities, pages, print;", styles, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_of_one_name_are_refused_at_start()
    {
        var folder = Directory.CreateTempSubdirectory("kim-assets-");
        try
        {
            folder.CreateSubdirectory("a");
            folder.CreateSubdirectory("b");
            File.WriteAllText(Path.Combine(folder.FullName, "a", "logo.svg"), "<svg/>");
            File.WriteAllText(Path.Combine(folder.FullName, "b", "logo.svg"), "<svg/>");

            Assert.Throws<InvalidDataException>(() => AssetCatalogue.Read(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<byte[]> Bytes(ShellApp app, string accepted)
    {
        using var answer = await app.Get(Catalogue["pasar.css"], ("Accept-Encoding", accepted));
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("/aset/[^\")]+")]
    private static partial Regex AssetAddress();
}
