using System.Globalization;

namespace Kim.Market.Browser.Tests;

/// <summary>What an office prefers and rewards, it does in the open: goods by a criterion until a day, contests by criteria known before.</summary>
public sealed class PreferenceJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task An_officer_chooses_goods_and_a_buyer_reads_why(int width, bool scripts)
    {
        var stall = $"Warung Unggul {width}";
        await site.FairAsync(stall);
        var title = $"Oleh-oleh {Guid.NewGuid().ToString("N")[..6]}";
        await using var officer = await OfficerAsync(width, scripts);
        await officer.OpenAsync("/dinas/unggulan");
        await officer.LookAsync("unggulan-dinas");
        await officer.Find("draft-link").ClickAsync();
        await officer.LookAsync("unggulan-tulis");
        await FillAsync(officer, ("Title", title), ("Criterion", "Tahan dibawa sebulan dan dibuat sendiri di desa."), ("From", Day(0)), ("Until", Day(9)));
        await officer.Find("save-selection").ClickAsync();
        await officer.Find("find-goods").Locator("input").FillAsync(stall);
        await officer.Find("find-goods").Locator("button").ClickAsync();
        await officer.Find("candidate").First.WaitForAsync();
        await officer.LookAsync("unggulan-pilih");
        await officer.Find("pick-form").First.Locator("[name='Input.Note']").FillAsync("Paling sering dipesan.");
        await officer.Find("pick-form").First.Locator("button").ClickAsync();
        await officer.Find("pick").WaitForAsync();
        await officer.Find("open").ClickAsync();
        await officer.Find("public-page").WaitForAsync();

        await using var buyer = await site.VisitorAsync(width, scripts);
        await buyer.OpenAsync("/unggulan");
        await buyer.LookAsync("unggulan");
        await buyer.OpenAsync("/");
        await buyer.Find("selection").Filter(new() { HasText = title }).Locator("a").ClickAsync();
        await buyer.Find("facts").WaitForAsync();
        await buyer.LookAsync("unggulan-satu");
        Assert.Contains("Tahan dibawa sebulan", await buyer.Find("facts").InnerTextAsync(), StringComparison.Ordinal);
        await buyer.Find("product-card").Locator("a").First.ClickAsync();
        await buyer.Page.WaitForURLAsync("**/p/**");

        await officer.Find("end-box").Locator("summary").ClickAsync(); // and nobody else's first page keeps it
        await officer.Find("end-form").Locator("[name='Input.Reason']").FillAsync("Acaranya selesai lebih cepat");
        await officer.Find("end").ClickAsync();
        await officer.Page.GetByText("Halamannya tetap bisa dibaca").WaitForAsync();
        await buyer.OpenAsync("/");
        Assert.Equal(0, await buyer.Find("selection").Filter(new() { HasText = title }).CountAsync());
    }

    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task An_office_announces_a_contest_and_a_KIM_enters(int width, bool scripts)
    {
        var fair = await site.FairAsync($"Warung Lomba {width}");
        var title = $"Lomba {Guid.NewGuid().ToString("N")[..6]}";
        await using var officer = await OfficerAsync(width, scripts);
        await officer.OpenAsync("/dinas/lomba");
        await officer.LookAsync("lomba-dinas");
        await officer.Find("contest-link").ClickAsync();
        await officer.LookAsync("lomba-tulis");
        await FillAsync(
            officer, ("Title", title), ("About", "Satu halaman yang membuat orang ingin datang."), ("Criteria", "Isi 60\nFoto 40"), ("OpensOn", Day(0)), ("ClosesOn", Day(20)), ("Winners", "2"));
        await officer.Find("save-contest").ClickAsync();
        await officer.Find("public-page").WaitForAsync();

        await using var keeper = await site.VisitorAsync(width, scripts);
        await keeper.SignInAsync(fair.Keeper, "**/kelola");
        await keeper.Find("contests-link").ClickAsync();
        var contest = keeper.Find("contest").Filter(new() { HasText = title });
        await contest.Locator("[name='Input.Title']").FillAsync("Desa di tepi sungai");
        await contest.Locator("[name='Input.Text']").FillAsync("Halaman desa dengan cerita warganya.");
        await contest.Locator("[name='Input.Address']").FillAsync("/desa/64.02.15.1004");
        await contest.Locator("[data-test=enter-form] button").ClickAsync();
        await keeper.Page.GetByText("KIM ikut.").WaitForAsync();
        await keeper.LookAsync("lomba-kim");

        await officer.Page.ReloadAsync();
        Assert.Contains("Desa di tepi sungai", await officer.Find("entry").InnerTextAsync(), StringComparison.Ordinal);
        await officer.LookAsync("lomba-dinas-satu");
        await using var visitor = await site.VisitorAsync(width, scripts);
        await visitor.OpenAsync("/lomba");
        await visitor.LookAsync("lomba");
        await visitor.Page.GetByText(title).ClickAsync();
        await visitor.Find("entered").WaitForAsync();
        await visitor.LookAsync("lomba-satu");
        Assert.Contains("1 karya", await visitor.Find("entered").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await visitor.Find("entry").CountAsync()); // not before its last day
    }

    private async Task<Visitor> OfficerAsync(int width, bool scripts)
    {
        var account = await site.NewOfficerAsync();
        var officer = await site.VisitorAsync(width, scripts);
        await officer.SignInAsync(account, "**");
        await officer.SecureAsync(account.Password);
        return officer;
    }

    private static async Task FillAsync(Visitor visitor, params (string Field, string Value)[] answers)
    {
        foreach (var (field, value) in answers)
        {
            await visitor.Page.Locator($"[name='Input.{field}']").FillAsync(value);
        }
    }

    private static string Day(int ahead) => DateTimeOffset.UtcNow.AddHours(8).AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
