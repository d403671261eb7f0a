using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Reports;

namespace Kim.Market.Domain.Tests.Reports;

public class ReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Id<Office> Office = Id<Office>.New();
    private static readonly ReportLine Orders = new(ReportPart.Figure, "pesanan-selesai", 12, 7, "ab");

    [Fact]
    public void What_says_the_same_is_the_same_paper()
    {
        var first = Of(Orders);
        var known = Report.Evolve(null, Assert.IsType<ReportIssued>(Assert.Single(Report.Issue(null, first, Today))));

        Assert.Equal(first.Report, Of(Orders).Report);
        Assert.StartsWith("R", first.Code, StringComparison.Ordinal);
        Assert.Empty(Report.Issue(known, Of(Orders), Today));
    }

    [Fact]
    public void Another_number_another_row_or_another_letterhead_is_another_paper()
    {
        var codes = new[]
        {
            Of(Orders), Of(Orders with { Value = 11 }), Of(Orders with { Beside = 8 }), Of(Orders with { Seal = "ac" }), Of(Orders, name: "Dinas Lain"), Of(Orders, isAsKnown: true),
        }.Select(report => report.Code).ToList();

        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Fact]
    public void A_time_that_is_not_over_and_an_office_without_a_letterhead_have_none()
    {
        Assert.Equal(ReportRefusals.NotOver, Report.Issue(null, Of(Orders), new(2026, 9, 30)).Refusal);
        Assert.Equal(ReportRefusals.NoLetterhead, Report.Issue(null, Of(Orders, name: ""), Today).Refusal);
    }

    [Fact]
    public void The_same_letterhead_is_written_once()
    {
        var head = new Letterhead("", "Dinas Contoh", "Jalan Contoh");
        var office = Kim.Market.Domain.Offices.Office.Evolve(null, new OfficeOpened(Office, RegionCode.Parse("64.02"), Now));
        var written = Assert.IsType<OfficeLetterheadSet>(Assert.Single(office.SetLetterhead(head, Now)));

        Assert.Empty(Kim.Market.Domain.Offices.Office.Evolve(office, written).SetLetterhead(new("", "Dinas Contoh", "Jalan Contoh"), Now));
    }

    private static ReportIssued Of(ReportLine line, string name = "Dinas Contoh", bool isAsKnown = false) =>
        Report.Of(Office, RegionCode.Parse("64.02"), new(2026, 7, 1), new(2026, 9, 30), isAsKnown, new("", name, ""), [line], Now);
}
