using Kim.Market.Domain;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Notices;

/// <summary>From which full hour to which nothing rings, by the clock of the place it is about. Equal hours: it rings at any time.</summary>
public readonly record struct QuietHours(int From, int Until)
{
    /// <summary>Where nobody has said otherwise.</summary>
    public static readonly QuietHours Usual = new(21, 6);

    /// <summary>For what somebody sits and waits for.</summary>
    public static readonly QuietHours None = new(0, 0);

    /// <summary>This moment, or the end of the quiet that it falls into.</summary>
    public DateTimeOffset Next(DateTimeOffset moment, RegionCode place)
    {
        var local = moment.ToOffset(Zone.Of(IndonesianTime.ZoneOf(place)).Offset);
        if (!Covers(local.Hour))
        {
            return moment;
        }

        var end = new DateTimeOffset(local.Date, local.Offset).AddHours(Until);
        return end > local ? end : end.AddDays(1);
    }

    private bool Covers(int hour) => From <= Until ? hour >= From && hour < Until : hour >= From || hour < Until;
}
