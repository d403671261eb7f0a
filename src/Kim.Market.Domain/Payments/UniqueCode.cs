namespace Kim.Market.Domain.Payments;

/// <summary>
/// Some rupiah on top of what an order comes to, so that no other open order of the same account is paid with the same amount: the seller
/// finds the order by what the bank says came in.
/// </summary>
public static class UniqueCode
{
    /// <summary>From here on a code may have three digits. On neither side of it does a basket of Rp10.000 or more grow by a hundredth.</summary>
    public static readonly Rupiah SmallBelow = new(100_000);

    private const int MostOfSmall = 99;
    private const int Most = 999;

    /// <summary>The highest code that an order of this total may get.</summary>
    public static Rupiah MostFor(Rupiah total) => new(total < SmallBelow ? MostOfSmall : Most);

    /// <summary>A free code, or null when every one is taken: then the order goes without.</summary>
    /// <param name="spoken">Amounts that stand in the account's statement of the day, or may still come in: taken only when nothing else is left.</param>
    /// <param name="open">Amounts of the day that somebody may pay at any moment: never given twice.</param>
    /// <param name="draw">Which of the free ones, from zero on; drawn by the caller, so that buyers of one moment rarely get the same.</param>
    public static Rupiah? Pick(Rupiah total, IReadOnlySet<Rupiah> spoken, IReadOnlySet<Rupiah> open, int draw)
    {
        var all = Enumerable.Range(1, (int)MostFor(total).Amount).Select(code => new Rupiah(code)).ToList();
        var free = all.FindAll(code => !spoken.Contains(total + code) && !open.Contains(total + code));
        free = free.Count > 0 ? free : all.FindAll(code => !open.Contains(total + code));
        return free.Count > 0 ? free[draw % free.Count] : null;
    }
}
