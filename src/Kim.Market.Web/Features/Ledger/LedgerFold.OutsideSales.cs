using Kim.Market.Domain;
using Kim.Market.Domain.OutsideSales;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>What businesses say they sold elsewhere.</summary>
public sealed partial class LedgerFold
{
    // Whatever is said of it later is a correction: by the clock of what happened it was always so.
    private void Take(Recorded recorded, OutsideSaleEvent happened)
    {
        if (happened is OutsideSaleStated said)
        {
            Count(recorded, new KnownOutsideSale(((KnownBusiness)known[said.Business.Value]).Owner(said.Business.Value), said.At), said.Total);
            return;
        }

        var stated = (KnownOutsideSale)known[recorded.Stream];
        if (stated.Counts)
        {
            End(recorded, Metric.OutsideSale, recorded.Stream, stated.At);
            Keep(recorded.Stream, stated with { Counts = false });
        }

        if (happened is OutsideSaleRestated again)
        {
            Count(recorded, stated, again.Total);
        }
    }

    private void Count(Recorded recorded, KnownOutsideSale stated, Rupiah total)
    {
        Keep(recorded.Stream, stated with { Counts = true });
        Start(recorded, Metric.OutsideSale, recorded.Stream, stated.Owner, stated.At, started => started with { Amount = total.Amount });
    }
}
