using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.Tests.Groups;

public class PulseTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, GroupPulse.Active)]
    [InlineData(20, GroupPulse.Active)]
    [InlineData(30, GroupPulse.Quiet)]
    [InlineData(45, GroupPulse.Quiet)]
    [InlineData(60, GroupPulse.Quiet)]
    [InlineData(90, GroupPulse.Still)]
    [InlineData(100, GroupPulse.Still)]
    public void The_pulse_is_the_age_of_the_last_act(int days, GroupPulse pulse) =>
        Assert.Equal(pulse, GroupRules.Usual.PulseOf(Now.AddDays(-days), Now));

    [Fact]
    public void It_tells_when_it_will_change()
    {
        Assert.Equal(Now.AddDays(10), GroupRules.Usual.ChangesAt(Now.AddDays(-20), Now));
        Assert.Equal(Now.AddDays(45), GroupRules.Usual.ChangesAt(Now.AddDays(-45), Now));
        Assert.Null(GroupRules.Usual.ChangesAt(Now.AddDays(-100), Now));
    }

    [Fact]
    public void Only_a_change_is_an_event_and_only_of_a_KIM_that_stands_open()
    {
        var quiet = new GroupPulseChanged(GroupPulse.Quiet, Now.AddDays(-45), Now);
        Kim(new GroupVerified(Now), new GroupActivated(Now)).Feel(GroupPulse.Quiet, Now.AddDays(-45), Now).Then(quiet);
        Kim(new GroupVerified(Now), new GroupActivated(Now), quiet).Feel(GroupPulse.Quiet, Now.AddDays(-46), Now).Then();
        Kim(new GroupVerified(Now)).Feel(GroupPulse.Still, null, Now).Then();
    }

    private static Group Kim(params GroupEvent[] then) => Given.History<Group, GroupEvent>(
    [
        new GroupProposed(Id<Group>.New(), "KIM Contoh", "kim-contoh", RegionCode.Parse("64.02.15.1004"), GroupBasis.Territorial, [], "", Now),
        .. then,
    ]);
}
