using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Tests.Offices;

public class OfficeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Id<Member> Officer = Id<Member>.New();

    [Fact]
    public void An_officer_may_leave_and_once_is_enough()
    {
        var released = new OfficerReleased(Officer, OfficeRole.Officer, Now);
        Kominfo(new OfficerAppointed(Officer, OfficeRole.Officer, Now)).Release(Officer, OfficeRole.Officer, Now).Then(released);

        Kominfo(new OfficerAppointed(Officer, OfficeRole.Officer, Now), released).Release(Officer, OfficeRole.Officer, Now).Then();
    }

    [Fact]
    public void One_may_come_back() =>
        Kominfo(new OfficerAppointed(Officer, OfficeRole.Auditor, Now), new OfficerReleased(Officer, OfficeRole.Auditor, Now))
            .Appoint(Officer, OfficeRole.Auditor, Now).Then(new OfficerAppointed(Officer, OfficeRole.Auditor, Now));

    private static Office Kominfo(params OfficeEvent[] then) => Given.History<Office, OfficeEvent>(
        [new OfficeOpened(Id<Office>.New(), RegionCode.Parse("64.02"), Now), .. then]);
}
