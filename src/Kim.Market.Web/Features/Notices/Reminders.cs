using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.Notices;

/// <summary>Says what time alone says: an order that nobody answers, goods that nobody packs, a certificate that ends. Each once, whichever node sees it first.</summary>
public sealed class Reminders(NpgsqlDataSource db, TimeProvider clock, ILogger<Reminders> log) : Sweep(TimeSpan.FromMinutes(1), clock, log)
{
    /// <summary>So long before its seller's time is over an order is spoken of again.</summary>
    public static readonly TimeSpan BeforeTheEnd = TimeSpan.FromHours(4);

    /// <summary>So long after a yes the goods should be ready.</summary>
    public static readonly TimeSpan ToPack = TimeSpan.FromDays(1);

    /// <summary>So many days before its last one a certificate is spoken of: renewing it takes weeks.</summary>
    public const int DaysBefore = 30;

    private const int AtOnce = 200;

    /// <summary>Writes down what is due now; says how much.</summary>
    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
        var said = await SayAsync(
            NoticeKind.OrderUnanswered,
            SqlPart.Of(
                $"""
                select order_id from orders o
                where status in ({(short)OrderStatus.Placed}, {(short)OrderStatus.AwaitingQuote}) and answer_by between {now} and {now + BeforeTheEnd}
                  and placed_at < {now - BeforeTheEnd} and {Unsaid(NoticeKind.OrderUnanswered, SqlPart.Of($"order_id"))}
                order by answer_by limit {AtOnce}
                """), now, ct);
        said += await SayAsync(
            NoticeKind.PackingLate,
            SqlPart.Of(
                $"""
                select order_id from orders o
                where status = {(short)OrderStatus.Accepted} and touched_at between {now - (7 * ToPack)} and {now - ToPack}
                  and {Unsaid(NoticeKind.PackingLate, SqlPart.Of($"order_id"))}
                limit {AtOnce}
                """), now, ct);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        said += await SayAsync(
            NoticeKind.CertificateEnding,
            SqlPart.Of(
                $"""
                select certificate_id from certificates c
                where status = 1 and valid_until between {today} and {today.AddDays(DaysBefore)}
                  and {Unsaid(NoticeKind.CertificateEnding, SqlPart.Of($"certificate_id"))}
                order by valid_until limit {AtOnce}
                """), now, ct);
        return said;
    }

    // Whoever writes the reminder down first lays it into the outbox: in the same statement, so never twice and never not at all.
    private Task<int> SayAsync(NoticeKind kind, SqlPart due, DateTimeOffset now, CancellationToken ct) => db.ExecuteAsync(
        $"""
        with due(stream) as ({due}),
        said as (
            insert into app.reminders (kind, stream, at) select {(short)kind}, stream, {now} from due on conflict do nothing returning kind, stream, at)
        insert into app.outbox (kind, stream, at) select kind, stream, at from said
        """, ct);

    private static SqlPart Unsaid(NoticeKind kind, SqlPart stream) =>
        SqlPart.Of($"not exists (select from app.reminders r where r.kind = {(short)kind} and r.stream = {stream})");
}
