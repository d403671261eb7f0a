using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Ledger;

namespace Kim.Market.Web.Features.Villages;

/// <summary>What a map of places can be coloured by. The words stand in addresses.</summary>
public enum TallyKind { Umkm, Kim, Produk, Potensi, Pesanan }

/// <summary>How much there is in one place, and in everything within it.</summary>
/// <param name="Turnover">What the goods in completed orders cost, in rupiah.</param>
public sealed record RegionTally(string Code, long Groups, long Businesses, long Products, long Potentials, long Orders, long Turnover)
{
    public long this[TallyKind kind] => kind switch
    {
        TallyKind.Kim => Groups,
        TallyKind.Produk => Products,
        TallyKind.Potensi => Potentials,
        TallyKind.Pesanan => Orders,
        _ => Businesses,
    };

    public static RegionTally Sum(string code, IEnumerable<RegionTally> parts) => parts.Aggregate(
        new RegionTally(code, 0, 0, 0, 0, 0, 0), (sum, part) => new(
            code, sum.Groups + part.Groups, sum.Businesses + part.Businesses, sum.Products + part.Products, sum.Potentials + part.Potentials,
            sum.Orders + part.Orders, sum.Turnover + part.Turnover));

    /// <summary>
    /// One row for each place directly within in which there is something. A KIM that is at home in the place itself has a row of the
    /// place's own. Of a village nothing: there is nothing within.
    /// </summary>
    public static Sql Within(RegionCode region)
    {
        var (first, end) = (region.Value, region.Value + '/');
        var length = region.Value.Length switch { 2 => 5, 5 => 8, 8 => 13, _ => 0 };
        return $"""
            select code, sum(groups)::bigint as groups, sum(businesses)::bigint as businesses, sum(products)::bigint as products,
                   sum(potentials)::bigint as potentials, sum(orders)::bigint as orders, sum(turnover)::bigint as turnover
            from (
                select left(seat, {length}) as code, 1 as groups, 0 as businesses, 0 as products, 0 as potentials, 0 as orders, 0 as turnover
                from groups
                where seat ~>=~ {first} and seat ~<~ {end} and status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})
                union all
                select left(b.village, {length}), 0, 1, (select count(*) from shelf p where p.business_id = b.business_id and p.is_listed), 0, 0, 0
                from businesses b
                where b.village ~>=~ {first} and b.village ~<~ {end} and b.status = 1
                union all
                select left(village, {length}), 0, 0, 0, 1, 0, 0 from potentials where village ~>=~ {first} and village ~<~ {end} and shown is not null
                union all
                select left(village, {length}), 0, 0, 0, 0, count(*), sum(amount)
                from ledger_entries
                where metric = {(short)Metric.CompletedOrder} and ended_recorded = 'infinity' and village ~>=~ {first} and village ~<~ {end}
                group by 1
            ) found
            where {length} > 0
            group by code
            order by code
            """;
    }
}
