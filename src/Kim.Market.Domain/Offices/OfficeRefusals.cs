namespace Kim.Market.Domain.Offices;

public static class OfficeRefusals
{
    public static readonly Refusal RegionTooSmall = new("office.region_too_small");
    public static readonly Refusal RegionTaken = new("office.region_taken");
    public static readonly Refusal BadDays = new("office.bad_days");
    public static readonly Refusal BadMembers = new("office.bad_members");
}
