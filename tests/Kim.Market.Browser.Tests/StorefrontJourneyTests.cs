using System.Globalization;
using Microsoft.Playwright;

namespace Kim.Market.Browser.Tests;

/// <summary>A KIM gives its page a colour, a cover and something to say; a stranger sees it, by day and by night, with and without scripts.</summary>
public sealed class StorefrontJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task A_kim_arranges_its_page_and_a_stranger_sees_it(int width, bool scripts)
    {
        var fair = await site.FairAsync("Warung Etalase Contoh");
        await using var keeper = await site.VisitorAsync(width, scripts);
        await keeper.SignInAsync(fair.Keeper, "**/kelola");
        await keeper.Find("front-link").ClickAsync();
        await keeper.LookAsync("etalase-atur");

        await keeper.Page.Locator("[name='Input.Announcement']").FillAsync("Dapur libur besok, pesanan dikirim lusa.");
        await keeper.Page.Locator("[name='Input.Until']").FillAsync(DateTime.UtcNow.AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await keeper.Find("announce").ClickAsync();
        await keeper.Find("announced").WaitForAsync();

        await keeper.Page.Locator("[data-test=cover-file]").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "seeds", "pictures", "amplang-bungkus.webp"));
        await keeper.Page.Locator("[name='Input.Alt']").FillAsync("Bungkus amplang di meja kayu");
        await keeper.Find("hang-cover").ClickAsync();
        await keeper.Find("uncover").WaitForAsync();

        await keeper.Find("has-colour").CheckAsync();
        await keeper.Page.Locator("[name='Input.Colour']").FillAsync("#f2c200");
        await keeper.Find("featured-goods").Locator("input").First.CheckAsync();
        await keeper.Page.Locator("[name='Input.Hours[0].Opens']").FillAsync("08:00");
        await keeper.Page.Locator("[name='Input.Hours[0].Closes']").FillAsync("16:00");
        await keeper.Page.Locator("[name='Input.Channels[1]']").FillAsync("@kim.contoh");
        await keeper.Find("save-front").ClickAsync();
        await keeper.Find("measured").WaitForAsync();
        await keeper.LookAsync("etalase-tersimpan");
        await keeper.Find("see-front").ClickAsync();
        var address = new Uri(keeper.Page.Url).AbsolutePath;

        await using var stranger = await site.VisitorAsync(width, scripts);
        await stranger.OpenAsync(address);
        await stranger.Find("featured").WaitForAsync();
        await stranger.LookAsync("etalase-siang");
        Assert.Equal("Bungkus amplang di meja kayu", await stranger.Find("cover").GetAttributeAsync("alt"));
        Assert.Equal("rgb(242, 194, 0)", await FieldAsync(stranger));

        await stranger.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await stranger.LookAsync("etalase-malam");
        Assert.NotEqual("rgb(242, 194, 0)", await FieldAsync(stranger));
    }

    private static Task<string> FieldAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.store-head')).backgroundColor");
}
