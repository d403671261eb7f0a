namespace Kim.Market.Domain.Products;

/// <summary>How a product comes to be there when somebody wants it.</summary>
public enum Supply { Ready, MadeToOrder, Seasonal, OnRequest }

/// <summary>What a capacity counts for.</summary>
public enum CapacityPer { Day, Week }

/// <summary>What a seller says of a product's ingredients. It is a word, not a certificate.</summary>
public enum HalalStatement { NotStated, HalalIngredients, NotHalal }

/// <summary>What is made only once it is ordered.</summary>
/// <param name="LeadDays">How many days after an order it is ready.</param>
/// <param name="Capacity">How many can be made in a day or a week; null where nobody counts.</param>
/// <param name="CutOff">The hour of the day after which an order counts as tomorrow's.</param>
/// <param name="Deposit">What is asked for in advance, in the seller's words.</param>
public sealed record Making(int LeadDays, int? Capacity, CapacityPer Per, int? CutOff, string Deposit)
{
    public const int LongestLead = 90;

    internal Refusal? Wrong =>
        LeadDays is < 1 or > LongestLead ? ProductRefusals.BadLead
        : Capacity is < 1 or > Limits.Stock ? ProductRefusals.BadCapacity
        : CutOff is < 0 or > 23 ? ProductRefusals.BadCutOff
        : Deposit.Trim().Length > Limits.Remark ? ProductRefusals.DepositLength
        : PublicText.HoldsNumber(Deposit) ? ProductRefusals.PublicNumber
        : null;
}

/// <summary>On which terms a product can be had. Most are simply there, one by one.</summary>
/// <param name="Making">Only where it is made to order.</param>
/// <param name="Season">Only where it is seasonal.</param>
/// <param name="Minimum">Fewer than that are not sold at once.</param>
public sealed record Terms(Supply Supply, Making? Making, Season? Season, int Minimum, HalalStatement Halal)
{
    public static readonly Terms Ordinary = new(Supply.Ready, null, null, 1, HalalStatement.NotStated);

    /// <summary>The same without blanks around what was typed, and without what does not belong to this supply.</summary>
    public Terms Trim() => this with
    {
        Making = Supply == Supply.MadeToOrder && Making is not null ? Making with { Deposit = Making.Deposit.Trim() } : null,
        Season = Supply == Supply.Seasonal ? Season : null,
    };

    /// <summary>What is wrong with them; null when nothing is.</summary>
    public Refusal? Check() => this switch
    {
        { Supply: Supply.MadeToOrder, Making: null } => ProductRefusals.BadLead,
        { Supply: Supply.Seasonal, Season: null } => ProductRefusals.BadSeason,
        { Supply: Supply.Seasonal } when !Season.IsReal() => ProductRefusals.BadSeason,
        { Minimum: < 1 or > Limits.Quantity } => ProductRefusals.BadMinimum,
        { Supply: Supply.MadeToOrder } => Making.Wrong,
        _ => null,
    };

    /// <summary>Why so many cannot be ordered at once; null when they can.</summary>
    public Refusal? Against(int quantity) => quantity < Minimum ? ProductRefusals.TooFew(Minimum) : null;

    /// <summary>When an order of now would be ready: from tomorrow where it came too late in the day. Null for what is not made to order.</summary>
    public DateOnly? ReadyFor(DateTime local) => Making is null
        ? null
        : DateOnly.FromDateTime(local).AddDays(Making.LeadDays + (Making.CutOff is { } hour && local.Hour >= hour ? 1 : 0));
}
