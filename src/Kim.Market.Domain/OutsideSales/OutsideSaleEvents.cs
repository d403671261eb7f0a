using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.OutsideSales;

/// <summary>Everything that can happen to what a business states. The type names are stored: rename one and history is lost.</summary>
public abstract record OutsideSaleEvent
{
    private protected OutsideSaleEvent() { }
}

/// <summary>A business stated what it sold elsewhere in a month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Evidence">Where the picture that shows it is kept; the picture may name buyers and is sealed.</param>
/// <param name="At">By when it had happened: the end of that month, or when it was stated within it.</param>
public sealed record OutsideSaleStated(
    Id<OutsideSale> OutsideSale, Id<Business> Business, DateOnly Month, OutsideWay Way, Rupiah Total, Guid Evidence, DateTimeOffset At) : OutsideSaleEvent;

/// <summary>It was another total, or one again after it had been taken back or refused: it always was.</summary>
public sealed record OutsideSaleRestated(Rupiah Total, Guid Evidence, string Reason, DateTimeOffset At) : OutsideSaleEvent;

/// <summary>The business took it back: it never counted.</summary>
public sealed record OutsideSaleWithdrawn(string Reason, DateTimeOffset At) : OutsideSaleEvent;

/// <summary>An office found that the paper does not show it: it never counted.</summary>
public sealed record OutsideSaleRefused(Id<Office> Office, string Reason, DateTimeOffset At) : OutsideSaleEvent;
