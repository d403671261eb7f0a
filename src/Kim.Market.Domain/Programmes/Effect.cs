namespace Kim.Market.Domain.Programmes;

/// <summary>
/// What a programme did to the sales of those who came, told from comparable businesses that did not come: how much the one side grew,
/// over how much the other grew in the same days. A season or a holiday lifts both, and falls out.
/// </summary>
/// <param name="Share">0.3 is thirty per cent more than without the programme.</param>
/// <param name="Low">Where the interval of 95 per cent begins.</param>
/// <param name="High">Where it ends.</param>
/// <param name="Participants">Those who came and have somebody to be compared with.</param>
/// <param name="Comparables">Those who did not come and are like at least one who did.</param>
public sealed record Effect(double Share, double Low, double High, int Participants, int Comparables)
{
    /// <summary>Fewer on either side say too much about each, and too little about the programme.</summary>
    public const int Fewest = 5;

    /// <summary>Two businesses are alike while the larger sold at most so many times what the smaller sold before.</summary>
    public const int Likeness = 2;

    private const int Draws = 1000;
    private const int Tail = Draws / 40;

    /// <summary>Only more sales than chance explains are a proof; fewer are none, however sure.</summary>
    public bool Proven => Low > 0;

    /// <summary>The effect, or nothing where too few are there or nothing was sold to measure growth from. The same rows give the same answer in any order.</summary>
    public static Effect? Measure(IEnumerable<Trader> came, IEnumerable<Trader> others)
    {
        var rest = InOrder(others);
        var pairs = InOrder(came)
            .Select(trader => (Trader: trader, Alike: Enumerable.Range(0, rest.Length).Where(other => Alike(trader, rest[other])).ToArray()))
            .Where(pair => pair.Alike.Length > 0).ToArray();
        var used = pairs.SelectMany(pair => pair.Alike).Distinct().Order().ToArray();
        if (pairs.Length < Fewest || used.Length < Fewest)
        {
            return null;
        }

        var once = new int[rest.Length];
        Array.Fill(once, 1);
        if (Growth(pairs, rest, once) is not { } share)
        {
            return null;
        }

        var chance = new Chance(pairs.Select(pair => pair.Trader).Concat(used.Select(other => rest[other])));
        var drawn = new List<double>(Draws);
        for (var draw = 0; draw < Draws; draw++)
        {
            var sample = Enumerable.Range(0, pairs.Length).Select(_ => pairs[chance.Below(pairs.Length)]).ToArray();
            var times = new int[rest.Length];
            foreach (var _ in used)
            {
                times[used[chance.Below(used.Length)]]++;
            }

            // A draw in which one side sold nothing knows no growth: it leaves the interval as wide as can be.
            drawn.Add(Growth(sample, rest, times) ?? (draw % 2 == 0 ? -1 : double.PositiveInfinity));
        }

        drawn.Sort();
        return new(share, drawn[Tail], drawn[^(Tail + 1)], pairs.Length, used.Length);
    }

    // Ratio of sums, and not the mean of each one's growth: who sold nothing before has no growth of his own, but is part of the sum.
    // Every participant stands against the mean of those like him, so that both sides begin with businesses of the same size.
    private static double? Growth((Trader Trader, int[] Alike)[] pairs, Trader[] rest, int[] times)
    {
        double before = 0, after = 0, otherBefore = 0, otherAfter = 0;
        foreach (var (trader, alike) in pairs)
        {
            double weight = 0, wasSold = 0, isSold = 0;
            foreach (var other in alike)
            {
                weight += times[other];
                wasSold += times[other] * (double)rest[other].Before.Amount;
                isSold += times[other] * (double)rest[other].After.Amount;
            }

            if (weight == 0)
            {
                continue;
            }

            before += trader.Before.Amount;
            after += trader.After.Amount;
            otherBefore += wasSold / weight;
            otherAfter += isSold / weight;
        }

        return before > 0 && otherBefore > 0 && otherAfter > 0 ? after / before / (otherAfter / otherBefore) - 1 : null;
    }

    private static bool Alike(Trader one, Trader other)
    {
        var (less, more) = one.Before < other.Before ? (one.Before, other.Before) : (other.Before, one.Before);
        return one.Peers == other.Peers && more <= less * Likeness;
    }

    private static Trader[] InOrder(IEnumerable<Trader> traders) =>
        [.. traders.OrderBy(trader => trader.Peers, StringComparer.Ordinal).ThenBy(trader => trader.Before).ThenBy(trader => trader.After)];
}
