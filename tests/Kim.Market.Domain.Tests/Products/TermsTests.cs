using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Products;

/// <summary>On which terms a product can be had: when, from how many on, and what its maker tells.</summary>
public class TermsTests
{
    private static readonly DateTimeOffset March = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Season MayToJuly = new(new(5, 3), new(7, 31));
    private static readonly Terms Durian = Terms.Ordinary with { Supply = Supply.Seasonal, Season = MayToJuly };
    private static readonly Making ThreeDays = new(3, 20, CapacityPer.Day, 15, "Setengah harga di muka.");
    private static readonly Terms Cake = Terms.Ordinary with { Supply = Supply.MadeToOrder, Making = ThreeDays };

    private static readonly Product Listed = Given.History<Product, ProductEvent>(
        new ProductDrafted(Id<Product>.New(), Id<Business>.New(), "Durian", "durian", "pertanian/buah", "buah", null, "", March));

    [Fact]
    public void Terms_are_set_once_and_twice_is_once()
    {
        Listed.SetTerms(Cake, March).Then(new ProductTermsSet(Cake, March));
        After(new ProductTermsSet(Cake, March)).SetTerms(Cake, March).Then();
        Listed.SetTerms(Terms.Ordinary, March).Then();
    }

    [Fact]
    public void What_does_not_belong_to_the_supply_is_left_out() =>
        Listed.SetTerms(Cake with { Supply = Supply.Ready, Season = MayToJuly }, March).Then();

    [Fact]
    public void Terms_that_make_no_sense_are_refused()
    {
        Listed.SetTerms(Cake with { Making = null }, March).ThenRefused(ProductRefusals.BadLead);
        Listed.SetTerms(Cake with { Making = ThreeDays with { LeadDays = 91 } }, March).ThenRefused(ProductRefusals.BadLead);
        Listed.SetTerms(Cake with { Making = ThreeDays with { Capacity = 0 } }, March).ThenRefused(ProductRefusals.BadCapacity);
        Listed.SetTerms(Cake with { Making = ThreeDays with { CutOff = 24 } }, March).ThenRefused(ProductRefusals.BadCutOff);
        Listed.SetTerms(Cake with { Making = ThreeDays with { Deposit = new('a', 201) } }, March).ThenRefused(ProductRefusals.DepositLength);
        Listed.SetTerms(Cake with { Making = ThreeDays with { Deposit = "BRI 1234 5678 9012" } }, March).ThenRefused(ProductRefusals.PublicNumber);
        Listed.SetTerms(Durian with { Season = null }, March).ThenRefused(ProductRefusals.BadSeason);
        Listed.SetTerms(Durian with { Season = new(new(2, 30), new(3, 1)) }, March).ThenRefused(ProductRefusals.BadSeason);
        Listed.SetTerms(Terms.Ordinary with { Minimum = 0 }, March).ThenRefused(ProductRefusals.BadMinimum);
    }

    [Fact]
    public void Fewer_than_the_minimum_are_not_sold()
    {
        var terms = Terms.Ordinary with { Minimum = 5 };
        Assert.Equal(ProductRefusals.TooFew(5), terms.Against(4));
        Assert.Null(terms.Against(5));
    }

