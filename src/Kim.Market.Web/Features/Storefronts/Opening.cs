using Kim.Market.Domain.Groups;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Storefronts;

/// <summary>Whether somebody is there, and the moment at which that turns: a page that says so is kept no longer.</summary>
public sealed record Opening(bool IsOpen, DateTimeOffset Turns)
{
    private const int Week = 7;

    /// <summary>Null where a KIM has named no hours.</summary>
    public static Opening? At(IReadOnlyList<OpeningTime> hours, Zone zone, DateTimeOffset now)
    {
        var today = DateFormat.DayIn(now, zone);
        for (var ahead = 0; ahead <= Week; ahead++)
        {
            var day = today.AddDays(ahead);
            if (hours.FirstOrDefault(time => time.Day == day.DayOfWeek) is not { } time)
            {
                continue;
            }

            var (opens, closes) = (new DateTimeOffset(day.ToDateTime(time.Opens), zone.Offset), new DateTimeOffset(day.ToDateTime(time.Closes), zone.Offset));
            if (now < closes)
            {
                return now < opens ? new(false, opens) : new(true, closes);
            }
        }

        return null;
    }
}
