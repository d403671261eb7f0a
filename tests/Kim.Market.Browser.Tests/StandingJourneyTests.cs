namespace Kim.Market.Browser.Tests;

/// <summary>An officer records how a village stands, and everybody reads it with its year and source.</summary>
public sealed class StandingJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, "64.02.01.2011")]
    [InlineData(1280, "64.02.01.2012")]
    public async Task What_an_officer_records_is_read_on_the_pages_of_places(int width, string village)
    {
        await using var officer = await site.VisitorAsync(width);
        await officer.SignInAsync(site.Everything, "**/akun**");
        await officer.OpenAsync("/dinas/desa");
        await officer.LookAsync("dinas-desa");
        await officer.OpenAsync($"/dinas/desa/{village}");
        await RecordAsync(officer, "2024", "Daftar kementerian (uji)");
        await RecordAsync(officer, "2022", "Daftar lama (uji)");
        await officer.LookAsync("dinas-desa-catat");

        await officer.OpenAsync($"/desa/{village}");
        await officer.LookAsync("desa-status");
        await officer.OpenAsync("/wilayah/64.02.01");
        await officer.LookAsync("wilayah-status");
        await officer.OpenAsync($"/bandingkan?desa={village}&desa=64.02.15.1004");
        await officer.LookAsync("bandingkan-status");
        await officer.OpenAsync("/kelola");
        await officer.Find("shared-link").ClickAsync();
        await officer.LookAsync("dibagikan");
    }

    private static async Task RecordAsync(Visitor officer, string year, string source)
    {
        await officer.Page.Locator("#Input_Status").SelectOptionAsync("Advanced");
        await officer.Page.Locator("#Input_Score").FillAsync("0,7712");
        await officer.Page.Locator("#Input_Year").FillAsync(year);
        await officer.Page.Locator("#Input_Source").FillAsync(source);
        await officer.Find("save-index").ClickAsync();
        await officer.Find("recorded-year").Filter(new() { HasText = source }).WaitForAsync();
    }
}
