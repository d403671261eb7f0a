using System.Globalization;
using Kim.Market.Domain;

namespace Kim.Market.Browser.Tests;

/// <summary>An officer opens a figure down to an order, takes it out, and reads both what was known then and what is known now.</summary>
public sealed class FigureJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task A_figure_opens_to_its_events_and_its_past_can_be_read(int width, bool scripts)
    {
        var village = RegionCode.Parse(scripts ? "64.02.14.1006" : "64.02.14.1007"); // where no other test sells anything
        var fair = await site.FairAsync(village, $"Dapur Angka {width}");
        var number = await site.SoldAsync(fair, village, DateTimeOffset.UtcNow.AddDays(-40));
        var then = DateTimeOffset.UtcNow.AddDays(-20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var account = await site.NewOfficerAsync();
        await using var officer = await site.VisitorAsync(width, scripts);
        await officer.SignInAsync(account, "**");
        await officer.SecureAsync(account.Password);

        await officer.OpenAsync("/dinas");
        await officer.LookAsync("dinas");
        Assert.Equal(6, await officer.Find("headline").Locator("details").CountAsync());
        await officer.Find("figures-link").ClickAsync();
        await officer.Page.WaitForURLAsync("**/dinas/angka**");
        await officer.LookAsync("angka");
        await officer.OpenAsync($"/dinas/angka?wilayah={village}&kurun=setahun");
        await officer.Page.Locator("details.stat", new() { Has = officer.Find("open-pesanan-selesai") }).Locator("summary").ClickAsync();
        await officer.Find("open-pesanan-selesai").ClickAsync();
        Assert.Equal("1", await officer.Find("tile-total").GetAttributeAsync("data-value"));
        await officer.LookAsync("angka-baris");
        await officer.Find("tile-rows").Locator("a").First.ClickAsync();
        Assert.Equal(number, await officer.Page.Locator("h1").InnerTextAsync());
        Assert.Equal(5, await officer.Find("events").Locator("tr").CountAsync());
        await officer.LookAsync("angka-bukti");
        await officer.Page.Locator("[name='Input.Reason']").SelectOptionAsync("Trial");
        await officer.Page.Locator("[name='Input.Note']").FillAsync("Penjual mencoba lapaknya sendiri.");
        await officer.Find("verdict-form").Locator("button").ClickAsync();
        await officer.Find("struck").WaitForAsync();

        Assert.Equal("0", await TotalAsync(officer, village, $"&per={then}", until: "0"));
        Assert.Equal("1", await TotalAsync(officer, village, $"&per={then}&sudut=saat-itu", until: "1"));
        await officer.OpenAsync($"/dinas/angka?wilayah={village}&per={then}");
        await officer.LookAsync("angka-dulu");
        await officer.Page.Locator("a[href*='/dinas/koreksi']").First.ClickAsync();
        Assert.Contains(number, await officer.Find("correction").First.InnerTextAsync(), StringComparison.Ordinal);
        await officer.LookAsync("angka-koreksi");
    }

    // Figures follow a moment behind the events.
    private static async Task<string?> TotalAsync(Visitor officer, RegionCode village, string question, string until)
    {
        for (var patience = 0; ; patience++)
        {
            await officer.OpenAsync($"/dinas/angka/pesanan-selesai?wilayah={village}&kurun=setahun{question}");
            var total = await officer.Find("tile-total").GetAttributeAsync("data-value");
            if (total == until || patience == 20)
            {
                return total;
            }

            await Task.Delay(250);
        }
    }
}
