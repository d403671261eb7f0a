using Kim.Market.Domain.Selections;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Selections;

/// <summary>How a selection is spoken of.</summary>
public static class SelectionWords
{
    public static string State(KnownSelection known, DateTimeOffset now, Words words) => known.State switch
    {
        SelectionStatus.Draft => words["rancangan"],
        SelectionStatus.Ended => words["diakhiri"],
        _ when known.IsAhead(now) => words["akan datang"],
        _ => known.Lasts(now) ? words["berlangsung"] : words["selesai"],
    };

    public static string ToneOf(KnownSelection known, DateTimeOffset now) => known.Lasts(now) ? "good" : "idle";

    public static string Days(KnownSelection known) => $"{DateFormat.Full(known.StartsOn)} – {DateFormat.Full(known.EndsOn)}";
}
