namespace Kim.Market.Web.Features.Notices;

/// <summary>When something is tried again that did not arrive.</summary>
public static class Retries
{
    /// <summary>After that an operator looks at it: about four hours.</summary>
    public const int Most = 9;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    /// <summary>How long to wait after so many tries: twice as long each time, and never all at the same moment.</summary>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan After(int tries, double chance)
    {
        var wait = TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Clamp(tries - 1, 0, 20)));
        return wait * (0.8 + (0.4 * chance));
    }

    /// <summary>Whether trying again could help.</summary>
    public static bool Helps(Trouble trouble, int tries) => trouble is Trouble.Unreachable or Trouble.Busy && tries < Most;
}