    [Theory]
    [InlineData("2026-03-02T14:59", "2026-03-05")]
    [InlineData("2026-03-02T15:00", "2026-03-06")]
    public void What_is_made_to_order_is_ready_so_many_days_later_or_one_more_after_the_last_hour(string ordered, string ready) =>
        Assert.Equal(
            DateOnly.Parse(ready, System.Globalization.CultureInfo.InvariantCulture),
            Cake.ReadyFor(DateTime.Parse(ordered, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_season_rests_until_its_day_begins_in_central_Indonesia_and_both_turns_are_events()
    {
        var resting = After(new ProductTermsSet(Durian, March));
        Assert.True(resting.IsResting);
        resting.TurnSeason(March).Then();

        var evening = new DateTimeOffset(2026, 5, 2, 15, 59, 0, TimeSpan.Zero);
        resting.TurnSeason(evening).Then();
        var begun = evening.AddMinutes(1);
        resting.TurnSeason(begun).Then(new ProductSeasonBegun(begun));

        var ripe = Product.Evolve(resting, new ProductSeasonBegun(begun));
        Assert.False(ripe.IsResting);
        ripe.TurnSeason(begun).Then();
        var over = new DateTimeOffset(2026, 7, 31, 16, 0, 0, TimeSpan.Zero);
        ripe.TurnSeason(over).Then(new ProductSeasonEnded(over));
        Assert.True(Product.Evolve(ripe, new ProductSeasonEnded(over)).IsResting);
    }

    [Fact]
    public void What_has_no_season_never_rests()
    {
        var freed = After(new ProductTermsSet(Durian, March), new ProductTermsSet(Terms.Ordinary, March), new ProductSeasonEnded(March));
        Assert.False(freed.IsResting);
        freed.TurnSeason(March).Then();
    }

    [Theory]
    [InlineData("11-15", "2-28", "2026-12-31", true, "2027-11-15", "2027-03-01")]
    [InlineData("11-15", "2-28", "2026-03-01", false, "2026-11-15", "2026-11-15")]
    [InlineData("2-29", "2-29", "2027-02-01", false, "2027-02-28", null)]
    [InlineData("5-3", "7-31", "2026-05-03", true, "2026-05-03", "2026-08-01")]
    public void A_season_may_reach_over_new_year(string from, string until, string day, bool holds, string next, string? turn)
    {
        var season = new Season(Day(from), Day(until));
        var today = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(holds, season.Holds(today));
        Assert.Equal(next, season.NextStart(today).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (turn is not null)
        {
            Assert.Equal(turn, season.NextTurn(today).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }

        static YearDay Day(string text) => text.Split('-') is [var month, var date]
            ? new(int.Parse(month, System.Globalization.CultureInfo.InvariantCulture), int.Parse(date, System.Globalization.CultureInfo.InvariantCulture))
            : throw new ArgumentException(text);
    }

    [Fact]
    public void A_story_holds_no_numbers_and_is_not_endless()
    {
        var story = new Story(" Ibu-ibu dasawisma ", "Tepi danau", "", "");
        Listed.TellStory(story, March).Then(new ProductStoryTold(story.Trim(), March));
        After(new ProductStoryTold(story.Trim(), March)).TellStory(story, March).Then();
        Listed.TellStory(story with { Proof = "WA 0812-0000-0001" }, March).ThenRefused(ProductRefusals.PublicNumber);
        Listed.TellStory(story with { Process = new('a', 601) }, March).ThenRefused(ProductRefusals.StoryLength);
    }

    [Fact]
    public void All_of_it_is_written_in_one_go_or_nothing()
    {
        var face = Listed.Face with { Name = "Durian Lai" };
        Listed.Rewrite(face, Durian, Story.None, "", March).Then(
            new ProductDescribed("Durian Lai", "pertanian/buah", "buah", null, "", March), new ProductTermsSet(Durian, March));
        Listed.Rewrite(face, Durian with { Minimum = 0 }, Story.None, "", March).ThenRefused(ProductRefusals.BadMinimum);
        Listed.Rewrite(Listed.Face, Terms.Ordinary, Story.None, "", March).Then();
    }

    [Fact]
    public void Undoing_gives_the_terms_and_the_story_back()
    {
        var changed = After(new ProductTermsSet(Cake, March), new ProductStoryTold(new("Bu Contoh", "", "", ""), March));
        Assert.False(changed.IsLike(Listed));
        changed.Become(Listed, March).Then(new ProductTermsSet(Terms.Ordinary, March), new ProductStoryTold(Story.None, March));
    }

    private static Product After(params ProductEvent[] happened) => happened.Aggregate(Listed, Product.Evolve);
}
