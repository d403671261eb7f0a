using System.Net;
using System.Text;
using AngleSharp.Dom;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Potentials;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Tests.Printing;
using Kim.Market.Web.Tests.Sales;

namespace Kim.Market.Web.Tests.Prospectuses;

/// <summary>A village on paper: true when it is printed, and honest about it ever after (A13).</summary>
public sealed class ProspectusTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_village_goes_onto_a_paper_whose_code_says_that_it_holds()
    {
        var (village, _, _) = await Village("64.02.01.2001");
        var reader = await app.Visitor().Visit($"/desa/{village}");
        await reader.Visit(reader.Find("prospectus")!.GetAttribute("href")!);
        Assert.Contains("Tangkapan Uji (Danau Uji Prospektus)", reader.Text("paper"), StringComparison.Ordinal);
        Assert.Contains("bukan penawaran efek", reader.Text("paper"), StringComparison.Ordinal);

        var (address, pdf) = await Download(reader);

        var text = Said(pdf);
        var code = Path.GetFileNameWithoutExtension(address);
        Assert.InRange(PrintedPaper.PagesAccordingToVips(pdf), 1, 6);
        Assert.InRange(pdf.Length, 1, 2_000_000);
        Assert.Equal(2, Encoding.Latin1.GetString(pdf).Split("/FontFile2").Length - 1);
        Assert.EndsWith($"/periksa/{code}", PrintedPaper.CodeOn(pdf), StringComparison.Ordinal);
        foreach (var said in new[] { "1,9\u00a0ton/bulan", "2025", "Profil desa uji", "Ketinting 1 jam.", "Rp25.000", "diperiksa dinas", "Promosi, bukan penawaran efek" })
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
        }

        foreach (var page in PrintedPaper.Read(pdf))
        {
            var foot = string.Join(' ', page);
            Assert.Contains($"{code[..4]}-{code[4..8]}-{code[8..]}, sidik ", foot, StringComparison.Ordinal);
            Assert.Contains("Halaman ", foot, StringComparison.Ordinal);
        }

        await reader.Visit($"/periksa/{code}");
        Assert.Contains("Masih berlaku", reader.Text("verdict"), StringComparison.Ordinal);
        Assert.Contains("Tangkapan Uji", reader.Text("said"), StringComparison.Ordinal); // whoever alters the paper is shown up by this
        await reader.Visit($"/periksa?kode=+{code[..5].ToLowerInvariant()}+{code[5..].Replace('0', 'o')}");
        Assert.Equal($"/periksa/{code}", reader.Path);
        await reader.Visit($"/en/periksa/{code}");
        Assert.Contains("Still valid", reader.Text("verdict"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_comes_to_its_end_changes_two_things_and_the_paper_says_which()
    {
        var (village, goods, _) = await Village("64.02.01.2002");
        var reader = await app.Visitor().Visit($"/desa/{village}/prospektus");
        var (address, _) = await Download(reader);
        var code = Path.GetFileNameWithoutExtension(address);

        await new SalesHistory(app).Make(goods.Stall, new(DateTimeOffset.UtcNow, OrderStatus.Completed, Handover.Pickup, false, 0, [(goods, 3)]), village);
        for (var i = 0; i < 100 && !reader.Text("verdict").Contains("butir", StringComparison.Ordinal); i++)
        {
            await Task.Delay(100, Stop);
            await reader.Visit($"/periksa/{code}");
        }

        Assert.Contains("Sudah berubah: 2 butir", reader.Text("verdict"), StringComparison.Ordinal);
        Assert.Equal(["Pesanan selesai|0|1", "Nilai pesanan selesai|Rp0|Rp75.000"], reader.All("change").Select(Cells));
        await reader.Visit(address); // what no longer holds is not handed out
        Assert.Equal($"/periksa/{code}", reader.Path);
        await reader.Visit(reader.Find("newer")!.GetAttribute("href")!);
        var (newer, _) = await Download(reader);
        Assert.NotEqual(address, newer);
    }

    [Fact]
    public async Task A_figure_that_is_revised_is_told_with_then_and_now()
    {
        var (village, _, potential) = await Village("64.02.01.2003");
        var (address, _) = await Download(await app.Visitor().Visit($"/desa/{village}/prospektus"));

        await app.Marketplace.TellAsync(
            potential, (Potential known) => known.Revise(Lake(2.4m), app.Clock.GetUtcNow()), new Metadata(), Stop);
        var reader = await app.Visitor().Visit(Check(address));
        Assert.Contains("Masih berlaku", reader.Text("verdict"), StringComparison.Ordinal); // nobody has looked at it yet

        await _cast.Confirmed(potential);
        await reader.Visit(Check(address));
        Assert.Contains("Sudah berubah: 1 butir", reader.Text("verdict"), StringComparison.Ordinal);
        Assert.Equal(
            "Tangkapan Uji (Danau Uji Prospektus)|1,9\u00a0ton/bulan, 2025, Profil desa uji|2,4\u00a0ton/bulan, 2025, Profil desa uji",
            Cells(Assert.Single(reader.All("change"))));

        await app.Marketplace.TellAsync(
            potential, (Potential known) => known.Revise(Lake(1.9m), app.Clock.GetUtcNow()), new Metadata(), Stop);
        await _cast.Confirmed(potential);
        await reader.Visit(Check(address)); // what is true again is told so
        Assert.Contains("Masih berlaku", reader.Text("verdict"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_grown_old_since_is_counted_though_nothing_has_changed()
    {
        await using var alone = new MarketApp();
        await alone.InitializeAsync();
        var (cast, village) = (new Cast(alone.Services), RegionCode.Parse("64.02.01.2006"));
        var (potential, _) = await cast.Potential(await cast.Kim(village: village), Lake(1.9m), village);
        await cast.Confirmed(potential);
        var (address, _) = await Download(await alone.Visitor().Visit($"/desa/{village}/prospektus"));

        alone.Clock.Advance(TimeSpan.FromDays(3 * 366));
        var reader = await alone.Visitor().Visit(Check(address));

        Assert.Contains("Masih berlaku", reader.Text("verdict"), StringComparison.Ordinal);
        Assert.StartsWith("1 angka", reader.Text("aged"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_who_press_at_once_get_one_paper()
    {
        var (village, _, _) = await Village("64.02.01.2004");
        var readers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.Visitor().Visit($"/desa/{village}/prospektus")));

        var papers = await Task.WhenAll(readers.Select(Download));

        Assert.Single(papers.Select(paper => paper.Address).Distinct());
        Assert.Single(papers.Select(paper => Convert.ToHexString(paper.Pdf)).Distinct());
        Assert.Equal([1L], await app.Db.QueryAsync($"select count(*) from prospectuses where village = {village.Value}", row => row.GetInt64(0), Stop));
        Assert.Empty(await app.Db.QueryAsync(
            $"select 1 from events.mt_events where type = 'prospectus_issued' and (headers ->> 'actor') is not null", row => row.GetInt32(0), Stop));
    }

    [Fact]
    public async Task A_code_of_nothing_is_told_so_and_a_slip_apart_from_it()
    {
        var unknown = PaperCode.Of('P', Encoding.ASCII.GetBytes(Cast.Mark()));
        var reader = await app.Visitor().Visit($"/periksa/{unknown.Value}");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
        Assert.Contains("tidak dikenal", reader.Text("verdict"), StringComparison.Ordinal);
        await reader.Visit($"/periksa/{PaperCode.Of('Z', [1, 2, 3, 4, 5, 6, 7]).Value}"); // of a kind that nobody issues
        Assert.Contains("tidak dikenal", reader.Text("verdict"), StringComparison.Ordinal);

        await reader.Visit($"/periksa/{unknown.Value[..^1]}{(unknown.Value[^1] == '7' ? '8' : '7')}");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
        Assert.Contains("salah ketik", reader.Text("verdict"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Visit($"/prospektus/{unknown.Value}.pdf")).Status);
        await reader.Visit("/periksa");
        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Null(reader.Find("verdict"));
    }

    [Theory]
    [InlineData("/periksa?kode=%00%ff")]
    [InlineData("/periksa?kode=%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/periksa/%E2%80%AE%F0%9F%A6%90")]
    public async Task What_was_never_a_code_harms_nothing(string address)
    {
        var reader = await app.Visitor().Visit(address);
        Assert.True(reader.Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.OK);
        Assert.DoesNotContain("<script>alert", reader.Page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("64.02.01.2013", HttpStatusCode.OK)] // a village of which nothing is known
    [InlineData("64.02.01", HttpStatusCode.NotFound)] // a kecamatan
    [InlineData("64.02.01.2999", HttpStatusCode.NotFound)]
    public async Task Only_a_village_of_which_something_is_known_goes_on_paper(string code, HttpStatusCode status)
    {
        var reader = await app.Visitor().Visit($"/desa/{code}/prospektus");
        Assert.Equal(status, reader.Status);
        Assert.Null(reader.Find("issue-form"));
    }

    private async Task<(RegionCode, Goods, Id<Potential>)> Village(string code)
    {
        var village = RegionCode.Parse(code);
        var kim = await _cast.Kim(village: village);
        var goods = await _cast.Goods(await _cast.Stall(kim: kim, village: village));
        var (potential, _) = await _cast.Potential(kim, Lake(1.9m), village);
        await _cast.Confirmed(potential);
        return (village, goods, potential);
    }

    private static PotentialSheet Lake(decimal caught) => new(
        PotentialKind.Tourism, "Danau Uji Prospektus", "Danau dengan burung dan ikan.",
        [new("Tangkapan Uji", caught, "ton/bulan", 2025, "Profil desa uji", null)], [7, 8],
        new(AttractionKind.Nature, "Ketinting 1 jam.", new(25_000), "", "", "", ""),
        new("Dermaga yang lebih panjang.", new(180_000_000), new(240_000_000), "", Readiness.LandReady));

    private static string Check(string address) => $"/periksa/{Path.GetFileNameWithoutExtension(address)}";

    private static string Cells(IElement row) => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()));

    private static string Said(byte[] pdf) => string.Join(' ', PrintedPaper.Read(pdf).SelectMany(page => page));

    private static async Task<(string Address, byte[] Pdf)> Download(Browser reader)
    {
        using var http = reader.Alone();
        using var pressed = reader.Filled("issue-form");
        using var answer = await http.SendAsync(pressed, Stop);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var address = answer.Headers.Location!.ToString();
        using var file = await http.GetAsync(new Uri(address, UriKind.Relative), Stop);
        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
        return (address, await file.Content.ReadAsByteArrayAsync(Stop));
    }
}
