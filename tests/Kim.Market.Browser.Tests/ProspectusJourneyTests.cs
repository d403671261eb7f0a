namespace Kim.Market.Browser.Tests;

/// <summary>A stranger takes a village along on paper, and asks later whether it still holds.</summary>
public sealed class ProspectusJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task A_stranger_downloads_a_prospectus_and_later_reads_what_has_changed(int width, bool scripts)
    {
        var village = scripts ? width == 390 ? "64.02.14.1001" : "64.02.14.1002" : "64.02.14.1003"; // where no other test changes anything
        var potential = await site.VillageAsync(village);
        await using var stranger = await site.VisitorAsync(width, scripts);
        await stranger.OpenAsync($"/desa/{village}");
        await stranger.Find("prospectus").ClickAsync();
        await stranger.LookAsync("prospektus");

        var download = await stranger.Page.RunAndWaitForDownloadAsync(() => stranger.Find("download").ClickAsync());
        Assert.EndsWith(".pdf", download.SuggestedFilename, StringComparison.Ordinal);
        var file = await download.PathAsync();
        Assert.Equal("%PDF-"u8.ToArray(), (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))[..5]);
        var code = Path.GetFileNameWithoutExtension(download.SuggestedFilename)[^12..];

        await stranger.Find("check-link").ClickAsync();
        await stranger.LookAsync("periksa");
        await stranger.Page.Locator("#kode").FillAsync(code.ToLowerInvariant());
        await stranger.Find("check").ClickAsync();
        await stranger.LookAsync("periksa-berlaku");
        Assert.Contains("Masih berlaku", await stranger.Find("verdict").InnerTextAsync(), StringComparison.Ordinal);

        await site.CountAnewAsync(potential, 15);
        await stranger.Page.ReloadAsync();
        await stranger.LookAsync("periksa-berubah");
        Assert.Contains("Sudah berubah: 1 butir", await stranger.Find("verdict").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("12\u00a0perahu", await stranger.Find("change").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("15\u00a0perahu", await stranger.Find("change").InnerTextAsync(), StringComparison.Ordinal);
        await stranger.Find("newer").ClickAsync();
        Assert.Contains("/prospektus", stranger.Page.Url, StringComparison.Ordinal);

        await stranger.OpenAsync($"/periksa/{code[..^1]}{(code[^1] == '2' ? '3' : '2')}");
        await stranger.LookAsync("periksa-salah");
    }
}
