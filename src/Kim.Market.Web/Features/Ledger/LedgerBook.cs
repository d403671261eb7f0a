using System.Text.Json;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.OutsideSales;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>Keeps the ledger behind the events: a few statements for each page of them, however many they are.</summary>
public sealed class LedgerBook : IFollower
{
    public string Name => "ledger";

    public string Ddl { get; } = Ddls.Of<LedgerBook>();

    public IReadOnlyList<string> Tables { get; } = ["ledger_entries", "ledger_known", "ledger_sums"];

    // figures of a moment ago serve as well, and ten orders cost little more than one
    public TimeSpan Rest => TimeSpan.FromMilliseconds(100);

    public IReadOnlyCollection<Type> Handles { get; } =
    [
        typeof(GroupProposed), typeof(GroupActivated), typeof(GroupReactivated), typeof(GroupDeclaredDormant), typeof(GroupSuspended),
        typeof(GroupSuspensionLifted), typeof(GroupDissolved), typeof(GroupPulseChanged), typeof(GroupDescribed),
        typeof(BusinessRegistered), typeof(BusinessApproved), typeof(BusinessClosed), typeof(BusinessReopened), typeof(BusinessSuspended), typeof(BusinessSuspensionLifted),
        typeof(ProductDrafted), typeof(ProductDescribed), typeof(ProductPublished), typeof(ProductWithdrawn),
        typeof(CertificateStated), typeof(CertificateVerified), typeof(CertificateRevoked), typeof(CertificateWithdrawn),
        typeof(OrderPlaced), typeof(DeliveryQuoted), typeof(OrderAccepted), typeof(OrderRejected), typeof(OrderCancelled), typeof(OrderExpired),
        typeof(OrderCompleted), typeof(OrderStruck), typeof(OrderCountedAgain), typeof(ComplaintMade),
        typeof(EnquiryMade), typeof(EnquiryAnswered),
        typeof(CoachingPlanned), typeof(CoachingMoved), typeof(CoachingHeld),
        typeof(AttendanceRecorded), typeof(AttendanceRecounted), typeof(AttendanceStruck), typeof(AttendanceCountedAgain),
        typeof(OutsideSaleStated), typeof(OutsideSaleRestated), typeof(OutsideSaleWithdrawn), typeof(OutsideSaleRefused),
    ];

    public async Task ApplyAsync(IReadOnlyList<Recorded> page, NpgsqlConnection connection, NpgsqlBatch batch, CancellationToken ct)
    {
        Guid[] needed = [.. page.SelectMany(LedgerFold.NeedsOf).Distinct()];
        var fold = new LedgerFold((await connection.QueryAsync(
            $"""
            select stream, known::text from ledger_known
            where stream = any({needed}) or stream = any(array(select parent from ledger_known where stream = any({needed}) and parent is not null))
            """,
            row => (Stream: row.GetGuid(0), Known: JsonSerializer.Deserialize(row.GetString(1), KnownJson.Default.Known)!), ct))
            .ToDictionary(row => row.Stream, row => row.Known));
        foreach (var recorded in page)
        {
            fold.Take(recorded);
        }

        Remember(batch, [.. fold.Changed]);
        End(batch, fold.Ended);
        Start(batch, fold.Started);
    }

    private static void Remember(NpgsqlBatch batch, (Guid Stream, Known Known)[] changed)
    {
        if (changed.Length > 0)
        {
            batch.Add(
                $"""
                insert into ledger_known (stream, parent, known)
                select * from unnest({changed.Select(item => item.Stream).ToArray()}, {changed.Select(item => item.Known.Parent).ToArray()},
                                     {changed.Select(item => Json.Of(item.Known, KnownJson.Default.Known)).ToArray()})
                on conflict (stream) do update set known = excluded.known
                """);
        }
    }

