using Kim.Market.Domain;
using Kim.Market.Domain.Orders;

namespace Kim.Market.Web.Features.Sales;

/// <summary>By what a table of the report tells completed orders apart; the last one counts those that came to nothing.</summary>
public enum SalesBy { Month, Product, Area, Help, Failed }

/// <summary>One line of a table: how many orders, and what they come to.</summary>
/// <param name="Key">The month, the product, the way of handing over, whether somebody helped, or how it ended.</param>
/// <param name="Name">Only of products: as it was called when it was last sold.</param>
/// <param name="Unit">Only of products that were sold in one unit all along.</param>
/// <param name="Quantity">Only of products.</param>
public sealed record SalesRow(short By, string Key, string Name, string? Unit, int Orders, long Quantity, long Goods, long Fee)
{
    public Rupiah Worth => new(Goods);

    public Rupiah Delivery => new(Fee);
}

/// <summary>
/// What a stall sold in a period. All tables come from one statement, so they see the same moment; what stands above them
/// is added up from the months, and every other table comes to the same.
/// </summary>
/// <param name="since">The month in which the stall was registered: before that, months without sales say nothing and are left out.</param>
public sealed class SalesReport(ReportPeriod period, DateOnly since, IReadOnlyList<SalesRow> rows)
{
    private readonly ILookup<SalesBy, SalesRow> _rows = rows.ToLookup(row => (SalesBy)row.By);

    public ReportPeriod Period { get; } = period;

    /// <summary>The months of the period, the newest first; one without sales counts none.</summary>
    public IReadOnlyList<(DateOnly Month, SalesRow Row)> Months
    {
        get
        {
            var months = Period.NewestFirst.Select(month => (month, Row: Of(SalesBy.Month, ReportPeriod.Key(month)))).ToList();
            var shown = months.FindLastIndex(month => month.Row.Orders > 0 || month.month >= since);
            return months[..(shown + 1)];
        }
    }

    /// <summary>By what they brought, the most first.</summary>
    public IReadOnlyList<SalesRow> Products => [.. _rows[SalesBy.Product].OrderByDescending(row => row.Goods).ThenBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.Key, StringComparer.Ordinal)];

    /// <summary>Where the buyers are, as far as their orders say.</summary>
    public IReadOnlyList<SalesRow> Areas => [.. _rows[SalesBy.Area].OrderByDescending(row => row.Goods).ThenBy(row => row.Key, StringComparer.Ordinal)];

    public SalesRow Alone => Of(SalesBy.Help, SalesFilter.Alone);

    public SalesRow Helped => Of(SalesBy.Help, SalesFilter.Helped);

    public int Orders => _rows[SalesBy.Month].Sum(row => row.Orders);

    public Rupiah Goods => new(_rows[SalesBy.Month].Sum(row => row.Goods));

    public Rupiah Fees => new(_rows[SalesBy.Month].Sum(row => row.Fee));

    public Rupiah Total => Goods + Fees;

    /// <summary>To the whole rupiah below.</summary>
    public Rupiah Average => Orders == 0 ? Rupiah.Zero : new(Goods.Amount / Orders);

    /// <summary>Orders of the period that ended without a sale: refused, cancelled, or not answered in time.</summary>
    public int Failed => _rows[SalesBy.Failed].Sum(row => row.Orders);

    /// <summary>Of all that ended in the period, completed or not.</summary>
    public decimal FailedShare => Orders + Failed == 0 ? 0 : (decimal)Failed / (Orders + Failed);

    public int FailedAs(OrderStatus status) => Of(SalesBy.Failed, status.ToString()).Orders;

    /// <summary>The best of them, and all others on a line of their own.</summary>
    public (IReadOnlyList<SalesRow> Best, SalesRow? Others) Top(int count)
    {
        var all = Products;
        var others = all.Skip(count).ToList();
        return ([.. all.Take(count)], others.Count == 0 ? null : new(
            (short)SalesBy.Product, "", "", null, others.Count, others.Sum(row => row.Quantity), others.Sum(row => row.Goods), 0));
    }

    private SalesRow Of(SalesBy by, string key) =>
        _rows[by].FirstOrDefault(row => row.Key == key) ?? new((short)by, key, "", null, 0, 0, 0, 0);
}
