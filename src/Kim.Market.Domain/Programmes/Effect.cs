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
        var pairs = InOrder(came).Select(trader => new Pair(trader, rest)).Where(pair => pair.From < pair.Until).ToArray();
        var used = pairs.SelectMany(pair => Enumerable.Range(pair.From, pair.Until - pair.From)).Distinct().Order().ToArray();
        if (pairs.Length < Fewest || used.Length < Fewest)
        {
            return null;
        }

        var growth = new Growth(rest);
        var times = new int[rest.Length];
        Array.Fill(times, 1);
        if (growth.Of(pairs, times) is not { } share)
        {
            return null;
        }

        var chance = new Chance(pairs.Select(pair => pair.Trader).Concat(used.Select(other => rest[other])));
        var drawn = new double[Draws];
        var sample = new Pair[pairs.Length];
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var at = 0; at < sample.Length; at++)
            {
                sample[at] = pairs[chance.Below(pairs.Length)];
            }

            Array.Clear(times);
            foreach (var _ in used)
            {
                times[used[chance.Below(used.Length)]]++;
            }

            // A draw in which one side sold nothing knows no growth: it leaves the interval as wide as can be.
            drawn[draw] = growth.Of(sample, times) ?? (draw % 2 == 0 ? -1 : double.PositiveInfinity);
        }

        Array.Sort(drawn);
        return new(share, drawn[Tail], drawn[^(Tail + 1)], pairs.Length, used.Length);
    }

    private static Trader[] InOrder(IEnumerable<Trader> traders) =>
        [.. traders.OrderBy(trader => trader.Peers, StringComparer.Ordinal).ThenBy(trader => trader.Before).ThenBy(trader => trader.After)];

    /// <summary>Somebody who came, and where those like him stand among the others: of the same peers and by what they sold before, they stand together.</summary>
    private readonly record struct Pair(Trader Trader, int From, int Until)
    {
        public Pair(Trader trader, Trader[] rest)
            : this(trader, First(rest, trader, other => other.Before * Likeness >= trader.Before), First(rest, trader, other => other.Before > trader.Before * Likeness))
        {
        }

        // Where it begins to be so among his peers.
        private static int First(Trader[] rest, Trader trader, Func<Trader, bool> reached)
        {
            var (low, high) = (0, rest.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                var order = string.CompareOrdinal(rest[middle].Peers, trader.Peers);
                (low, high) = order > 0 || (order == 0 && reached(rest[middle])) ? (low, middle) : (middle + 1, high);
            }

            return low;
        }
    }

    /// <summary>How much more one side grew than the other, asked a thousand times of the same others.</summary>
    private sealed class Growth(Trader[] rest)
    {
        // Sums up to and without each of the others: what any that stand together come to is a difference.
        private readonly long[] _weight = new long[rest.Length + 1];
        private readonly long[] _before = new long[rest.Length + 1];
        private readonly long[] _after = new long[rest.Length + 1];

        // Ratio of sums, and not the mean of each one's growth: who sold nothing before has no growth of his own, but is part of the sum.
        // Every participant stands against the mean of those like him, so that both sides begin with businesses of the same size.
        public double? Of(Pair[] pairs, int[] times)
        {
            for (var at = 0; at < rest.Length; at++)
            {
                _weight[at + 1] = _weight[at] + times[at];
                _before[at + 1] = _before[at] + (times[at] * rest[at].Before.Amount);
                _after[at + 1] = _after[at] + (times[at] * rest[at].After.Amount);
            }

            double before = 0, after = 0, otherBefore = 0, otherAfter = 0;
            foreach (var (trader, from, until) in pairs)
            {
                double weight = _weight[until] - _weight[from];
                if (weight == 0)
                {
                    continue;
                }

                before += trader.Before.Amount;
                after += trader.After.Amount;
                otherBefore += (_before[until] - _before[from]) / weight;
                otherAfter += (_after[until] - _after[from]) / weight;
            }

            return before > 0 && otherBefore > 0 && otherAfter > 0 ? (after / before / (otherAfter / otherBefore)) - 1 : null;
        }
    }
}
