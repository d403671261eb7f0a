namespace Kim.Market.Browser.Tests;

/// <summary>A KIM tells of its village with a photo, and a stranger reads it there; with and without scripts.</summary>
public sealed class StoryJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task A_kim_tells_of_its_village_and_a_stranger_finds_it_there(int width, bool scripts)
    {
        var fair = await site.FairAsync("Warung Cerita Contoh");
        var title = $"Pagi di tepian {Guid.NewGuid().ToString("N")[..6]}";
        await using var keeper = await site.VisitorAsync(width, scripts);
        await keeper.SignInAsync(fair.Keeper, "**/kelola");
        await keeper.Find("stories-link").ClickAsync();
        await keeper.Find("write-link").ClickAsync();
        await keeper.LookAsync("cerita-tentang-siapa");
        await keeper.Find("of-village").ClickAsync();
        await FillAsync(keeper, "Input.Title", title);
        await FillAsync(keeper, "Input.Place", "Kabut turun dari **hulu**.\n\n- perahu\n- titian");
        await FillAsync(keeper, "Input.Hope", "Dermaga yang lebih panjang.");
        await keeper.Page.Locator("[name='Input.Villages']").First.CheckAsync();
        await keeper.LookAsync("cerita-tulis-desa");
        await keeper.Find("save-story").ClickAsync();
        await keeper.Find("desk-story").First.Locator("a").First.ClickAsync();
        await keeper.Find("photos-link").ClickAsync();
        await keeper.Page.Locator("[data-test=photo-file]").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "seeds", "pictures", "amplang-bungkus.webp"));
        await FillAsync(keeper, "Input.Alt", "Perahu di tepi sungai");
        await keeper.Find("add-photo").ClickAsync();
        await keeper.Find("gallery-photo").WaitForAsync();
        await keeper.LookAsync("cerita-foto");

        await using var stranger = await site.VisitorAsync(width, scripts);
        await stranger.OpenAsync("/desa/64.02.15.1004");
        await stranger.Find("kim-stories").Locator("a").Filter(new() { HasText = title }).ClickAsync();
        await stranger.LookAsync("cerita-baca");
        Assert.Equal("hulu", await stranger.Page.Locator(".told strong").InnerTextAsync());
        Assert.Equal("Perahu di tepi sungai", await stranger.Find("story-photo").Locator("img").GetAttributeAsync("alt"));
        await stranger.Find("told-places").Locator("a").First.ClickAsync();
        Assert.EndsWith("/desa/64.02.15.1004", stranger.Page.Url, StringComparison.Ordinal);
    }

    private static Task FillAsync(Visitor visitor, string field, string value) => visitor.Page.Locator($"[name='{field}']").FillAsync(value);
}
