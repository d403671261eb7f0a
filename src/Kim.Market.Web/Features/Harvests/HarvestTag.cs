using Kim.Market.Domain.Harvests;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>The colour of a harvest's state, and of a place in its line.</summary>
public static class HarvestTag
{
    public static string Tone(HarvestStatus state) => state switch
    {
        HarvestStatus.Announced => "good",
        HarvestStatus.Opened => "warn",
        HarvestStatus.Failed => "bad",
        _ => "idle",
    };

    public static string Tone(PlaceState state) => state switch
    {
        PlaceState.Offered => "warn",
        PlaceState.Confirmed => "good",
        _ => "idle",
    };
}
