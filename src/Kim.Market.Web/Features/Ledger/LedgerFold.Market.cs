using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>Stalls, goods and orders.</summary>
public sealed partial class LedgerFold
{
    private void Take(Recorded recorded, BusinessEvent happened)
    {
        switch (happened)
        {
            case BusinessRegistered e:
                Keep(recorded.Stream, new KnownBusiness(e.Curator.Value, e.Village.Value, ThemesOf(e.Curator.Value), IsOpen: false, []));
                break;

            case BusinessApproved e: Open(recorded, true, e.At); break;
            case BusinessReopened e: Open(recorded, true, e.At); break;
            case BusinessClosed e: Open(recorded, false, e.At); break;
            case BusinessSuspended e: Open(recorded, false, e.At); break;
            case BusinessSuspensionLifted { Opens: true } e: Open(recorded, true, e.At); break;
        }
    }

    private void Open(Recorded recorded, bool open, DateTimeOffset at)
    {
        var before = (KnownBusiness)known[recorded.Stream];
        if (before.IsOpen == open)
        {
            return;
        }

        var owner = before.Owner(recorded.Stream);
        Keep(recorded.Stream, before with { IsOpen = open });
        Turn(recorded, Metric.ActiveBusiness, owner, recorded.Stream, at, before.IsOpen && before.Goods.Count > 0, open && before.Goods.Count > 0);
        foreach (var (product, section) in before.Goods)
        {
            Lie(recorded, product, section, owner, open, at);
        }
    }

    private void Take(Recorded recorded, ProductEvent happened)
    {
        switch (happened)
        {
            case ProductDrafted e: Keep(recorded.Stream, new KnownProduct(e.Seller.Value, SectionOf(e.Category))); break;
            case ProductPublished e: Shelve(recorded, true, e.At); break;
            case ProductWithdrawn e: Shelve(recorded, false, e.At); break;

            case ProductDescribed e:
                var described = (KnownProduct)known[recorded.Stream];
                if (described.Section != SectionOf(e.Category))
                {
                    Move(recorded, described, SectionOf(e.Category), e.At);
                }

                break;
        }
    }

    // What lies on a stall and is another kind of goods from now on.
    private void Move(Recorded recorded, KnownProduct before, string section, DateTimeOffset at)
    {
        Keep(recorded.Stream, before with { Section = section });
        var business = (KnownBusiness)known[before.Business];
        if (!business.Goods.ContainsKey(recorded.Stream))
        {
            return;
        }

        Keep(before.Business, business with { Goods = new(business.Goods) { [recorded.Stream] = section } });
        if (business.IsOpen)
        {
            var owner = business.Owner(before.Business);
            Lie(recorded, recorded.Stream, before.Section, owner, false, at);
            Lie(recorded, recorded.Stream, section, owner, true, at);
        }
    }

    private void Shelve(Recorded recorded, bool shown, DateTimeOffset at)
    {
        var product = (KnownProduct)known[recorded.Stream];
        var before = (KnownBusiness)known[product.Business];
        var goods = new Dictionary<Guid, string>(before.Goods);
        if (!(shown ? goods.TryAdd(recorded.Stream, product.Section) : goods.Remove(recorded.Stream)))
        {
            return;
        }

        var owner = before.Owner(product.Business);
        Keep(product.Business, before with { Goods = goods });
        if (before.IsOpen)
        {
            Turn(recorded, Metric.ActiveBusiness, owner, product.Business, at, before.Goods.Count > 0, goods.Count > 0);
            Lie(recorded, recorded.Stream, product.Section, owner, shown, at);
        }
    }

    private void Lie(Recorded recorded, Guid product, string section, Owner owner, bool shown, DateTimeOffset at)
    {
        if (shown)
        {
            Start(recorded, Metric.Product, product, owner, at, started => started with { Parts = [new(section, 0)] });
        }
        else
        {
            End(recorded, Metric.Product, product, at);
        }
    }

    private void Take(Recorded recorded, OrderEvent happened)
    {
        if (happened is OrderPlaced placed)
        {
            var made = KnownOf(placed);
            Keep(recorded.Stream, made);
            Count(recorded, Metric.PlacedOrder, made, placed.At);
            return;
        }

        var order = (KnownOrder)known[recorded.Stream];
        switch (happened)
        {
            case OrderAccepted e: Answer(recorded, order, e.At); break;
            case DeliveryQuoted e: Answer(recorded, order, e.At); break;
            case OrderRejected e:
                Count(recorded, Metric.RejectedOrder, Answer(recorded, order, e.At), e.At);
                break;

            case OrderCancelled e: Count(recorded, Metric.CancelledOrder, order, e.At); break;

            // One that ends because its buyer did not agree to what delivery costs was answered.
            case OrderExpired e: Count(recorded, order.IsAnswered ? Metric.CancelledOrder : Metric.UnansweredOrder, order, e.At); break;
            case ComplaintMade e: Count(recorded, Metric.Complaint, order, e.At); break;

            case OrderCompleted e:
                Keep(recorded.Stream, order with { CompletedAt = e.At });
                Count(recorded, Metric.CompletedOrder, order, e.At);
                break;

            // Corrections: by the clock of what happened it never counted, by the other it did until today.
            case OrderStruck when order.CompletedAt is { } since: End(recorded, Metric.CompletedOrder, recorded.Stream, since); break;
            case OrderCountedAgain when order.CompletedAt is { } since: Count(recorded, Metric.CompletedOrder, order, since); break;
        }
    }

    private KnownOrder Answer(Recorded recorded, KnownOrder order, DateTimeOffset at)
    {
        if (order.IsAnswered)
        {
            return order;
        }

        var answered = order with { IsAnswered = true };
        Keep(recorded.Stream, answered);
        Count(recorded, Metric.Answer, order, at, (long)Math.Ceiling((at - order.At).TotalMinutes));
        return answered;
    }

    private void Count(Recorded recorded, Metric metric, KnownOrder order, DateTimeOffset at, long? amount = null) => Start(
        recorded, metric, recorded.Stream, order.Owner, at, started => started with
        {
            Amount = amount ?? order.Goods,
            Parts = order.Parts,
            Distance = (short?)order.From,
            Returning = order.Returning,
        });

    private KnownOrder KnownOf(OrderPlaced placed) => new(
        placed.Curator.Value, placed.Seller.Value, placed.SellerVillage.Value, ThemesOf(placed.Curator.Value), placed.At, placed.Goods.Amount,
        [.. placed.Lines
            .GroupBy(line => known.GetValueOrDefault(line.Product.Value) is KnownProduct product ? product.Section : "", StringComparer.Ordinal)
            .OrderBy(lines => lines.Key, StringComparer.Ordinal)
            .Select(lines => new SectionPart(lines.Key, lines.Sum(line => line.Total.Amount)))],
        placed.From, placed.Returning);

    private static string SectionOf(string category) => category.Split('/')[0];
}
