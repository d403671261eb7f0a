using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.Tests.Businesses;

public class DeliveryRateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly RegionCode Home = RegionCode.Parse("64.02.15.1004");
    private static readonly RegionCode Regency = RegionCode.Parse("64.02");
    private static readonly RegionCode District = RegionCode.Parse("64.02.15");
    private static readonly RegionCode Village = RegionCode.Parse("64.02.15.1003");
    private static readonly BusinessRegistered Registered = new(
        Id<Business>.New(), Id<Group>.New(), "Dapur Nila", "dapur-nila", BusinessKind.Individual, Home, "", Now);

    [Fact]
    public void The_smallest_region_that_holds_the_place_says_what_it_costs()
    {
        var rates = Rates(null, new(Regency, new(30_000)), new(Village, new(5_000)), new(District, new(10_000)));

        Assert.Equal(new Rupiah(5_000), Fee(rates, "64.02.15.1003"));
        Assert.Equal(new Rupiah(10_000), Fee(rates, "64.02.15.1001"));
        Assert.Equal(new Rupiah(30_000), Fee(rates, "64.02.06.1006"));
        Assert.Equal(new DeliveryToBeQuoted(), rates.For(RegionCode.Parse("64.72.01.1001"), new(1)));
    }

    [Fact]
    public void A_code_that_only_begins_alike_is_another_place() =>
        Assert.Equal(new DeliveryToBeQuoted(), Rates(null, new DeliveryRate(RegionCode.Parse("64.02.01"), new(1))).For(RegionCode.Parse("64.02.10.2001"), new(1)));

    [Fact]
    public void Without_a_table_one_price_holds_wherever_it_goes()
    {
        var rates = Rates(12_000);

        Assert.Equal(new DeliveredFor(new(12_000), null), rates.For(null, new(50_000)));
        Assert.Equal(new DeliveredFor(new(12_000), null), rates.For(RegionCode.Parse("31.71.01.1001"), new(50_000)));
    }

    [Fact]
    public void Beside_a_table_the_one_price_holds_in_the_sellers_own_regency()
    {
        var rates = Rates(12_000, new DeliveryRate(District, new(5_000)));

        Assert.Equal(new Rupiah(5_000), Fee(rates, "64.02.15.1003"));
        Assert.Equal(new Rupiah(12_000), Fee(rates, "64.02.06.1006"));
        Assert.Equal(new DeliveryToBeQuoted(), rates.For(RegionCode.Parse("64.72.01.1001"), new(1)));
    }

    [Fact]
    public void With_a_table_nobody_knows_the_price_before_the_place() =>
        Assert.Equal(new DeliveryDependsOnPlace(), Rates(12_000, new DeliveryRate(District, new(5_000))).For(null, new(50_000)));

    [Fact]
    public void Elsewhere_the_seller_says_the_price_afterwards_unless_they_bring_nothing_there()
    {
        var (table, elsewhere) = (new DeliveryRate(District, new(5_000)), RegionCode.Parse("64.72.01.1001"));

        Assert.Equal(new DeliveryToBeQuoted(), Rates(null, table).For(elsewhere, new(1)));
        Assert.Equal(new NotDelivered(), (Rates(null, table) with { Ships = false }).For(elsewhere, new(1)));
        Assert.Equal(new DeliveryToBeQuoted(), (Rates(null) with { Ships = true }).For(elsewhere, new(1)));
        Assert.Equal(new DeliveryDependsOnPlace(), (Rates(12_000) with { Ships = true }).For(null, new(1)));
        Assert.Equal(new DeliveryToBeQuoted(), (Rates(12_000) with { Ships = true }).For(elsewhere, new(1)));
        Assert.Equal(new Rupiah(12_000), Fee(Rates(12_000) with { Ships = true }, Village.Value));
    }

    [Fact]
    public void Who_brings_nothing_brings_nothing_anywhere()
    {
        Assert.Equal(new NotDelivered(), Rates(null).For(Village, new(1_000_000)));
        Assert.Null(Rates(null).Cheapest);
        Assert.Equal(new Rupiah(5_000), Rates(12_000, new DeliveryRate(District, new(5_000))).Cheapest);
    }

    [Theory]
    [InlineData(49_999, 1)]
    [InlineData(1, 49_999)]
    public void Too_little_is_not_brought_and_what_is_missing_is_said(long goods, long missing) => Assert.Equal(
        new DeliveredFrom(new(50_000), new(missing)),
        Rates(null, new DeliveryRate(District, new(10_000), Minimum: new(50_000))).For(Village, new(goods)));

    [Theory]
    [InlineData(199_999, 10_000)]
    [InlineData(200_000, 0)]
    public void From_some_amount_on_it_is_brought_for_nothing(long goods, long fee) => Assert.Equal(
        new Rupiah(fee), Fee(Rates(null, new DeliveryRate(District, new(10_000), FreeFrom: new(200_000))), Village.Value, goods));

    [Fact]
    public void A_price_is_named_changed_and_taken_back_once()
    {
        var rate = new DeliveryRate(District, new(10_000), new(50_000), new(200_000), 2);
        BusinessDeliveryRateSet set = new(District, new(10_000), new(50_000), new(200_000), 2, Now);

        Business().SetRate(rate, Now).Then(set);
        Business(set).SetRate(rate, Now).Then();
        Business(set).SetRate(rate with { Days = 3 }, Now).Then(set with { Days = 3 });
        Business(set).DropRate(District, Now).Then(new BusinessDeliveryRateDropped(District, Now));
        Business(set, new BusinessDeliveryRateDropped(District, Now)).DropRate(District, Now).Then();
        Business().DropRate(District, Now).Then();
    }

    [Fact]
    public void A_price_must_make_sense()
    {
        Ask(new(RegionCode.Parse("64"), new(1))).ThenRefused(BusinessRefusals.RateRegion);
        Ask(new(District, new(-1))).ThenRefused(BusinessRefusals.BadDeliveryFee);
        Ask(new(District, new(Rupiah.Highest.Amount + 1))).ThenRefused(BusinessRefusals.BadDeliveryFee);
        Ask(new(District, new(1), Minimum: new(0))).ThenRefused(BusinessRefusals.RateMinimum);
        Ask(new(District, new(1), Minimum: new(2), FreeFrom: new(1))).ThenRefused(BusinessRefusals.RateFreeFrom);
        Ask(new(District, new(1), FreeFrom: new(-1))).ThenRefused(BusinessRefusals.RateFreeFrom);
        Ask(new(District, new(1), Days: 61)).ThenRefused(BusinessRefusals.RateDays);
        Ask(new(District, new(1), Days: -1)).ThenRefused(BusinessRefusals.RateDays);
        Assert.Single(Ask(new(District, new(0), Minimum: new(5), FreeFrom: new(5), Days: 0)));
    }

    [Fact]
    public void A_table_has_an_end_but_what_stands_in_it_can_still_be_changed()
    {
        var full = Enumerable.Range(0, Limits.DeliveryRates)
            .Select(n => RegionCode.Parse($"64.02.15.{2001 + n}"))
            .Select(region => (BusinessEvent)new BusinessDeliveryRateSet(region, new(1), null, null, null, Now)).ToArray();

        Business(full).SetRate(new(District, new(1)), Now).ThenRefused(BusinessRefusals.TooManyRates);
        Assert.Single(Business(full).SetRate(new(RegionCode.Parse("64.02.15.2001"), new(2)), Now));
    }

    private static Decision<BusinessEvent> Ask(DeliveryRate rate) => Business().SetRate(rate, Now);

    private static DeliveryRates Rates(long? onePrice, params DeliveryRate[] table) => new(Home, onePrice is { } price ? new Rupiah(price) : null, table);

    private static Rupiah Fee(DeliveryRates rates, string village, long goods = 50_000) =>
        Assert.IsType<DeliveredFor>(rates.For(RegionCode.Parse(village), new(goods))).Fee;

    private static Business Business(params BusinessEvent[] history) => Given.History<Business, BusinessEvent>([Registered, .. history]);
}
