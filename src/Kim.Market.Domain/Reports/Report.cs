using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Reports;

/// <summary>
/// What came of a time in an office's region, as it was put on paper. Its identity and its code are told from what it says: issued once
/// more while nothing has changed it is the same paper, and after a correction it is another.
/// </summary>
public sealed record Report(Id<Report> Id) : IAggregate<Report, ReportEvent>
{
    /// <summary>The letter with which codes of reports begin.</summary>
    public const char CodeKind = 'R';

    /// <param name="known">What bears the name of this content already; null where nothing does.</param>
    /// <param name="today">The day where the office is: what is not over yet cannot be reported.</param>
    public static Decision<ReportEvent> Issue(Report? known, ReportIssued report, DateOnly today) =>
        report.Letterhead.Name.Length == 0 ? ReportRefusals.NoLetterhead
        : report.Until >= today || report.From > report.Until ? ReportRefusals.NotOver
        : known is not null ? []
        : [report];

    /// <summary>A report by its name, which follows from all that it says.</summary>
    public static ReportIssued Of(
        Id<Office> office, RegionCode region, DateOnly from, DateOnly until, bool isAsKnown, Letterhead letterhead, IReadOnlyList<ReportLine> lines, DateTimeOffset now)
    {
        var said = string.Join('\u001e',
        [
            "report 1", office.ToString(), region.Value, Day(from), Day(until), isAsKnown ? "1" : "0", letterhead.Government, letterhead.Name, letterhead.Address,
            .. lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{(int)line.Part}\u001f{line.Key}\u001f{line.Value}\u001f{line.Beside}\u001f{line.Seal}")),
        ]);
        var (id, code, print) = PaperName.Of(CodeKind, SHA256.HashData(Encoding.UTF8.GetBytes(said)));
        return new(new(id), code.Value, office, region, from, until, isAsKnown, letterhead, [.. lines], print, now);
    }

    public static Report Evolve(Report? state, ReportEvent happened) => (state, happened) switch
    {
        (null, ReportIssued e) => new(e.Report),
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow what was issued."),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
