using Kim.Market.Domain.Recoveries;

namespace Kim.Market.Domain.Tests.Recoveries;

public class RecoveryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Id<Recovery> Link = Id<Recovery>.New();
    private static readonly RecoveryIssued Issued = new(Link, Id<Member>.New(), "kelola", Guid.NewGuid(), Now.AddHours(24), Now);

    [Fact]
    public void A_link_holds_for_a_day() => Recovery.Issue(Link, Issued.Member, Issued.Desk, Issued.Scope, Now).Then(Issued);

    [Fact]
    public void It_is_used_until_the_last_moment() => Given.History<Recovery, RecoveryEvent>(Issued)
        .Use(Now.AddHours(24).AddTicks(-1)).Then(new RecoveryUsed(Now.AddHours(24).AddTicks(-1)));

    [Fact]
    public void Then_it_is_too_late() =>
        Given.History<Recovery, RecoveryEvent>(Issued).Use(Now.AddHours(24)).ThenRefused(RecoveryRefusals.TooLate);

    [Fact]
    public void It_is_used_once() =>
        Given.History<Recovery, RecoveryEvent>(Issued, new RecoveryUsed(Now)).Use(Now.AddMinutes(1)).ThenRefused(RecoveryRefusals.Used);
}
