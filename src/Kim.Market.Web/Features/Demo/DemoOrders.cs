using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Carts;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Till;
using Npgsql;

namespace Kim.Market.Web.Features.Demo;

/// <summary>Plans the demand side: buyers who fill carts at the same till as everybody, and sellers who answer, mostly.</summary>
public sealed class DemoOrders(
    DemoMarket market, DemoCalendar calendar, NpgsqlDataSource db, CartLines carts, Placing placing,
    OrderDesk desk, DemoVoices voices, int orders, int seed)
{
    // Of so many orders one is of these days.
    private const int OneIsFresh = 60;

    // Balikpapan Timur, Manggar.
    private static readonly RegionCode Far = RegionCode.Parse("64.71.01.1001");

    private readonly Random _chance = new(seed);
    private readonly DemoBusiness[] _businesses = [.. market.Businesses.OrderBy(business => business.Key, StringComparer.Ordinal)];

    public void Plan(DemoAgenda agenda)
    {
        var days = (calendar.Eve - calendar.Opening).Days;
        for (var n = 0; n < orders; n++)
        {
            // More orders every month: the square root of an even chance leans towards today.
            var at = calendar.Opening.AddDays(days * Math.Sqrt(_chance.NextDouble())).AddMinutes(_chance.Next(60, 840));
            if (at < calendar.Eve.AddDays(-1))
            {
                PlanOrder(agenda, at, Fate(), calendar.Eve);
            }
        }

        // The inbox of these days: a third waits for an answer, a third for packing, a third for the buyer. All of it is after the eve.
        for (var n = 0; n < orders / OneIsFresh; n++)
        {
            var at = calendar.Now.AddMinutes(-_chance.Next(10, 1_200));
            PlanOrder(agenda, at, (OrderStatus)(n % 3), calendar.Now.AddMinutes(-1), n % 5 == 0 ? Favourite() : null);
        }

        // Somebody in a town that no table names: the seller has yet to say what delivery costs.
        if (orders >= OneIsFresh)
        {
            var asked = calendar.Now.AddMinutes(-_chance.Next(10, 600));
            PlanOrder(agenda, asked, OrderStatus.AwaitingQuote, asked, Favourite(), Far);
            PlanOrder(agenda, calendar.Now.AddHours(-19), OrderStatus.Shipped, calendar.Now.AddHours(-2), Favourite());
            PlanOrder(agenda, calendar.Now.AddHours(-19.5), OrderStatus.Disputed, calendar.Now.AddHours(-1), Favourite());
        }
    }

    /// <summary>What becomes of an order; out of a hundred, nine are never handed over.</summary>
    private OrderStatus Fate() => _chance.Next(100) switch
    {
        < 3 => OrderStatus.Rejected,
        < 6 => OrderStatus.Expired,
        < 9 => OrderStatus.Cancelled,
        _ => OrderStatus.Completed,
    };

    /// <param name="latest">By then all that happens to it has happened.</param>
    private void PlanOrder(DemoAgenda agenda, DateTimeOffset at, OrderStatus fate, DateTimeOffset latest, DemoBusiness? stall = null, RegionCode? place = null)
    {
        var buyer = _chance.Next(1, 1_200);
        var first = stall ?? Popular();
        var sellers = new List<DemoBusiness> { first };
        if (_chance.Next(5) == 0)
        {
            sellers.Add(market.Businesses.Where(other => other.Kim == first.Kim && other != first).ElementAtOrDefault(_chance.Next(3)) ?? first);
        }

        var wanted = sellers.Distinct().SelectMany(seller => market.Products.Where(product => product.Business == seller.Key)
            .OrderBy(_ => _chance.Next()).Take(_chance.Next(1, 4)))
            .Select(product => (product.Slug, Quantity: 1 + (_chance.Next(4) == 0 ? _chance.Next(1, 4) : 0))).ToArray();
        var delivered = first.Delivery is not null && (_chance.Next(2) == 0 || place is not null || fate is OrderStatus.Shipped or OrderStatus.Disputed);
        var command = NextGuid();
        agenda.At(at, async ct =>
        {
            if (await PlaceAsync(command, buyer, wanted, delivered, place, at, ct))
            {
                foreach (var order in await OrdersAsync(command, ct))
                {
                    PlanAnswers(agenda, order, at, fate, latest);
                }
            }
        });
    }

    // Some stalls are known far and wide, most are small: the square of an even chance leans towards the first.
    private DemoBusiness Popular() => _businesses[(int)(_businesses.Length * Math.Pow(_chance.NextDouble(), 2))];

    // The stall that the demo's seller signs in to: each list of its inbox has something in it.
    private DemoBusiness Favourite() =>
        _businesses.FirstOrDefault(business => business.Village.StartsWith(DemoAccounts.Regency, StringComparison.Ordinal)) ?? _businesses[0];

    private async Task<bool> PlaceAsync(
        Guid command, int buyer, (string Slug, int Quantity)[] wanted, bool delivered, RegionCode? to, DateTimeOffset at, CancellationToken ct)
    {
        var cart = NextGuid();
        foreach (var (slug, quantity) in wanted)
        {
            await carts.AddAsync(cart, slug, quantity, ct);
        }

        var lines = await carts.LinesAsync(cart, ct);
        foreach (var line in lines.Where(line => line.Problem != LineProblem.None))
        {
            await carts.SetAsync(cart, line.ProductId, 0, ct);
        }

        var handover = delivered ? Handover.Delivery : Handover.Pickup;
        var place = delivered && lines.Count > 0 ? to ?? RegionCode.Parse(lines[0].Village) : (RegionCode?)null;
        var quote = Quote.Of(lines, handover, place);
        if (quote.Sellers.Count == 0)
        {
            return false;
        }

        var number = WhatsAppNumber.Parse($"0812-0000-{buyer:0000}");
        var outcome = await placing.PlaceAsync(
            new(command, cart, $"Pembeli Contoh {buyer}", number, handover, delivered ? "Alamat contoh, RT 01" : null, null, quote.Total, Place: place),
            Asker.Visitor, ct, at);
        return outcome.Token is not null;
    }

    // By what the seller is called: ids and numbers are drawn anew in every seed.
    private Task<List<Guid>> OrdersAsync(Guid command, CancellationToken ct) => db.RowsAsync<Guid>(
        $"""
        select o.order_id from app.commands c join orders o on o.checkout_id = c.result::uuid
        join businesses b on b.business_id = o.business_id
        where c.id = {command} order by b.slug
        """, ct);

    private void PlanAnswers(DemoAgenda agenda, Guid order, DateTimeOffset placed, OrderStatus fate, DateTimeOffset latest)
    {
        var answered = placed.AddMinutes(_chance.Next(4, 240));
        var ready = answered.AddHours(_chance.Next(1, 30));
        var done = ready.AddHours(_chance.Next(1, 30));
        switch (fate)
        {
            case OrderStatus.Rejected:
                Tell(answered, (known, at) => known.Reject((RejectionReason)_chance.Next(0, 3), at));
                break;
            case OrderStatus.Cancelled:
                Tell(answered, (known, at) => known.Cancel(at));
                break;
            case OrderStatus.Expired:
                Tell(placed + Order.AnswerTime, (known, at) => known.Expire(at));
                break;
            case OrderStatus.Accepted or OrderStatus.Ready or OrderStatus.Completed:
                Tell(answered, (known, at) => known.Accept(at));
                if (fate != OrderStatus.Accepted)
                {
                    Tell(ready, (known, at) => known.MakeReady(at));
                }

                if (fate == OrderStatus.Completed)
                {
                    Tell(done, (known, at) => known.HandOver(at));
                    voices.PlanAfter(agenda, order, done < latest ? done : latest, latest);
                }

                break;
            case OrderStatus.Shipped or OrderStatus.Disputed:
                Tell(placed.AddHours(1), (known, at) => known.Accept(at));
                Tell(placed.AddHours(4), (known, at) => known.MakeReady(at));
                Tell(placed.AddHours(6), (known, at) => known.Ship("Titip speedboat pagi", null, at));
                if (fate == OrderStatus.Disputed)
                {
                    voices.PlanComplaint(agenda, order, placed.AddHours(14), isEscalated: false, isOver: false);
                }

                break;
        }

        void Tell(DateTimeOffset moment, Func<Order, DateTimeOffset, Decision<OrderEvent>> decide)
        {
            var at = moment < latest ? moment : latest;
            agenda.At(at, ct => desk.TellAsync(new Id<Order>(order), version: null, decide, new Metadata(), ct, at));
        }
    }

    private Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _chance.NextBytes(bytes);
        return new(bytes);
    }
}
