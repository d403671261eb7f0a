using System.Globalization;

namespace Kim.Market.Browser.Tests;

/// <summary>An office plans, a KIM answers, a seller is there and has it on paper, a stranger checks the paper, and the office asks what came of it.</summary>
public sealed class CoachingJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task From_a_plan_to_a_paper_that_can_be_asked(int width, bool scripts)
    {
        var fair = await site.FairAsync($"Warung Bina {width}");
        var title = $"Bimtek {Guid.NewGuid().ToString("N")[..6]}";
        var account = await site.NewOfficerAsync();
        await using var officer = await site.VisitorAsync(width, scripts);
        await officer.SignInAsync(account, "**");
        await officer.SecureAsync(account.Password);
        await officer.OpenAsync("/dinas/pembinaan");
        await officer.LookAsync("pembinaan-dinas");
        await officer.Find("plan-link").ClickAsync();
        await officer.LookAsync("pembinaan-tulis");
        foreach (var (field, value) in new[]
        {
            ("Title", title), ("Topics", "Cahaya jendela\nMenulis keterangan"), ("From", DateTimeOffset.UtcNow.AddHours(8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("Spot", "Balai Contoh"), ("Where", "Sari Jaya, Sanga Sanga"),
        })
        {
            await officer.Page.Locator($"[name='Input.{field}']").FillAsync(value);
        }

        await officer.Find("save-coaching").ClickAsync();
        await officer.Find("state").WaitForAsync();
        var there = new Uri(officer.Page.Url).AbsolutePath;
        await officer.Page.Locator("[name='Input.Whom'][value=All]").CheckAsync();
        await officer.Find("invite").ClickAsync();
        await officer.Find("invitation").First.WaitForAsync();
        await officer.LookAsync("pembinaan-dinas-satu");

        await using var keeper = await site.VisitorAsync(width, scripts);
        await keeper.SignInAsync(fair.Keeper, "**/kelola");
        await keeper.Find("coachings-link").ClickAsync();
        await keeper.LookAsync("pembinaan-kim");
        var invitation = keeper.Find("invitation").Filter(new() { HasText = title });
        await invitation.Locator("[name='Input.People']").FillAsync("2");
        await invitation.Locator("[data-test=come-form] button").ClickAsync();
        await keeper.Page.GetByText("Terkirim: KIM datang.").WaitForAsync();

        await officer.OpenAsync($"{there}/hadir");
        await officer.LookAsync("pembinaan-hadir");
        var code = string.Concat((await officer.Find("attend-code").InnerTextAsync()).Where(char.IsAsciiDigit));
        await using var seller = await site.VisitorAsync(width, scripts);
        await seller.SignInAsync(fair.Sellers[0]);
        await seller.OpenAsync($"/hadir/{code}");
        await seller.LookAsync("hadir");
        await seller.Find("attend").ClickAsync();
        await seller.Page.GetByText("Anda tercatat hadir").WaitForAsync();
        await officer.OpenAsync(there);
        await officer.Find("hold").ClickAsync();
        await officer.Find("effect-link").WaitForAsync();

        await seller.OpenAsync("/akun/pembinaan");
        await seller.Page.Locator("[name='Input.Name']").FillAsync("Siti Aminah Contoh");
        await seller.Find("certificate-form").Locator("button").ClickAsync();
        await seller.Find("certificate").WaitForAsync();
        await seller.LookAsync("pembinaan-saya");
        await seller.Find("rate").Locator("summary").ClickAsync();
        foreach (var (question, answer) in new[] { ("Clear", 5), ("Useful", 4), ("Usable", 3) })
        {
            await seller.Page.Locator($"label:has([name='Input.{question}'][value='{answer}'])").ClickAsync();
        }

        await seller.Page.Locator("[name='Input.Words']").FillAsync("Contohnya langsung dipakai");
        await seller.LookAsync("pembinaan-umpan-balik");
        await seller.Find("rate-form").Locator("button").ClickAsync();
        await seller.Find("rated").WaitForAsync();
        await officer.OpenAsync(there);
        await officer.Find("feedback-few").WaitForAsync();
        var check = (await seller.Find("check-link").GetAttributeAsync("href"))!;
        await using var stranger = await site.VisitorAsync(width, scripts);
        await stranger.OpenAsync(check);
        await stranger.LookAsync("periksa-sertifikat");
        Assert.Contains("Masih berlaku", await stranger.Find("verdict").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("S.A.C.", await stranger.Find("said").InnerTextAsync(), StringComparison.Ordinal);
        await stranger.OpenAsync("/pembinaan");
        await stranger.LookAsync("pembinaan");
        await stranger.Page.GetByText(title).ClickAsync();
        await stranger.LookAsync("pembinaan-satu");

        await officer.Find("effect-link").ClickAsync();
        await officer.LookAsync("dampak-pembinaan");
        Assert.Contains("Belum bisa dikatakan", await officer.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }
}
