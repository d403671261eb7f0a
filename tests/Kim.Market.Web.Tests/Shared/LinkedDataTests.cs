using System.Text.Json;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Shared;

/// <summary>What pages say of themselves to machines: words of schema.org with what each of them needs, and nothing that ends its element.</summary>
public sealed class LinkedDataTests(MarketApp app)
{
    /// <summary>The properties that we use of each type, as schema.org has them; those it cannot be without are marked.</summary>
    private static readonly Dictionary<string, string[]> Vocabulary = new()
    {
        ["BreadcrumbList"] = ["itemListElement!"],
        ["ListItem"] = ["position!", "name!", "item!"],
        ["Organization"] = ["name!", "url!", "areaServed", "foundingDate", "description"],
        ["LocalBusiness"] = ["name!", "url!", "address!", "currenciesAccepted", "parentOrganization", "description", "aggregateRating"],
        ["AggregateRating"] = ["ratingValue!", "reviewCount!", "bestRating"],
        ["PostalAddress"] = ["addressLocality!", "addressCountry!"],
        ["Place"] = ["name!", "address", "url", "description", "containedInPlace"],
        ["AdministrativeArea"] = ["name!", "address"],
        ["TouristAttraction"] = ["name!", "address!", "url!", "description!", "containedInPlace", "isAccessibleForFree"],
        ["Article"] = ["headline!", "datePublished!", "dateModified!", "inLanguage", "author!", "publisher", "mainEntityOfPage", "description", "image"],
        ["Event"] = ["name!", "startDate!", "endDate", "eventAttendanceMode", "eventStatus", "location!", "organizer", "url"],
        ["WebSite"] = ["name!", "url!", "potentialAction"],
        ["SearchAction"] = ["target!", "query-input!"],
        ["Product"] = ["name!", "description", "image", "aggregateRating", "offers!"],
        ["Offer"] = ["url", "price!", "priceCurrency!", "availability!", "seller"],
    };

    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task Every_kind_of_page_says_what_it_is_about()
    {
        var kim = await _cast.Kim("KIM </script><b>", Cast.Village);
        await _cast.MarketDay(kim);
        var goods = await _cast.Goods(await _cast.Stall("Dapur </script>", kim));
        var (_, story) = await _cast.Story(goods, "Cerita </script>");
        var (potential, address) = await _cast.Potential(kim);
        await _cast.Confirmed(potential);
        var slug = (await app.Db.QueryAsync($"select slug from groups where group_id = {kim.Value}", row => row.GetString(0), TestContext.Current.CancellationToken)).Single();

        Assert.Equal(["WebSite"], await TypesOf("/"));
        Assert.Equal(["Product", "BreadcrumbList"], await TypesOf($"/p/{goods.Slug}"));
        Assert.Equal(["LocalBusiness", "BreadcrumbList"], await TypesOf($"/toko/{goods.Stall.Slug}"));
        Assert.Equal(["Organization", "Event", "BreadcrumbList"], await TypesOf($"/kim/{slug}"));
        Assert.Equal(["Article", "BreadcrumbList"], await TypesOf($"/cerita/{story}"));
        Assert.Equal(["Place", "BreadcrumbList"], await TypesOf($"/potensi/{address}"));
        Assert.Equal(["AdministrativeArea", "BreadcrumbList"], await TypesOf($"/desa/{Cast.Village}"));
        Assert.Empty(await TypesOf("/keranjang")); // belongs to one person
    }

    [Fact]
    public async Task The_way_home_is_the_one_that_is_shown()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        var page = await app.Visitor().Visit($"/p/{goods.Slug}");
        var shown = page.Page.QuerySelectorAll("ol.crumbs li").Select(crumb => crumb.TextContent).ToList();
        using var data = JsonDocument.Parse(page.All("script[type='application/ld+json']")[^1].TextContent);

        var told = data.RootElement.GetProperty("@graph").EnumerateArray().Last().GetProperty("itemListElement").EnumerateArray()
            .Select(step => (step.GetProperty("position").GetInt32(), step.GetProperty("name").GetString())).ToList();
        Assert.Equal(shown.Select((name, at) => (at + 1, (string?)name)), told);
    }

    private async Task<IReadOnlyList<string>> TypesOf(string path)
    {
        var page = await app.Visitor().Visit(path);
        List<string> types = [];
        foreach (var script in page.All("script[type='application/ld+json']"))
        {
            using var data = JsonDocument.Parse(script.TextContent);
            Assert.Equal("https://schema.org", data.RootElement.GetProperty("@context").GetString());
            foreach (var thing in data.RootElement.TryGetProperty("@graph", out var graph) ? graph.EnumerateArray().ToList() : [data.RootElement])
            {
                types.Add(thing.GetProperty("@type").GetString()!);
                Check(path, thing);
            }
        }

        return types;
    }

    private static void Check(string path, JsonElement thing)
    {
        var type = thing.GetProperty("@type").GetString()!;
        Assert.True(Vocabulary.TryGetValue(type, out var known), $"{path} says {type}, which nobody looked up");
        var said = thing.EnumerateObject().Select(property => property.Name).Where(name => name[0] != '@').ToList();
        Assert.Empty(said.Except(known!.Select(name => name.TrimEnd('!'))));
        Assert.Empty(known!.Where(name => name[^1] == '!').Select(name => name.TrimEnd('!')).Except(said));
        foreach (var inner in thing.EnumerateObject().SelectMany(property => property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray().ToList() : [property.Value])
            .Where(value => value.ValueKind == JsonValueKind.Object))
        {
            Check(path, inner);
        }
    }
}
