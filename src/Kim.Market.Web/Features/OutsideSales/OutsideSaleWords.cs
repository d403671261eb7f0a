using Kim.Market.Domain.OutsideSales;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.OutsideSales;

/// <summary>Sales elsewhere, in plain words.</summary>
public static class OutsideSaleWords
{
    public static (string What, string? Detail)? Tell(OutsideSaleEvent happened, Words words) => happened switch
    {
        OutsideSaleStated e => (words["Penjualan di luar dinyatakan"], $"{DateFormat.Month(e.Month)}, {words.Of(e.Way)}: {RupiahFormat.Full(e.Total)}"),
        OutsideSaleRestated e => (words["Penjualan di luar dibetulkan"], $"{RupiahFormat.Full(e.Total)}: {e.Reason}"),
        OutsideSaleWithdrawn e => (words["Penjualan di luar ditarik"], e.Reason),
        OutsideSaleRefused e => (words["Penjualan di luar ditolak dinas"], e.Reason),
        _ => null,
    };
}
