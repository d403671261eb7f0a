using Kim.Market.Domain.Decrees;
using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.Tests.Decrees;

public class DecreeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Id<Decree> Id = Id<Decree>.New();
    private static readonly RegionCode Village = RegionCode.Parse("64.02.15.1004");
    private static readonly Id<Group> Kim = Id<Group>.New();

    [Theory]
    [InlineData("489/07/401.403.6/2014")]
    [InlineData("470/kominfo-b/2018")]
    public void A_number_is_kept_as_it_stands_on_the_paper(string number) =>
        Record(number: $" {number} ").Then(new DecreeRecorded(Id, number, "Pembentukan KIM", DecreeIssuer.Lurah, Village, Day(2026, 2, 1), null, null, Now));

    [Fact]
    public void A_decree_without_a_number_is_none() => Record(number: " ").ThenRefused(DecreeRefusals.NumberLength);

    [Fact]
    public void No_decree_comes_from_the_future() => Record(issued: Day(2026, 3, 4)).ThenRefused(DecreeRefusals.IssuedLater);

    [Fact]
    public void None_ends_before_it_begins() => Record(until: Day(2026, 1, 31)).ThenRefused(DecreeRefusals.EndsBeforeItBegins);

    [Fact]
    public void It_names_many_KIM_and_each_once()
    {
        var other = Id<Group>.New();
        var decree = Known(new DecreeGroupNamed(Kim, Now));

        decree.Name(other, Now).Then(new DecreeGroupNamed(other, Now));
        decree.Name(Kim, Now).Then();
    }

    [Fact]
    public void A_KIM_that_was_struck_may_be_named_again() =>
        Known(new DecreeGroupNamed(Kim, Now), new DecreeGroupStruck(Kim, Now)).Name(Kim, Now).Then(new DecreeGroupNamed(Kim, Now));

    [Fact]
    public void A_revoked_decree_names_nobody_more()
    {
        Known(new DecreeRevoked(Now)).Name(Kim, Now).ThenRefused(DecreeRefusals.IsRevoked);
        Known(new DecreeRevoked(Now)).Revoke(Now).Then();
    }

    private static Decision<DecreeEvent> Record(string number = "1/2026", DateOnly? issued = null, DateOnly? until = null) =>
        Decree.Record(Id, number, "Pembentukan KIM", DecreeIssuer.Lurah, Village, issued ?? Day(2026, 2, 1), until, null, Now);

    private static Decree Known(params DecreeEvent[] then) => Given.History<Decree, DecreeEvent>(
        [new DecreeRecorded(Id, "1/2026", "", DecreeIssuer.VillageHead, Village, Day(2026, 2, 1), null, null, Now), .. then]);

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);
}
