namespace Kim.Market.Domain.Programmes;

/// <summary>Something that was put right about who came to a programme.</summary>
/// <param name="Attendance">What was put right: of one business there can be several.</param>
/// <param name="IsThere">Whether it counts from then on.</param>
public sealed record TurnoutChange(Guid Attendance, Guid Business, bool IsThere, DateTimeOffset At);

/// <summary>A correction that changed which businesses came, and who they were before and after it.</summary>
public sealed record TurnoutStep(TurnoutChange Change, IReadOnlySet<Guid> Before, IReadOnlySet<Guid> After);

/// <summary>Which businesses came to a programme, as it was known first and after every correction.</summary>
public static class Turnout
{
    /// <summary>The corrections that added a business or took one out, in the order in which they were made.</summary>
    /// <param name="first">Attendances, with their businesses, as they were written down on the day.</param>
    public static IReadOnlyList<TurnoutStep> Replay(IEnumerable<(Guid Attendance, Guid Business)> first, IEnumerable<TurnoutChange> changes)
    {
        var there = first.ToDictionary(one => one.Attendance, one => one.Business);
        var steps = new List<TurnoutStep>();
        foreach (var change in changes.OrderBy(change => change.At).ThenBy(change => change.Attendance))
        {
            var before = there.Values.ToHashSet();
            if (change.IsThere)
            {
                there[change.Attendance] = change.Business;
            }
            else
            {
                there.Remove(change.Attendance);
            }

            var after = there.Values.ToHashSet();
            if (!before.SetEquals(after))
            {
                steps.Add(new(change, before, after));
            }
        }

        return steps;
    }
}
