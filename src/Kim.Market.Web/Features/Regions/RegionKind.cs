namespace Kim.Market.Web.Features.Regions;

/// <summary>What a region is in law, whatever it is called on the spot.</summary>
public enum RegionKind
{
    Province,
    Regency,
    City,
    District,
    Village,
    UrbanVillage,
    CustomaryVillage,
}
