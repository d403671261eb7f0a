namespace Kim.Market.Domain.Offices;

public static class OfficeRefusals
{
    public static readonly Refusal RegionTooSmall = new("office.region_too_small");
}
