using System.Diagnostics;
using System.Globalization;
using Kim.Market.Domain;

namespace Kim.Market.Browser.Tests;

/// <summary>What the office publishes: a citizen takes a dataset away, an officer issues a report that anybody can check.</summary>
public sealed class PublishingJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task A_citizen_opens_a_figure_to_its_rows_and_takes_a_dataset_away(int width, bool scripts)
    {
        await site.PublishAsync();
        await using var citizen = await site.VisitorAsync(width, scripts);
        await citizen.OpenAsync("/hasil/wilayah/64.02");
        await citizen.LookAsync("hasil-kabupaten");
        await citizen.Find("open-umkm-aktif").ClickAsync();
        await citizen.Find("tile-total").WaitForAsync();
        Assert.NotEqual("0", await citizen.Find("tile-total").GetAttributeAsync("data-value"));

        await citizen.OpenAsync("/hasil");
        await citizen.Page.Locator("main a[href='/data']").First.ClickAsync();
        await citizen.LookAsync("data");
        await citizen.Find("datasets").Locator("a[href='/data/umkm-aktif']").ClickAsync();
        await citizen.LookAsync("data-satu");
        var file = await citizen.Page.RunAndWaitForDownloadAsync(() => citizen.Find("csv").ClickAsync());
        var text = await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
        Assert.StartsWith("kode_wilayah,level_wilayah,nama_wilayah,judul,satuan,tahun,periode,data,status,timestamp\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\n64.02,kabupaten,", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task An_officer_issues_the_quarterly_report_and_somebody_else_checks_it(int width, bool scripts)
    {
        var account = await site.NewOfficerAsync();
        await using var officer = await site.VisitorAsync(width, scripts);
        await officer.SignInAsync(account, "**");
        await officer.SecureAsync(account.Password);
        await officer.OpenAsync("/dinas/angka");
        await officer.Find("reports-link").ClickAsync();
        await officer.Page.Locator("[name='Letter.Government']").FillAsync("Pemerintah Kabupaten Contoh");
        await officer.Page.Locator("[name='Letter.Name']").FillAsync("Dinas Komunikasi dan Informatika");
        await officer.Page.Locator("[name='Letter.Address']").FillAsync(string.Create(CultureInfo.InvariantCulture, $"Jalan Contoh {width}")); // another paper at each width
        await officer.Find("save-letterhead").ClickAsync();
        await officer.Find("report-form").WaitForAsync();
        await officer.LookAsync("laporan");
        await officer.Find("issue").ClickAsync();
        await officer.Find("facts").WaitForAsync();
        await officer.LookAsync("laporan-satu");

        var pdf = await officer.Page.RunAndWaitForDownloadAsync(() => officer.Find("pdf").ClickAsync());
        var said = await PageOfAsync(await pdf.PathAsync());
        var code = Path.GetFileNameWithoutExtension(pdf.SuggestedFilename)[^PaperCode.Length..];
        Assert.EndsWith($"/periksa/{code}", said, StringComparison.Ordinal);

        await using var citizen = await site.VisitorAsync(width, scripts);
        await citizen.OpenAsync(new Uri(said).AbsolutePath);
        await citizen.LookAsync("periksa-laporan");
        Assert.Contains("Masih berlaku", await citizen.Find("verdict").InnerTextAsync(), StringComparison.Ordinal);
    }

    // What a camera reads off the first page.
    private static async Task<string> PageOfAsync(string pdf)
    {
        var picture = Path.ChangeExtension(Path.GetTempFileName(), ".png");
        using var vips = Process.Start("vips", ["pdfload", pdf, picture, "--dpi", "150"]);
        await vips.WaitForExitAsync();
        try
        {
            return await QrReader.ReadAsync(await File.ReadAllBytesAsync(picture));
        }
        finally
        {
            File.Delete(picture);
        }
    }
}
