using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Payments;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.Cards;

/// <summary>Asks Stripe about payments that ran out without a word: messages get lost, and some sellers never set them up.</summary>
public sealed partial class CardWatch(NpgsqlDataSource db, CardDesk desk, CardSettings settings, TimeProvider clock, ILogger<CardWatch> log)
    : Sweep(TimeSpan.FromMinutes(2), clock, log)
{
    private const int AtOnce = 20;

    /// <summary>Stripe closes a page at its time and says so a moment later.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>What Stripe has not told by then, it will not.</summary>
    private static readonly TimeSpan GivesUp = TimeSpan.FromDays(3);

    private readonly ILogger _log = log;

    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        if (!settings.IsOn)
        {
            return 0;
        }

        var now = Clock.GetUtcNow();
        var silent = await db.RowsAsync<Guid>(
            $"""
            select c.order_id
            from card_payments c
            join orders o on o.order_id = c.order_id
            join vault.cards q on q.business_id = o.business_id
            where c.expires_at between {now - GivesUp} and {now - Grace} and {QrisCodes.Counts}
            order by c.expires_at desc
            limit {AtOnce}
            """, ct);
        foreach (var order in silent)
        {
            if (await desk.LookAsync(new Id<Order>(order), new Metadata(), ct) is { } refusal)
            {
                OrderUnheard(order, refusal.Code);
            }
        }

        return silent.Count;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What became of the card payment of order {Order} could not be asked: {Code}.")]
    private partial void OrderUnheard(Guid order, string code);
}
