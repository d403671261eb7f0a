using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Products;

/// <summary>A struck-through price must have been in force on fourteen of the last thirty days.</summary>
public class DiscountTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Rupiah Fifteen = new(15_000);
    private static readonly Rupiah Eighteen = new(18_000);
    private static readonly Rupiah Twenty = new(20_000);
    private static readonly Rupiah TwentyFive = new(25_000);

    private static readonly ProductEvent[] Story =
    [
        new ProductPriced(Twenty, Day(0)), new ProductPhotographed([new("aa", "Amplang")], Day(0)), new ProductPublished(Day(0)),
        new ProductPriced(Fifteen, Day(20)), new ProductPriced(Twenty, Day(22)),
    ];

    [Fact]
    public void A_price_that_never_held_is_not_struck_through() =>
        Given(Story).Lower(Eighteen, TwentyFive, Day(37), Day(30)).ThenRefused(ProductRefusals.NeverInForce(TwentyFive));

    [Fact]
    public void A_price_that_held_on_28_of_30_days_is() =>
        Given(Story).Lower(Eighteen, Twenty, Day(37), Day(30)).Then(new ProductDiscounted(Eighteen, Twenty, Day(37), Day(30)));

    [Fact]
    public void The_days_are_counted()
    {
        Assert.Equal(TimeSpan.FromDays(28), Given(Story).Shown.InForce(Twenty, Day(0), Day(30)));
        Assert.Equal([Twenty], Given(Story).Shown.Honest(Day(30)));
    }

    [Fact]
    public void A_price_that_held_for_two_days_is_not_the_price_before() =>
        Given(Story).Lower(new(14_000), Fifteen, Day(37), Day(30)).ThenRefused(ProductRefusals.TooShortInForce(2));

    [Fact]
    public void A_price_raised_yesterday_to_be_struck_through_today_is_refused() =>
        Given([.. Story, new ProductPriced(TwentyFive, Day(29))]).Lower(Eighteen, TwentyFive, Day(37), Day(30))
            .ThenRefused(ProductRefusals.TooShortInForce(1));

    [Fact]
    public void A_price_nobody_could_pay_does_not_count()
    {
        ProductEvent[] hidden = [Story[0], Story[1], new ProductPublished(Day(28))];
        Given(hidden).Lower(Eighteen, Twenty, Day(37), Day(30)).ThenRefused(ProductRefusals.TooShortInForce(2));

        ProductEvent[] resting = [.. Story, new ProductWithdrawn(Day(22)), new ProductPublished(Day(29))];
        Assert.Equal(TimeSpan.FromDays(21), Given(resting).Shown.InForce(Twenty, Day(0), Day(30)));
    }

    [Fact]
    public void A_discount_ends_before_its_struck_through_price_is_a_price_of_long_ago()
    {
        Given(Story).Lower(Eighteen, Twenty, Day(60), Day(30)).ThenRefused(ProductRefusals.DiscountTooLong(14));
        Given(Story).Lower(Eighteen, Twenty, Day(44), Day(30)).Then(new ProductDiscounted(Eighteen, Twenty, Day(44), Day(30)));
    }

    [Fact]
    public void A_discount_lowers_the_price_and_ends_in_the_future_and_on_the_stall()
    {
        Given(Story).Lower(Twenty, Twenty, Day(37), Day(30)).ThenRefused(ProductRefusals.DiscountNotLower);
        Given(Story).Lower(Eighteen, Twenty, Day(30), Day(30)).ThenRefused(ProductRefusals.DiscountOver);
        Given(Story[..1]).Lower(Eighteen, Twenty, Day(37), Day(30)).ThenRefused(ProductRefusals.DiscountNotShown);
        Given(Story).Lower(Rupiah.Zero, Twenty, Day(37), Day(30)).ThenRefused(ProductRefusals.BadPrice);
    }

    [Fact]
    public void When_it_ends_the_price_before_is_the_price_again()
    {
        var lowered = Given([.. Story, new ProductDiscounted(Eighteen, Twenty, Day(37), Day(30))]);
        Assert.Equal(Eighteen, lowered.Price);
        lowered.EndDiscount(Day(37)).Then(new ProductDiscountEnded(Twenty, Day(37)));

        var ended = Given([.. Story, new ProductDiscounted(Eighteen, Twenty, Day(37), Day(30)), new ProductDiscountEnded(Twenty, Day(37))]);
        Assert.Equal(Twenty, ended.Price);
        ended.EndDiscount(Day(38)).Then();
    }

    [Fact]
    public void A_new_price_ends_a_discount_even_if_it_is_the_discounted_one()
    {
        var lowered = Given([.. Story, new ProductDiscounted(Eighteen, Twenty, Day(37), Day(30))]);
        lowered.SetPrice(Eighteen, Day(31)).Then(new ProductPriced(Eighteen, Day(31)));
        Assert.Null(Given([.. Story, new ProductDiscounted(Eighteen, Twenty, Day(37), Day(30)), new ProductPriced(Eighteen, Day(31))]).Discount);
    }

    [Fact]
    public void Asking_twice_changes_nothing_more() =>
        Given([.. Story, new ProductDiscounted(Eighteen, Twenty, Day(37), Day(30))]).Lower(Eighteen, Twenty, Day(37), Day(31)).Then();

    private static DateTimeOffset Day(int day) => Start.AddDays(day);

    private static Product Given(params ProductEvent[] history) => Tests.Given.History<Product, ProductEvent>(
        [new ProductDrafted(Id<Product>.New(), Id<Business>.New(), "Amplang", "amplang", "a/b", "bungkus", null, "", Start), .. history]);
}
