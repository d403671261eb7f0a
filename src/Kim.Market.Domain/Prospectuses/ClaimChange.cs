namespace Kim.Market.Domain.Prospectuses;

/// <summary>One thing that is said otherwise than it was.</summary>
/// <param name="Then">Null where nothing was said of it.</param>
/// <param name="Now">Null where nothing is said of it any more.</param>
public sealed record ClaimChange(Claim? Then, Claim? Now)
{
    public Claim Either => (Now ?? Then)!;

    /// <summary>What has changed from one reading to another, in the order in which it is said now, and then what is gone.</summary>
    public static IReadOnlyList<ClaimChange> Between(IReadOnlyList<Claim> then, IReadOnlyList<Claim> now)
    {
        var before = Numbered(then).ToDictionary(found => found.Key, found => found.Claim);
        List<ClaimChange> changes = [];
        foreach (var (key, claim) in Numbered(now))
        {
            if (!before.Remove(key, out var old))
            {
                changes.Add(new(null, claim));
            }
            else if (!old.Says(claim))
            {
                changes.Add(new(old, claim));
            }
        }

        changes.AddRange(Numbered(then).Where(found => before.ContainsKey(found.Key)).Select(found => new ClaimChange(found.Claim, null)));
        return changes;
    }

    // Two figures of one potential may bear one name.
    private static IEnumerable<((ClaimKind, string, string, int) Key, Claim Claim)> Numbered(IEnumerable<Claim> claims)
    {
        var seen = new Dictionary<(ClaimKind, string, string), int>();
        foreach (var claim in claims)
        {
            var number = seen[claim.Key] = seen.GetValueOrDefault(claim.Key) + 1;
            yield return ((claim.Kind, claim.Subject, claim.Label, number), claim);
        }
    }
}
