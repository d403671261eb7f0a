namespace Kim.Market.Domain.Reports;

public static class ReportRefusals
{
    public static readonly Refusal NoLetterhead = new("report.no_letterhead");
    public static readonly Refusal NotOver = new("report.not_over");
}