    // What ends before the day that was foreseen ends earlier; what is over already stays so.
    private static void End(NpgsqlBatch batch, IReadOnlyList<Ended> ended)
    {
        if (ended.Count > 0)
        {
            batch.Add(
                $"""
                with e as (
                    select e.*, l.stream as of_stream, l.version as of_version, l.seal as was
                    from unnest({ended.Select(end => (short)end.Metric).ToArray()}, {ended.Select(end => end.Subject).ToArray()},
                                {ended.Select(end => (DateTimeOffset?)end.End.At).ToArray()}, {ended.Select(end => (DateTimeOffset?)end.End.Recorded).ToArray()},
                                {ended.Select(end => end.End.Stream).ToArray()}, {ended.Select(end => end.End.Version).ToArray()})
                         e (metric, subject, ended_at, ended_recorded, ended_stream, ended_version)
                    join ledger_entries l on l.metric = e.metric and l.subject = e.subject and l.ended_recorded > e.ended_recorded
                ), moved as (
                    update ledger_entries l
                    set ended_at = e.ended_at, ended_recorded = e.ended_recorded, ended_stream = e.ended_stream, ended_version = e.ended_version,
                        seal = {LedgerSeal.Ended}
                    from e
                    where l.metric = e.metric and l.subject = e.subject and l.stream = e.of_stream and l.version = e.of_version
                    returning l.subject, l.seal - e.was::numeric as seal, 0 as rows
                )
                {LedgerSeal.Sum}
                """);
        }
    }

    private static void Start(NpgsqlBatch batch, IReadOnlyList<Started> started)
    {
        if (started.Count > 0)
        {
            batch.Add(
                $"""
                with l as (
                    select metric, subject, stream, version, at, recorded, coalesce(ended_at, 'infinity') as ended_at,
                           coalesce(ended_recorded, 'infinity') as ended_recorded, ended_stream, ended_version, amount, group_id, business_id, village,
                           string_to_array(themes, '|') as themes, string_to_array(sections, '|') as sections,
                           string_to_array(section_amounts, '|')::bigint[] as section_amounts, distance, returning_buyer
                    from unnest({Of(started, entry => (short)entry.Metric)}, {Of(started, entry => entry.Subject)}, {Of(started, entry => entry.Stream)},
                            {Of(started, entry => entry.Version)}, {Of(started, entry => (DateTimeOffset?)entry.At)},
                            {Of(started, entry => (DateTimeOffset?)entry.Recorded)}, {Of(started, entry => entry.End?.At)},
                            {Of(started, entry => entry.End?.Recorded)}, {Of(started, entry => entry.End?.Stream)},
                            {Of(started, entry => entry.End?.Version)}, {Of(started, entry => entry.Amount)},
                            {Of(started, entry => entry.Owner.Group)}, {Of(started, entry => entry.Owner.Business)},
                            {Of(started, entry => entry.Owner.Village)}, {Of(started, entry => string.Join('|', entry.Owner.Themes.Select(theme => theme.Replace('|', '/'))))},
                            {Of(started, entry => string.Join('|', entry.Parts.Select(part => part.Section)))},
                            {Of(started, entry => string.Join('|', entry.Parts.Select(part => part.Amount)))},
                            {Of(started, entry => entry.Distance)}, {Of(started, entry => entry.Returning)})
                         s (metric, subject, stream, version, at, recorded, ended_at, ended_recorded, ended_stream, ended_version, amount,
                            group_id, business_id, village, themes, sections, section_amounts, distance, returning_buyer)
                ), moved as (
                    insert into ledger_entries (
                        metric, subject, stream, version, at, recorded, ended_at, ended_recorded, ended_stream, ended_version, amount,
                        group_id, business_id, village, themes, sections, section_amounts, distance, returning_buyer, seal)
                    select l.*, {LedgerSeal.Own} from l
                    returning subject, seal::numeric as seal, 1 as rows
                )
                {LedgerSeal.Sum}
                """);
        }
    }

    private static T[] Of<T>(IReadOnlyList<Started> started, Func<Started, T> column) => [.. started.Select(column)];
}
