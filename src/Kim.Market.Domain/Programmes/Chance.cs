namespace Kim.Market.Domain.Programmes;

/// <summary>Chance that begins with the rows themselves (SplitMix64): whoever computes again, on any machine, draws the same.</summary>
internal sealed class Chance
{
    private ulong state = 14695981039346656037;

    public Chance(IEnumerable<Trader> rows)
    {
        foreach (var row in rows)
        {
            state = Next() ^ (ulong)row.Before.Amount;
            state = Next() ^ (ulong)row.After.Amount;
        }
    }

    public int Below(int end) => (int)(Next() % (ulong)end);

    private ulong Next()
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
