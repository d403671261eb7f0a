using Kim.Market.Web.Features.Visitors;
using Microsoft.Extensions.Configuration;

namespace Kim.Market.Web.Tests.Visitors;

/// <summary>What somebody from far away reads.</summary>
public sealed class VisitorTests(MarketApp app)
{
    [Fact]
    public async Task The_way_to_the_guide_stands_on_every_page_and_leads_to_places()
    {
        var cast = new Cast(app.Services);
        var (potential, _) = await cast.Potential(await cast.Kim(), new(
            Domain.Potentials.PotentialKind.Tourism, "Danau untuk pengunjung", "Tenang di pagi hari.", [], [],
            new(Domain.Potentials.AttractionKind.Nature, "Ketinting 1 jam.", null, "", "", "", ""), null));
        await cast.Confirmed(potential);
        var reader = app.Visitor();
        await reader.Visit("/en");
        await reader.Visit(reader.Page.QuerySelector("footer a[href$='/pengunjung']")!.GetAttribute("href")!);

        Assert.Equal("For visitors", reader.Text("h1"));
        Assert.Contains("Danau untuk pengunjung", reader.Text("journeys"), StringComparison.Ordinal);
        Assert.Null(reader.Find("rate")); // nobody set one
    }

    [Theory]
    [InlineData("USD", "16300", 25_000, "≈ USD 1.53")]
    [InlineData("USD", "16300", 5_000_000, "≈ USD 307")]
    [InlineData("EUR", "17650.5", 100, "≈ EUR 0.01")]
    [InlineData("usd", "16300", 25_000, null)]
    [InlineData("USD", "0", 25_000, null)]
    [InlineData("USD", "banyak", 25_000, null)]
    [InlineData(null, "16300", 25_000, null)]
    public void A_price_is_hinted_at_only_at_a_rate_that_somebody_set(string? code, string rupiah, long price, string? hint) =>
        Assert.Equal(hint, new HintCurrency(new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["HintCurrency:Code"] = code, ["HintCurrency:Rupiah"] = rupiah }).Build()).Of(price));
}
