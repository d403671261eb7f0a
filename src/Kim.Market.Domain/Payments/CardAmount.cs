namespace Kim.Market.Domain.Payments;

/// <summary>
/// Money as a card provider counts it: in the smallest unit of a currency. At Stripe the rupiah has two decimals, though nobody
/// has seen a sen for decades: Rp55.000 is 5500000.
/// </summary>
/// <param name="Currency">As the provider writes it, in small letters.</param>
public sealed record CardAmount(long Minor, string Currency)
{
    public const string Idr = "idr";
    private const long PerRupiah = 100;

    /// <summary>Whole rupiah; null for another currency, for sen, and for what is no amount.</summary>
    public Rupiah? Rupiah => Currency == Idr && Minor >= 0 && Minor % PerRupiah == 0 ? new Rupiah(Minor / PerRupiah) : null;

    public static CardAmount Of(Rupiah amount) => new(checked(amount.Amount * PerRupiah), Idr);
}
