using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.OutsideSales;

/// <summary>By which way goods were sold elsewhere. The numbers are stored.</summary>
public enum OutsideWay { Market, Shop, Fair, Home, Message, Platform }

/// <summary>Whether what was stated counts. The numbers are stored.</summary>
public enum OutsideStanding { Stated, Withdrawn, Refused }

/// <summary>
/// What a business says it sold elsewhere in a month, by one way, with a picture of its book or its receipts. It is never added to what was
/// sold here: that is known, this is said.
/// </summary>
/// <remarks>Its id follows from who, when and by which way, so that nothing is stated twice.</remarks>
public sealed record OutsideSale(Id<OutsideSale> Id, Id<Business> Business, DateOnly Month, OutsideWay Way) : IAggregate<OutsideSale, OutsideSaleEvent>
{
    /// <summary>So many months back somebody may still remember.</summary>
    public const int MonthsBack = 24;

    public Rupiah Total { get; private init; }

    public OutsideStanding Standing { get; private init; }

    /// <param name="month">Its first day.</param>
    public static Id<OutsideSale> Of(Id<Business> business, DateOnly month, OutsideWay way) => new(NamedId.Of(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{business} {month:yyyy-MM} {(int)way}")))));

    /// <summary>States the total, or another one than before; whoever changes it says why.</summary>
    /// <param name="known">What was stated before; null where nothing was.</param>
    /// <param name="evidence">The paper that shows it.</param>
    /// <param name="now">By the clock by which months are counted.</param>
    public static Decision<OutsideSaleEvent> State(
        OutsideSale? known, Id<Business> business, DateOnly month, OutsideWay way, Rupiah total, Guid evidence, string reason, DateTimeOffset now) =>
        month > MonthOf(now) ? OutsideSaleRefusals.Ahead
        : month < MonthOf(now).AddMonths(-MonthsBack) ? OutsideSaleRefusals.TooLongAgo
        : total.Amount is < 1 or > Limits.OutsideSale ? OutsideSaleRefusals.Total
        : known is null ? [new OutsideSaleStated(Of(business, month, way), business, month, way, total, evidence, HappenedBy(month, now))]
        : known.Standing == OutsideStanding.Stated && known.Total == total ? []
        : ReasonProblem(reason) is { } lacking ? lacking
        : [new OutsideSaleRestated(total, evidence, reason.Trim(), now)];

    /// <summary>The business takes it back.</summary>
    public Decision<OutsideSaleEvent> Withdraw(string reason, DateTimeOffset now) =>
        Standing == OutsideStanding.Withdrawn ? []
        : ReasonProblem(reason) is { } lacking ? lacking
        : [new OutsideSaleWithdrawn(reason.Trim(), now)];

    /// <summary>An officer finds that the paper does not show it.</summary>
    public Decision<OutsideSaleEvent> Refuse(Id<Office> office, string reason, DateTimeOffset now) =>
        Standing == OutsideStanding.Refused ? []
        : Standing == OutsideStanding.Withdrawn ? OutsideSaleRefusals.Withdrawn
        : ReasonProblem(reason) is { } lacking ? lacking
        : [new OutsideSaleRefused(office, reason.Trim(), now)];

    public static OutsideSale Evolve(OutsideSale? state, OutsideSaleEvent happened) => (state, happened) switch
    {
        (null, OutsideSaleStated e) => new(e.OutsideSale, e.Business, e.Month, e.Way) { Total = e.Total },
        (not null, OutsideSaleRestated e) => state with { Total = e.Total, Standing = OutsideStanding.Stated },
        (not null, OutsideSaleWithdrawn) => state with { Standing = OutsideStanding.Withdrawn },
        (not null, OutsideSaleRefused) => state with { Standing = OutsideStanding.Refused },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {(state is null ? "nothing" : "what was stated")}."),
    };

    private static DateOnly MonthOf(DateTimeOffset now) => new(now.Year, now.Month, 1);

    // What is told of a month that is over happened by its end.
    private static DateTimeOffset HappenedBy(DateOnly month, DateTimeOffset now)
    {
        var end = new DateTimeOffset(month.AddMonths(1).ToDateTime(TimeOnly.MinValue), now.Offset).AddSeconds(-1);
        return end < now ? end : now;
    }

    private static Refusal? ReasonProblem(string reason) =>
        reason.Trim().Length is 0 or > Limits.Note ? OutsideSaleRefusals.ReasonLength
        : PublicText.HoldsNumber(reason) ? OutsideSaleRefusals.ReasonHoldsNumber
        : null;
}
