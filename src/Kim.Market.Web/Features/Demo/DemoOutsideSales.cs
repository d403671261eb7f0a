using Kim.Market.Domain;
using Kim.Market.Domain.OutsideSales;
using Kim.Market.Web.Features.OutsideSales;
using Kim.Market.Web.Features.Papers;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Demo;

/// <summary>What some businesses of the demo's region say they sold at markets and fairs, month by month.</summary>
public sealed class DemoOutsideSales(OutsideSaleDesk desk)
{
    private const int Months = 4;
    private const int EachOf = 6;
    private const long Least = 350_000;
    private const long Step = 45_000;

    private static readonly Paper Receipt = DemoPaper.Saying("Contoh, bukan nota asli");

    /// <param name="shown">Always among them.</param>
    public async Task MakeAsync(DemoMarket market, DemoSupply supply, RegionCode region, DemoBusiness shown, DemoCalendar calendar, CancellationToken ct)
    {
        var here = market.Businesses.Where(business => region.Contains(RegionCode.Parse(business.Village))).ToList();
        var thisMonth = DateFormat.DayIn(calendar.Now, Zone.Wita) is var today ? new DateOnly(today.Year, today.Month, 1) : default;
        foreach (var (i, business) in here.Index().Where(one => one.Index % EachOf == 0 || one.Item.Key == shown.Key))
        {
            for (var back = Months; back > 0; back--)
            {
                var month = thisMonth.AddMonths(-back);
                var told = new DateTimeOffset(month.AddMonths(1).ToDateTime(new(9, 0)), Zone.Wita.Offset).AddHours(i);
                var way = (i + back) % 3 == 0 ? OutsideWay.Fair : OutsideWay.Market;
                if (told < calendar.Now && await desk.StateAsync(
                    supply.Businesses[business.Key], month, way, new(Least + (Step * ((i + (back * 3)) % 20))), Receipt, "", Asker.Visitor, ct, told) is { } refusal)
                {
                    throw new InvalidOperationException($"An outside sale of the demo was refused: {refusal.Code}.");
                }
            }
        }
    }
}
