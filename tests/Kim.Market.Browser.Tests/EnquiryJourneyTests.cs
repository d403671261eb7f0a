namespace Kim.Market.Browser.Tests;

/// <summary>An investor asks about an opening, its KIM answers, and both read it; with and without scripts.</summary>
public sealed class EnquiryJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task A_stranger_asks_and_a_kim_answers_in_time(int width, bool scripts)
    {
        var fair = await site.FairAsync("Warung Tanya Contoh");
        var mark = Guid.NewGuid().ToString("N")[..6];
        await using var keeper = await site.VisitorAsync(width, scripts);
        await keeper.SignInAsync(fair.Keeper, "**/kelola");
        var kim = (await keeper.Page.Locator("main a[href^='/kim/']").First.GetAttributeAsync("href"))!;
        await using var stranger = await site.VisitorAsync(width, scripts);
        await stranger.OpenAsync(kim);
        await stranger.Find("ask-link").ClickAsync();
        await stranger.LookAsync("tanya");
        await stranger.Find("ask").ClickAsync(); // nothing is filled in yet
        await stranger.LookAsync("tanya-salah");
        Assert.Contains("Tulis yang ingin Anda tanyakan", await stranger.Page.Locator("#Input_Words-salah").InnerTextAsync(), StringComparison.Ordinal);
        await FillAsync(stranger, "Input.Words", $"Apakah kolam {mark} mencari mitra?");
        await FillAsync(stranger, "Input.Name", "Penanya Contoh");
        await FillAsync(stranger, "Input.WhatsApp", "0812-3456-7890");
        await stranger.Page.Locator("label", new() { Has = stranger.Find("may-show") }).ClickAsync();
        await stranger.Find("ask").ClickAsync();
        await stranger.Find("stand").WaitForAsync();
        await stranger.LookAsync("tanya-terkirim");
        var own = new Uri(stranger.Page.Url).AbsolutePath;

        await keeper.OpenAsync("/kelola");
        await keeper.Find("enquiries-link").ClickAsync();
        await keeper.LookAsync("pertanyaan-kim");
        await keeper.Find("open-enquiry").First.ClickAsync();
        await keeper.LookAsync("pertanyaan-satu");
        Assert.Contains(mark, await keeper.Find("said-words").First.InnerTextAsync(), StringComparison.Ordinal);
        await FillAsync(keeper, "Input.Words", "Ya, untuk pakan dan pengering.");
        await keeper.Find("answer").ClickAsync();
        await keeper.Find("whatsapp-link").WaitForAsync();
        await FillAsync(keeper, "Input.Question", $"Apakah kolam {mark} mencari mitra?");
        await FillAsync(keeper, "Input.Answer", "Ya, untuk pakan dan pengering.");
        await keeper.Find("show").ClickAsync();
        await keeper.LookAsync("pertanyaan-dijawab");

        await stranger.OpenAsync(own);
        Assert.Contains("Sudah dijawab", await stranger.Find("stand").InnerTextAsync(), StringComparison.Ordinal);
        await stranger.LookAsync("tanya-dijawab");
        await stranger.OpenAsync($"{kim}/tanya-jawab");
        await stranger.LookAsync("tanya-jawab");
        Assert.Contains("1 dari 1", await stranger.Find("share").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(mark, await stranger.Find("shown-question").InnerTextAsync(), StringComparison.Ordinal);
        await stranger.OpenAsync($"{own}/data");
        await stranger.LookAsync("tanya-data");
        await stranger.OpenAsync($"{own}/kabar");
        await stranger.LookAsync("tanya-kabar");
    }

    private static Task FillAsync(Visitor visitor, string field, string value) => visitor.Page.Locator($"[name='{field}']").FillAsync(value);
}
