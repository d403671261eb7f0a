using Kim.Market.Domain;

namespace Kim.Market.Browser.Tests;

/// <summary>
/// What promotion is for, in one piece: a KIM tells of its village, what it has and what it makes; a poster brings a buyer, an opening an investor
/// who is answered in time; and the paper they take along says what has changed since.
/// </summary>
public sealed class VillageToldJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task A_village_is_told_visited_asked_and_vouched_for(int width, bool scripts)
    {
        var village = scripts ? "64.02.14.1004" : "64.02.14.1005"; // where no other test changes anything
        var fair = await site.FairAsync(RegionCode.Parse(village), $"Dapur Kabar {village[^1]}");
        var mark = Guid.NewGuid().ToString("N")[..6];
        await using var keeper = await site.VisitorAsync(width, scripts);
        await keeper.SignInAsync(fair.Keeper, "**/kelola");

        await WriteAsync(keeper, $"Kolam {mark}", amount: "12");
        await site.ConfirmAsync(fair);
        await TellAsync(keeper, $"Pagi di kolam {mark}");

        await using var buyer = await site.VisitorAsync(width, scripts);
        await buyer.OpenAsync(new Uri(await PosterAsync(keeper, fair.Goods[0].Slug)).PathAndQuery);
        Assert.Equal(fair.Goods[0].Name, await buyer.Page.Locator("h1").InnerTextAsync());

        await using var investor = await site.VisitorAsync(width, scripts);
        var asked = await AskAsync(investor, village, mark);
        await AnswerAsync(keeper);
        await investor.OpenAsync(asked);
        Assert.Contains("Sudah dijawab", await investor.Find("stand").InnerTextAsync(), StringComparison.Ordinal);
        await investor.OpenAsync($"/desa/{village}/tanya-jawab");
        Assert.Contains("1 dari 1", await investor.Find("share").InnerTextAsync(), StringComparison.Ordinal);

        var code = await PrintAsync(investor, village);
        await VerdictAsync(investor, code, "Masih berlaku");
        await CountAnewAsync(keeper, amount: "15");
        await site.ConfirmAsync(fair);
        await VerdictAsync(investor, code, "Sudah berubah: 1 butir");
        Assert.Contains("12\u00a0petak", await investor.Find("change").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("15\u00a0petak", await investor.Find("change").InnerTextAsync(), StringComparison.Ordinal);
        await investor.LookAsync("perjalanan-desa-berubah");
    }

    private static async Task WriteAsync(Visitor keeper, string title, string amount)
    {
        await keeper.Find("potentials-link").ClickAsync();
        await keeper.Find("write-link").ClickAsync();
        await keeper.Page.Locator("[name='Input.Kind']").SelectOptionAsync("Fishery");
        foreach (var (field, value) in new[]
        {
            ("Title", title), ("Text", "Kolam tanah di belakang rumah, diisi sejak 2019."), ("Figures[0].Name", "Kolam"), ("Figures[0].Amount", amount),
            ("Figures[0].Unit", "petak"), ("Figures[0].Year", "2025"), ("Figures[0].Source", "Catatan kelompok"),
        })
        {
            await FillAsync(keeper, "Input." + field, value);
        }

        await keeper.Find("save-potential").ClickAsync();
        await keeper.Find("desk-potential").WaitForAsync();
    }

    private static async Task CountAnewAsync(Visitor keeper, string amount)
    {
        await keeper.OpenAsync("/kelola");
        await keeper.Find("potentials-link").ClickAsync();
        await keeper.Find("desk-potential").Locator("a").First.ClickAsync();
        await FillAsync(keeper, "Input.Figures[0].Amount", amount);
        await keeper.Find("save-potential").ClickAsync();
        await keeper.Find("desk-potential").WaitForAsync();
    }

    private static async Task TellAsync(Visitor keeper, string title)
    {
        await keeper.OpenAsync("/kelola");
        await keeper.Find("stories-link").ClickAsync();
        await keeper.Find("write-link").ClickAsync();
        await keeper.Find("of-village").ClickAsync();
        await FillAsync(keeper, "Input.Title", title);
        await FillAsync(keeper, "Input.Place", "Kabut turun dari hulu.");
        await keeper.Page.Locator("[name='Input.Villages']").First.CheckAsync();
        await keeper.Find("save-story").ClickAsync();
        await keeper.Find("desk-story").First.WaitForAsync();
    }

    // As whoever gets the picture holds a camera to it.
    private async Task<string> PosterAsync(Visitor keeper, string product)
    {
        await keeper.OpenAsync($"/p/{product}");
        await keeper.Find("promote").ClickAsync();
        var picture = await keeper.Page.APIRequest.GetAsync(site.Address + await keeper.Find("posters").Locator("img").First.GetAttributeAsync("src"));
        return await QrReader.ReadAsync(await picture.BodyAsync());
    }

    private static async Task<string> AskAsync(Visitor investor, string village, string mark)
    {
        await investor.OpenAsync($"/desa/{village}");
        await investor.Page.Locator($"a[href^='/desa/{village}/tanya?jenis=investasi'], a[href='/desa/{village}/tanya']").First.ClickAsync();
        await FillAsync(investor, "Input.Words", $"Apakah kolam {mark} mencari mitra?");
        await FillAsync(investor, "Input.Name", "Penanya Contoh");
        await FillAsync(investor, "Input.WhatsApp", "0812-3456-7890");
        await investor.Find("ask").ClickAsync();
        await investor.Find("stand").WaitForAsync();
        return new Uri(investor.Page.Url).AbsolutePath;
    }

    private static async Task AnswerAsync(Visitor keeper)
    {
        await keeper.OpenAsync("/kelola");
        await keeper.Find("enquiries-link").ClickAsync();
        await keeper.Find("open-enquiry").First.ClickAsync();
        await FillAsync(keeper, "Input.Words", "Ya, untuk pakan dan pengering.");
        await keeper.Find("answer").ClickAsync();
        await keeper.Find("whatsapp-link").WaitForAsync();
    }

    private static async Task<string> PrintAsync(Visitor investor, string village)
    {
        await investor.OpenAsync($"/desa/{village}");
        await investor.Find("prospectus").ClickAsync();
        var download = await investor.Page.RunAndWaitForDownloadAsync(() => investor.Find("download").ClickAsync());
        return Path.GetFileNameWithoutExtension(download.SuggestedFilename)[^12..];
    }

    private static async Task VerdictAsync(Visitor investor, string code, string verdict)
    {
        await investor.OpenAsync($"/periksa/{code}");
        Assert.Contains(verdict, await investor.Find("verdict").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static Task FillAsync(Visitor visitor, string field, string value) => visitor.Page.Locator($"[name='{field}']").FillAsync(value);
}
