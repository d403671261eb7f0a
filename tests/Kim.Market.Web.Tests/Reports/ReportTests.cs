using System.Globalization;
using System.Net;
using ExcelDataReader;
using Kim.Market.Domain;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Reports;
using Kim.Market.Web.Format;
using Kim.Market.Web.Tables;
using Kim.Market.Web.Tests.Ledger;
using Kim.Market.Web.Tests.Printing;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Reports;

/// <summary>An office puts a time on paper; whoever holds the paper can ask whether it still says what is true.</summary>
public class ReportTests(LedgerMarket market) : IClassFixture<LedgerMarket>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateOnly Today => DateFormat.DayIn(market.Now, Zone.Wita);

    private ReportPeriod Quarter => ReportPeriod.Read(null, Today);

    [Fact]
    public async Task A_report_says_what_the_events_say_and_its_code_tells_later_what_was_corrected()
    {
        var officer = await Officer();
        var code = await Issue(officer, isAsKnown: false);
        Assert.Equal(code, await Issue(officer, isAsKnown: false)); // nothing has changed: the same paper
        var asKnown = await Issue(officer, isAsKnown: true);
        Assert.NotEqual(code, asKnown);

        // its numbers are those of an independent count
        var rows = CsvText.Read(await Text(officer, code, "csv")).Skip(1).Select(line => line.Cells).ToList();
        var q = new LedgerQuestion(null, RegionCode.Parse("64.02"), null, null, Quarter.From, Quarter.Last, Sight.Terkoreksi);
        var oracle = new LedgerOracle("64.02", null, null, q.Since, q.Until, asKnown: false).Fold(market.Events);
        Assert.Equal(LedgerFigure.All.Count, rows.Count(row => row[0] == "angka"));
        Assert.All(LedgerFigure.All, figure => Assert.Equal(oracle[figure.Slug].ToString(CultureInfo.InvariantCulture), rows.Single(row => row[1] == figure.Slug)[3]));
        Assert.True(oracle["pesanan-selesai"] > 0);

        // paper and sheet say the same
        var pdf = await Bytes(officer, code, "pdf");
        Assert.EndsWith($"/periksa/{code}", PrintedPaper.CodeOn(pdf), StringComparison.Ordinal);
        var text = string.Join(' ', PrintedPaper.Read(pdf).SelectMany(page => page));
        Assert.Contains("Diskominfo Contoh", text, StringComparison.Ordinal);
        Assert.Contains(RupiahFormat.Full(oracle["nilai"]), text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(oracle["nilai"], Sheet(await Bytes(officer, code, "xlsx"), "Angka")["nilai"]);

        var citizen = await market.App.Visitor().Visit($"/periksa/{code}");
        Assert.Contains("Masih berlaku", citizen.Text("verdict"), StringComparison.Ordinal);

        // an order of that time turns out to be none
        var order = (await market.App.Db.QueryAsync(
            $"select subject from ledger_entries where metric = 3 and village like '64.02%' and ended_recorded = 'infinity' and at >= {q.Since} and at < {q.Until} limit 1", row => row.GetGuid(0), Ct)).Single();
        Assert.Null(await market.App.Marketplace.TellAsync(
            new Id<Order>(order), (Order known) => known.Strike(Id<Office>.New(), StrikeReason.Trial, "Percobaan.", market.App.Clock.GetUtcNow()), new Metadata(), Ct));
        await new Bazaar(market.App).Settle();

        await citizen.Visit($"/periksa/{code}");
        Assert.Contains("Sudah berubah", citizen.Text("verdict"), StringComparison.Ordinal);
        var changed = citizen.All("change").Single(row => row.TextContent.StartsWith("Pesanan selesai", StringComparison.Ordinal)).TextContent;
        Assert.Contains(NumberFormat.Whole(oracle["pesanan-selesai"]), changed, StringComparison.Ordinal);
        Assert.Contains(NumberFormat.Whole(oracle["pesanan-selesai"] - 1), changed, StringComparison.Ordinal);
        Assert.DoesNotContain(citizen.All("change"), row => row.TextContent.StartsWith("KIM aktif", StringComparison.Ordinal));
        await citizen.Visit($"/periksa/{asKnown}");
        Assert.Contains("Masih berlaku", citizen.Text("verdict"), StringComparison.Ordinal); // what could be known then, nothing changes

        Assert.NotEqual(code, await Issue(officer, isAsKnown: false));
        Assert.Equal(3, (await officer.Visit("/dinas/laporan")).All("[data-test=reports] tbody tr").Count);
        await citizen.Visit("/periksa/R000-0000-0000");
        Assert.Equal(HttpStatusCode.NotFound, citizen.Status);
    }

    [Fact]
    public async Task Without_a_letterhead_nothing_is_issued_and_auditors_and_other_offices_issue_nothing()
    {
        var cast = new Cast(market.App.Services);
        var fresh = market.App.As(await cast.Officer("64.71"));
        await fresh.Visit("/dinas/laporan");
        Assert.Null(fresh.Find("report-form"));
        var desk = market.App.Services.GetRequiredService<ReportDesk>();
        var office = (await market.App.Db.QueryAsync($"select office_id from offices where region = '64.71'", row => row.GetGuid(0), Ct)).Single();
        Assert.Equal("report.no_letterhead", (await desk.IssueAsync(Asker.Visitor, new(office), Quarter.From, Quarter.Last, false, Ct)).Refusal?.Code);

        var officer = await Officer();
        var code = await Issue(officer, isAsKnown: true);
        Assert.Equal(HttpStatusCode.NotFound, (await fresh.Visit($"/dinas/laporan/{code}")).Status);
        var auditor = await market.App.As(await cast.Officer("64.02", OfficeRole.Auditor)).Visit("/dinas/laporan");
        Assert.Null(auditor.Find("report-form"));
        Assert.Equal(HttpStatusCode.OK, (await auditor.Visit($"/dinas/laporan/{code}")).Status);
    }

    [Theory]
    [InlineData("2026-09", "2026-09-01", "2026-09-30")]
    [InlineData("2026-T3", "2026-07-01", "2026-09-30")]
    [InlineData("2026", "2026-01-01", "2026-11-22")]
    [InlineData("2026-11", "2026-11-01", "2026-11-22")]
    [InlineData("salah", "2026-07-01", "2026-09-30")]
    public void A_period_ends_with_its_last_day_or_yesterday(string asked, string from, string until)
    {
        var (today, culture) = (new DateOnly(2026, 11, 23), CultureInfo.InvariantCulture);
        var period = ReportPeriod.Read(asked, today);

        Assert.Equal((DateOnly.Parse(from, culture), DateOnly.Parse(until, culture)), (period.From, period.UntilOn(today)));
    }

    private async Task<Browser> Officer()
    {
        var officer = await market.App.As(market.Officer).Visit("/dinas/laporan");
        await officer.Submit("letterhead-form", ("Letter.Government", "Pemerintah Kabupaten Contoh"), ("Letter.Name", "Diskominfo Contoh"), ("Letter.Address", "Jalan Contoh 1"));
        return officer;
    }

    private async Task<string> Issue(Browser officer, bool isAsKnown)
    {
        await officer.Visit("/dinas/laporan");
        await officer.Submit("report-form", ("Input.Period", Quarter.Value), ("Input.IsAsKnown", isAsKnown ? "true" : "false"));
        Assert.NotNull(officer.Find("paper"));
        return officer.Find("check")!.GetAttribute("href")!.Split('/')[^1];
    }

    private static Task<byte[]> Bytes(Browser officer, string code, string format) => officer.Http.GetByteArrayAsync(new Uri($"/dinas/laporan/{code}?format={format}", UriKind.Relative), Ct);

    private static Task<string> Text(Browser officer, string code, string format) => officer.Http.GetStringAsync(new Uri($"/dinas/laporan/{code}?format={format}", UriKind.Relative), Ct);

    private static Dictionary<string, long> Sheet(byte[] file, string name)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(file));
        while (reader.Name != name)
        {
            Assert.True(reader.NextResult());
        }

        reader.Read();
        var numbers = new Dictionary<string, long>();
        while (reader.Read())
        {
            numbers[reader.GetString(0)] = (long)reader.GetDouble(2);
        }

        return numbers;
    }
}
