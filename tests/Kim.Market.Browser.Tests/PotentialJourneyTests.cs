namespace Kim.Market.Browser.Tests;

/// <summary>A KIM writes down what its village has, and a stranger finds the way there, what it needs and how old its figures are.</summary>
public sealed class PotentialJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task A_kim_writes_a_potential_and_a_stranger_reads_it(int width, bool scripts)
    {
        var fair = await site.FairAsync("Warung Danau Contoh");
        var title = $"Danau {Guid.NewGuid().ToString("N")[..8]}";
        await using var keeper = await site.VisitorAsync(width, scripts);
        await keeper.SignInAsync(fair.Keeper, "**/kelola");
        await keeper.Find("potentials-link").ClickAsync();
        await keeper.LookAsync("potensi-kim-kosong");
        await keeper.Find("write-link").ClickAsync();
        await keeper.LookAsync("potensi-tulis");

        await FillAsync(keeper, "Input.Title", title);
        await FillAsync(keeper, "Input.Figures[0].Amount", "1.9");
        await keeper.Find("save-potential").ClickAsync();
        Assert.Contains("2.318 atau 1,9", await keeper.Page.Locator("#Input_Figures_0__Amount-salah").InnerTextAsync(), StringComparison.Ordinal);
        await keeper.LookAsync("potensi-tulis-salah");

        await WriteAsync(keeper);
        await keeper.LookAsync("potensi-kim");
        await keeper.Find("desk-potential").Locator("a").First.ClickAsync();
        await keeper.Find("photos-link").ClickAsync();
        await keeper.Find("photo-file").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "seeds", "pictures", "amplang-bungkus.webp"));
        await FillAsync(keeper, "Input.Alt", "Danau dari dermaga");
        await keeper.Find("add-photo").ClickAsync();
        await keeper.Find("gallery-photo").WaitForAsync();
        await keeper.LookAsync("potensi-foto");
        await site.ConfirmAsync(fair);

        await using var stranger = await site.VisitorAsync(width, scripts);
        await stranger.OpenAsync("/desa/64.02.15.1004");
        await stranger.LookAsync("desa-potensi");
        await stranger.Find("intents").Locator("a[href='#kunjungi']").ClickAsync();
        var journey = stranger.Find("journey").Filter(new() { HasText = title });
        Assert.Contains("Ketinting 1 jam", await journey.InnerTextAsync(), StringComparison.Ordinal);
        await journey.Locator("h3 a").ClickAsync();
        await stranger.LookAsync("potensi-baca");
        Assert.Equal(title, await stranger.Page.Locator("h1").InnerTextAsync());
        Assert.Contains("1,9\u00a0ton/bulan", await stranger.Find("figures").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(3, await stranger.Find("history").Locator("li").CountAsync()); // written, with a photo, and confirmed
        Assert.True(await stranger.Find("potential-photo").IsVisibleAsync());
    }

    private static async Task WriteAsync(Visitor keeper)
    {
        await keeper.Page.Locator("[name='Input.Kind']").SelectOptionAsync("Tourism");
        await FillAsync(keeper, "Input.Text", "Danau dengan burung dan ikan, tenang di pagi hari.");
        await keeper.Page.GetByText("Juli", new() { Exact = true }).ClickAsync();
        foreach (var (field, value) in new[] { ("Name", "Tangkapan"), ("Amount", "1,9"), ("Unit", "ton/bulan"), ("Year", "2025"), ("Source", "Catatan kelompok") })
        {
            await FillAsync(keeper, $"Input.Figures[0].{field}", value);
        }

        if (await keeper.Find("visit-box").GetAttributeAsync("open") is null)
        {
            await keeper.Find("visit-box").Locator("summary").ClickAsync();
        }

        await FillAsync(keeper, "Input.Route", "Ketinting 1 jam dari dermaga.");
        await FillAsync(keeper, "Input.Ticket", "25 rb");
        await keeper.Find("save-potential").ClickAsync();
        await keeper.Find("desk-potential").WaitForAsync();
    }

    private static Task FillAsync(Visitor keeper, string field, string value) => keeper.Page.Locator($"[name='{field}']").FillAsync(value);
}
