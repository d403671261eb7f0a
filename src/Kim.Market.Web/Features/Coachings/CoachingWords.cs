using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Domain.Coachings;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>When a coaching is and how it stands, in words.</summary>
public static class CoachingWords
{
    /// <summary><c>Selasa, 10 Maret 2026</c>, or both ends of several days.</summary>
    /// <param name="isFull">With the year, as it stands on paper.</param>
    public static string Days(CoachingPlan plan, bool isFull = false) =>
        plan.From == plan.Until ? isFull ? DateFormat.Full(plan.From) : DateFormat.Weekday(plan.From) : $"{DateFormat.Full(plan.From)} – {DateFormat.Full(plan.Until)}";

    /// <summary><c>09.00–12.00 WITA</c>.</summary>
    public static string Hours(CoachingPlan plan) => $"{Clock(plan.Begins)}–{Clock(plan.Ends)} {ZoneOf(plan.Village).Name}";

    /// <summary>What time it is at the place.</summary>
    public static Zone ZoneOf(RegionCode village) => Zone.Of(IndonesianTime.ZoneOf(village));

    /// <summary>How a state is coloured.</summary>
    public static string ToneOf(CoachingStatus state) => state switch
    {
        CoachingStatus.Held => "good",
        CoachingStatus.Cancelled => "bad",
        _ => "idle",
    };

    /// <summary>What a KIM said to its invitation.</summary>
    /// <param name="people">Null while it has not said; none: it cannot come.</param>
    public static string Answer(int? people, Words words) => people switch
    {
        null => words["belum menjawab"],
        0 => words["tidak bisa datang"],
        _ => words["datang dengan {0} orang", people],
    };

    /// <summary>What was put right.</summary>
    public static string Turn(AttendanceTurn what, Words words) => what switch
    {
        AttendanceTurn.AddedLate => words["dicatat belakangan"],
        AttendanceTurn.Struck => words["dicoret"],
        AttendanceTurn.CountedAgain => words["dihitung lagi"],
        _ => words["jumlahnya dibetulkan"],
    };

    /// <summary>An address among the materials, to be followed; anything else is text.</summary>
    public static bool IsLink(string line) =>
        line.StartsWith("https://", StringComparison.Ordinal) && Uri.TryCreate(line, UriKind.Absolute, out var address) && address.UserInfo.Length == 0;

    private static string Clock(TimeOnly time) => time.ToString("HH.mm", CultureInfo.InvariantCulture);
}
