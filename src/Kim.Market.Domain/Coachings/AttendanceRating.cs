namespace Kim.Market.Domain.Coachings;

/// <summary>What somebody who was there thinks of it, from 1 to <see cref="Most"/> each.</summary>
/// <param name="Clear">Whether it was easy to follow.</param>
/// <param name="Useful">Whether it is of use to their KIM or business.</param>
/// <param name="Usable">Whether they can do it themselves now.</param>
public sealed record AttendanceRating(int Clear, int Useful, int Usable)
{
    public const int Most = 5;

    /// <summary>So many days after its last one it can be said: later, nobody remembers.</summary>
    public const int Days = 30;

    /// <summary>Of fewer answers no average is shown: whoever knows who came would know who said what.</summary>
    public const int Fewest = 5;

    internal bool IsInRange => Clear is >= 1 and <= Most && Useful is >= 1 and <= Most && Usable is >= 1 and <= Most;

    /// <summary>Whether answers are taken: from the last day on.</summary>
    /// <param name="today">At the place.</param>
    public static bool IsTaken(CoachingPlan plan, DateOnly today) => today >= plan.Until && today <= plan.Until.AddDays(Days);

    /// <summary>What is wrong with a sentence beside it; null when nothing is, or nothing was written.</summary>
    public static Refusal? Problem(string words) =>
        words.Trim().Length > Limits.Remark ? AttendanceRefusals.WordsLength
        : PublicText.HoldsNumber(words) ? CoachingRefusals.HoldsNumber
        : null;
}
