namespace Kim.Market.Web.Features.OpenData;

/// <summary>A number of one place, and how many people are behind it.</summary>
/// <param name="Code">The place; its parent is what is left of its last dot.</param>
/// <param name="Own">People behind what belongs to the place itself and to none within it.</param>
public sealed record Cell(string Code, string Name, long Value, long People, long Own)
{
    /// <summary>The place around it; empty for a province.</summary>
    public string Around => Code.LastIndexOf('.') is var dot and > 0 ? Code[..dot] : "";
}

/// <summary>
/// Finds the numbers that may not be told: those with fewer than five people behind them, and as many beside, above and below them that
/// none of them can be had by adding and taking away.
/// </summary>
public static class SmallCells
{
    /// <summary>Fewer people than this are never told of.</summary>
    public const int Least = 5;

    /// <param name="cells">All of one year; a place that is not among them has nothing.</param>
    /// <remarks>What all of it comes to stands on other pages: where there is one province alone, that cannot be kept from being its number.</remarks>
    public static IReadOnlySet<string> Hidden(IReadOnlyCollection<Cell> cells)
    {
        var hidden = cells.Where(cell => cell.People < Least).Select(cell => cell.Code).ToHashSet();
        var within = cells.ToLookup(cell => cell.Around);
        List<Family> families =
        [
            new(null, [.. Smallest(within[""])]), // what all provinces come to can be read elsewhere
            .. cells.OrderBy(cell => cell.Code.Length).Where(cell => within[cell.Code].Any()).Select(cell => new Family(cell, [.. Smallest(within[cell.Code])])),
        ];
        for (var before = -1; before != hidden.Count;)
        {
            before = hidden.Count;
            families.ForEach(family => Protect(family, hidden));
        }

        return hidden;
    }

    private static IOrderedEnumerable<Cell> Smallest(IEnumerable<Cell> cells) => cells.OrderBy(cell => cell.People).ThenBy(cell => cell.Code, StringComparer.Ordinal);

    private static void Protect(Family family, HashSet<string> hidden)
    {
        if (family.Around is { } around && hidden.Contains(around.Code))
        {
            // Its parts would come to it.
            if (around.Own == 0 && !family.Within.Any(cell => hidden.Contains(cell.Code)))
            {
                hidden.Add(family.Within[0].Code);
            }

            return;
        }

        // What is told of the whole less what is told of its parts: the rest must be of several, and of enough people.
        var own = family.Around?.Own ?? 0;
        while (!IsSafe(family.Within.Where(cell => hidden.Contains(cell.Code)).ToList(), own))
        {
            if (family.Within.FirstOrDefault(cell => !hidden.Contains(cell.Code)) is { } next)
            {
                hidden.Add(next.Code);
            }
            else
            {
                if (family.Around is { } whole)
                {
                    hidden.Add(whole.Code);
                }

                return;
            }
        }
    }

    private static bool IsSafe(List<Cell> untold, long own) => untold.Count == 0
        ? own is 0 or >= Least
        : untold.Count + (own > 0 ? 1 : 0) >= 2 && untold.Sum(cell => cell.People) + own >= Least;

    /// <param name="Around">Null for all there is.</param>
    private sealed record Family(Cell? Around, IReadOnlyList<Cell> Within);
}
