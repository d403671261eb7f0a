using Kim.Market.Domain;
using Kim.Market.Domain.MarketDays;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Carts;
using Kim.Market.Web.Features.MarketDays;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Till;
using Npgsql;

namespace Kim.Market.Web.Features.Demo;

/// <summary>Plans the market day of the KIM whose people the demo signs in as, and who fetches what there next.</summary>
internal sealed class DemoMarketDays(
    DemoMarket market, DemoSupply supply, DemoCalendar calendar, Marketplace marketplace, NpgsqlDataSource db, CartLines carts, Placing placing, OrderDesk desk, int seed)
{
    private const int Buyers = 3;

    private readonly Random _chance = new(seed);

    public void Plan(DemoAgenda agenda)
    {
        var stalls = market.Businesses.Where(business => business.Village.StartsWith(DemoAccounts.Regency, StringComparison.Ordinal)).ToList();
        if (stalls.GroupBy(stall => stall.Kim).FirstOrDefault(kim => kim.Count() > 1) is not { } kim)
        {
            return;
        }

        var opened = calendar.Now.AddDays(-9);
        var plan = new MarketPlan(
            "Balai desa, dekat dermaga", RegionCode.Parse(kim.First().Village), [DayOfWeek.Wednesday, DayOfWeek.Saturday], new(8, 0), new(11, 0), 1, new(18, 0),
            new(12_000), "Bawa tas sendiri.", DateOnly.FromDateTime(opened.UtcDateTime), null);
        var id = Id<MarketDay>.New();
        agenda.At(opened, async ct =>
        {
            if (await marketplace.BeginAsync(id, MarketDay.Open(id, supply.Groups[kim.Key], plan, opened), new Metadata(At: opened), ct) is { } refusal)
            {
                throw new InvalidOperationException($"The market day was refused: {refusal.Code}.");
            }
        });
        for (var buyer = 1; buyer <= Buyers; buyer++)
        {
            PlanBuyer(agenda, id, plan, [.. kim.Take(2 + (buyer % 2))], buyer);
        }
    }

    private void PlanBuyer(DemoAgenda agenda, Id<MarketDay> day, MarketPlan plan, DemoBusiness[] stalls, int buyer)
    {
        var (at, command, cart) = (calendar.Now.AddMinutes(-60 - (37 * buyer)), NextGuid(), NextGuid());
        agenda.At(at, async ct =>
        {
            foreach (var stall in stalls)
            {
                await carts.AddAsync(cart, market.Products.First(product => product.Business == stall.Key).Slug, buyer, ct);
            }

            var lines = (await carts.LinesAsync(cart, ct)).Where(line => line.Problem == LineProblem.None).ToList();
            var date = MarketDate.Coming(plan, new Dictionary<DateOnly, string>(), at).First(known => known.IsOpen(at));
            var offer = new MarketOffer(day.Value, supply.Groups[stalls[0].Kim].Value, "", plan.Place, date, plan.Shared, plan.Note, MarketDate.ZoneOf(plan));
            foreach (var line in (await carts.LinesAsync(cart, ct)).Where(line => line.Problem != LineProblem.None))
            {
                await carts.SetAsync(cart, line.ProductId, 0, ct);
            }

            var outcome = await placing.PlaceAsync(
                new(command, cart, $"Pembeli Pasar {buyer}", WhatsAppNumber.Parse($"0812-0000-90{buyer:00}"), Handover.Pickup, null, null,
                    Quote.At(offer, lines).Total, Market: (day.Value, date.Date)),
                Asker.Visitor, ct, at);
            if (outcome.Token is not null)
            {
                await AnswerAsync(command, buyer, at.AddMinutes(20), ct);
            }
        });
    }

    // The first buyer's goods are packed, the second waits for packing, the third for an answer.
    private async Task AnswerAsync(Guid command, int buyer, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var order in buyer < Buyers ? await OrdersAsync(command, ct) : [])
        {
            await desk.TellAsync(new Id<Order>(order), null, (known, now) => known.Accept(now), new Metadata(), ct, at);
            if (buyer == 1)
            {
                await desk.TellAsync(new Id<Order>(order), null, (known, now) => known.MakeReady(now), new Metadata(), ct, at.AddMinutes(15));
            }
        }
    }

    private Task<List<Guid>> OrdersAsync(Guid command, CancellationToken ct) => db.RowsAsync<Guid>(
        $"""
        select o.order_id from app.commands c join orders o on o.checkout_id = c.result::uuid
        join businesses b on b.business_id = o.business_id
        where c.id = {command} order by b.slug
        """, ct);

    private Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _chance.NextBytes(bytes);
        return new(bytes);
    }
}
