using AngleSharp;
using AngleSharp.Dom;

namespace Kim.Market.Web.Tests.Language;

/// <summary>Seen on the page for what is not there: it has the whole layout.</summary>
public class LanguagePrefixTests
{
    [Fact]
    public async Task The_same_page_has_an_address_in_each_language()
    {
        await using var app = await ShellApp.Start();

        var indonesian = await Visit(app, "/tidak/ada?urut=harga");
        var english = await Visit(app, "/en/tidak/ada?urut=harga");

        Assert.Equal("id", indonesian.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Perahunya tidak sampai ke sini.", indonesian.QuerySelector("h1")!.TextContent);
        Assert.Equal("en", english.DocumentElement.GetAttribute("lang"));
        Assert.Equal("The boat does not come this far.", english.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Every_link_keeps_the_language()
    {
        await using var app = await ShellApp.Start();

        var english = await Visit(app, "/en/tidak/ada");

        var addresses = english.QuerySelectorAll("a:not([hreflang])").Select(link => link.GetAttribute("href")!)
            .Concat(english.QuerySelectorAll("form").Select(form => form.GetAttribute("action")!))
            .Where(address => !address.StartsWith('#'))
            .ToList();
        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.StartsWith("/en/", address, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/mana", "/en/mana")]
    [InlineData("/en/mana", "/mana")]
    [InlineData("/mana?q=ikan%20asin", "/en/mana?q=ikan%20asin")]
    [InlineData("/en/mana?q=ikan%20asin", "/mana?q=ikan%20asin")]
    [InlineData("/enak", "/en/enak")]
    public async Task The_switch_leads_to_the_same_page_in_the_other_language(string here, string there)
    {
        await using var app = await ShellApp.Start();

        var page = await Visit(app, here);

        Assert.Equal(there, page.QuerySelector(".lang a")!.GetAttribute("href"));
    }

    private static async Task<IDocument> Visit(ShellApp app, string path)
    {
        using var answer = await app.Get(path);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await BrowsingContext.New().OpenAsync(request => request.Content(html), TestContext.Current.CancellationToken);
    }
}
