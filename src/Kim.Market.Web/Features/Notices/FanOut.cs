using Kim.Market.EventSourcing;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.Notices;

/// <summary>Takes what happened out of the outbox and lays it before everybody who has to hear of it.</summary>
/// <remarks>Taking and laying down are one transaction, and nodes pass over what another one holds: each thing is told once.</remarks>
public sealed class FanOut(NpgsqlDataSource db, PushSettings push, IMail mail, TimeProvider clock, ILogger<FanOut> log) : Sweep(TimeSpan.FromSeconds(2), clock, log)
{
    /// <summary>Lays down what waits now; says for how many it was.</summary>
    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        var told = 0;
        while (await StepAsync(ct) is { } count)
        {
            told += count;
        }

        return told;
    }

    /// <returns>Null when nothing was waiting.</returns>
    private async Task<int?> StepAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var taken = await connection.RowsAsync<Taken>(Heard.Take(), ct);
        if (taken.Count == 0)
        {
            return null;
        }

        var hearings = await connection.RowsAsync<Hearing>(Heard.By(taken), ct);
        if (hearings.Where(one => one.InSite).ToList() is { Count: > 0 } read)
        {
            await connection.ExecuteAsync(NoticeBook.Keep(read), ct);
        }

        var outgoing = await OutgoingAsync(connection, taken, hearings, ct);
        if (outgoing.Count > 0)
        {
            await connection.ExecuteAsync(Deliveries.Add(outgoing, Clock.GetUtcNow()), ct);
        }

        await transaction.CommitAsync(ct);
        return hearings.Count;
    }

    /// <summary>To every way that whoever hears of it has, and wants for this.</summary>
    private async Task<List<Outgoing>> OutgoingAsync(NpgsqlConnection connection, List<Taken> taken, List<Hearing> hearings, CancellationToken ct)
    {
        var ways = (await connection.RowsAsync<Way>(
            $"select id, channel, owner_id from app.subscriptions where owner_id = any({hearings.Select(one => one.MemberId).Distinct().ToArray()}) and confirmed_at is not null", ct))
            .ToLookup(way => way.OwnerId);
        var toBuyers = await connection.RowsAsync<ToBuyer>(Heard.ByBuyers(taken), ct);
        return
        [
            .. hearings.SelectMany(one => ways[one.MemberId].Where(way => IsOn(way.By) && (way.By == Channel.Push ? one.Push : one.Mail)).Select(way => new Outgoing(
                way.Id, way.By, one.What, one.As, one.Stream, one.Subject, one.Scope, one.ScopeName, one.Slug, one.Region, new(one.QuietFrom, one.QuietUntil), one.At))),
            .. toBuyers.Where(one => IsOn((Channel)one.Channel)).Select(one => new Outgoing(
                one.SubscriptionId, (Channel)one.Channel, (NoticeKind)one.Kind, Sides.Buyer, one.Stream, one.Subject, one.Scope, one.ScopeName, one.Slug, one.Region,
                (NoticeKind)one.Kind == NoticeKind.LookupAsked ? QuietHours.None : QuietHours.Usual, one.At)),
        ];
    }

    private bool IsOn(Channel channel) => channel == Channel.Push ? push.IsOn : mail.IsOn;

    private sealed record Way(Guid Id, short Channel, Guid OwnerId)
    {
        public Channel By => (Channel)Channel;
    }

    private sealed record ToBuyer(
        Guid SubscriptionId, short Channel, short Kind, Guid Stream, DateTime At, string Subject, string Region, Guid Scope, string ScopeName, string Slug);
}
