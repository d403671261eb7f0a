using System.Text.Json;
using Kim.Market.Domain.Reports;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Events;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Reports;

/// <summary>Writes <c>reports</c>.</summary>
public sealed class ReportRows : StreamView<ReportIssued>
{
    public override string Name => "reports";

    public override string Kind => StreamKind<Report>.Name;

    public override string Ddl { get; } = Ddls.Of<ReportRows>();

    protected override Columns<ReportIssued> Columns { get; } = new()
    {
        { "report_id", NpgsqlDbType.Uuid, row => row.Report.Value },
        { "version", NpgsqlDbType.Bigint, _ => 1L }, // nothing ever happens to what was issued
        { "code", NpgsqlDbType.Text, row => row.Code },
        { "office_id", NpgsqlDbType.Uuid, row => row.Office.Value },
        { "until_day", NpgsqlDbType.Date, row => row.Until },
        { "issued_at", NpgsqlDbType.TimestampTz, row => row.At },
        { "report", NpgsqlDbType.Jsonb, row => Json.Of(row, EventJson.Default.ReportIssued).Utf8 },
    };

    protected override ReportIssued? Evolve(ReportIssued? row, Recorded recorded) => recorded.Data as ReportIssued ?? row;

    internal static ReportIssued Read(string report) => JsonSerializer.Deserialize(report, EventJson.Default.ReportIssued)!;
}
