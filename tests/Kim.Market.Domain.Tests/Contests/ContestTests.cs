using Kim.Market.Domain.Contests;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Tests.Contests;

public class ContestTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateOnly Opens = new(2026, 3, 15);
    private static readonly DateOnly Closes = new(2026, 4, 15);
    private static readonly RegionCode Seat = RegionCode.Parse("64.02.15.1004");
    private static readonly Id<Group> Nila = Id<Group>.New();
    private static readonly Id<Group> Haruan = Id<Group>.New();
    private static readonly Id<Group> Belida = Id<Group>.New();
    private static readonly Id<Member> One = Id<Member>.New();
    private static readonly Id<Member> Two = Id<Member>.New();
    private static readonly ContestTerms Terms = new("Cerita desa terbaik", "Satu cerita tentang satu pembuat.", [new("Isi", 60), new("Foto", 40)], Opens, Closes, 1);
    private static readonly ContestAnnounced Announced = new(Id<Contest>.New(), Id<Office>.New(), RegionCode.Parse("64.02"), Terms, Now);

    public static TheoryData<ContestTerms, Refusal> Wrong => new()
    {
        { Terms with { Title = " " }, ContestRefusals.TitleLength },
        { Terms with { About = "" }, ContestRefusals.AboutLength },
        { Terms with { Criteria = [new("Isi", 100)] }, ContestRefusals.CriteriaCount },
        { Terms with { Criteria = [new("Isi", 60), new("Foto", 39)] }, ContestRefusals.Weights },
        { Terms with { Criteria = [new("Isi", 100), new("Foto", 0)] }, ContestRefusals.CriterionLine },
        { Terms with { ClosesOn = Opens.AddDays(-1) }, ContestRefusals.Days },
        { Terms with { ClosesOn = Opens.AddDays(ContestTerms.MostDays) }, ContestRefusals.Days },
        { Terms with { Winners = 0 }, ContestRefusals.WinnerCount },
        { Terms with { About = "Tanya 0812 3456 7890" }, ContestRefusals.HoldsNumber },
        { Terms with { OpensOn = new(2026, 1, 1), ClosesOn = new(2026, 1, 31) }, ContestRefusals.Over },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Nobody_enters_what_is_not_clear(ContestTerms terms, Refusal refusal) => Announce(terms).ThenRefused(refusal);

    [Fact]
    public void Its_terms_stand_from_its_first_day_on()
    {
        Assert.Single(Announce(Terms));
        Assert.Single(After(Announced).Rewrite(Terms with { Winners = 3 }, Opens.AddDays(-1), Now));
        After(Announced).Rewrite(Terms with { Criteria = [.. Terms.Criteria] }, Opens.AddDays(-1), Now).Then();
        After(Announced).Rewrite(Terms with { Winners = 3 }, Opens, Now).ThenRefused(ContestRefusals.HasBegun);
    }

    [Fact]
    public void A_KIM_of_the_region_enters_once_and_may_say_it_better_until_the_last_day()
    {
        Enter(After(Announced), Opens.AddDays(-1)).ThenRefused(ContestRefusals.NotYet);
        Enter(After(Announced), Closes).Then(Entry(Nila));
        Enter(After(Announced, Entry(Nila)), Closes).Then();
        Enter(After(Announced), Closes.AddDays(1)).ThenRefused(ContestRefusals.Over);
        Enter(After(Announced), Closes, text: new('a', ContestEntry.LongestText + 1)).ThenRefused(ContestRefusals.TextLength);
        Enter(After(Announced), Closes, isOwn: false).ThenRefused(ContestRefusals.NotOwn);
        After(Announced).Enter(Nila, RegionCode.Parse("64.71.01.1001"), "Amplang", "Cerita", "/kim/nila", isOwn: true, Closes, Now).ThenRefused(ContestRefusals.Elsewhere);
        After(Announced, Entry(Nila)).Withdraw(Nila, Closes, Now).Then(new ContestEntryWithdrawn(Nila, Now));
        After(Announced, Entry(Nila)).Withdraw(Nila, Closes.AddDays(1), Now).ThenRefused(ContestRefusals.Over);
        Assert.Empty(After(Announced, Entry(Nila), new ContestEntryWithdrawn(Nila, Now)).Entries);
    }

    [Fact]
    public void It_is_judged_after_the_last_day_and_by_nobody_of_the_own_board()
    {
        Score(After(Announced, Entry(Nila)), Nila, 80, 60, Closes).ThenRefused(ContestRefusals.StillOpen);
        Score(After(Announced, Entry(Nila)), Haruan, 80, 60).ThenRefused(ContestRefusals.NotEntered);
        Score(After(Announced, Entry(Nila)), Nila, 101, 60).ThenRefused(ContestRefusals.Scores);
        After(Announced, Entry(Nila)).Score(Nila, One, [80], isOfItsBoard: false, Closes.AddDays(1), Now).ThenRefused(ContestRefusals.Scores);
        After(Announced, Entry(Nila)).Score(Nila, One, [80, 60], isOfItsBoard: true, Closes.AddDays(1), Now).ThenRefused(ContestRefusals.OwnGroup);
        Assert.Single(Score(After(Announced, Entry(Nila)), Nila, 80, 60));
        Score(After(Announced, Entry(Nila), Scored(Nila, One, 80, 60)), Nila, 80, 60).Then();
    }

    [Fact]
    public void Points_are_the_mean_of_the_judges_by_weight_and_the_same_points_the_same_place()
    {
        var judged = After(
            Announced, Entry(Nila), Entry(Haruan), Entry(Belida), Scored(Nila, One, 80, 60), Scored(Nila, Two, 71, 60), Scored(Haruan, One, 90, 90), Scored(Haruan, One, 90, 80),
            Scored(Belida, One, 90, 80));

        var table = Assert.IsType<ContestDecided>(judged.Decide(Closes.AddDays(1), Now).Single()).Table;

        Assert.Equal([(86m, 1), (86m, 1), (69.3m, 3)], table.Select(place => (place.Total, place.Place))); // (75,5 × 60 + 60 × 40) / 100 = 69,3
        Assert.Equal(Nila, table[2].Group);
        Assert.Equal([75.5m, 60m], table[2].Points);
    }

    [Fact]
    public void Nobody_wins_while_an_entry_waits_for_its_points()
    {
        After(Announced).Decide(Closes.AddDays(1), Now).ThenRefused(ContestRefusals.NoEntries);
        After(Announced, Entry(Nila)).Decide(Closes.AddDays(1), Now).ThenRefused(ContestRefusals.NotAllScored);
        After(Announced, Entry(Nila), Scored(Nila, One, 1, 1)).Decide(Closes, Now).ThenRefused(ContestRefusals.StillOpen);
        var decided = After(Announced, Entry(Nila), Scored(Nila, One, 1, 1), new ContestDecided([], Now));
        decided.Decide(Closes.AddDays(1), Now).Then();
        Score(decided, Nila, 2, 2).ThenRefused(ContestRefusals.IsDecided);
        decided.CallOff("Terlambat", Now).ThenRefused(ContestRefusals.IsDecided);
        After(Announced).CallOff("", Now).ThenRefused(ContestRefusals.ReasonLength);
        Enter(After(Announced, new ContestCalledOff("Banjir", Now)), Closes).ThenRefused(ContestRefusals.IsCalledOff);
    }

    private static Decision<ContestEvent> Announce(ContestTerms terms) => Contest.Announce(Announced.Contest, Announced.Office, Announced.Region, terms, new(2026, 3, 10), Now);

    private static Decision<ContestEvent> Enter(Contest known, DateOnly today, string text = "Cerita", bool isOwn = true) =>
        known.Enter(Nila, Seat, "Amplang", text, "/kim/nila", isOwn, today, Now);

    private static Decision<ContestEvent> Score(Contest known, Id<Group> group, int content, int photo, DateOnly? today = null) =>
        known.Score(group, One, [content, photo], isOfItsBoard: false, today ?? Closes.AddDays(1), Now);

    private static ContestEntered Entry(Id<Group> group) => new(group, "Amplang", "Cerita", "/kim/nila", Now);

    private static ContestEntryScored Scored(Id<Group> group, Id<Member> judge, int content, int photo) => new(group, judge, [content, photo], Now);

    private static Contest After(params ContestEvent[] happened) => happened.Aggregate((Contest?)null, Contest.Evolve)!;
}
