using Kim.Market.Domain.Harvests;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>What happened to a harvest and its line, in plain words. Of people only that they are somebody.</summary>
public static class HarvestStory
{
    public static (string What, string? Detail)? Tell(HarvestEvent happened, Words words) => happened switch
    {
        HarvestAnnounced e => (words["Panen diumumkan"], words["perkiraan {0}, siap {1} sampai {2}", e.Capacity, e.ReadyFrom, e.ReadyUntil]),
        HarvestPlaceTaken e => (words["Seseorang ikut antre"], NumberFormat.Whole(e.Quantity)),
        HarvestPlaceLeft => (words["Seseorang keluar dari antrean"], null),
        HarvestOpened e => (words["Panen dibuka"], words["{0} tersedia, {1} per satuan", e.Capacity, e.Price]),
        HarvestOffered e => (words["Giliran seseorang"], NumberFormat.Whole(e.Quantity)),
        HarvestOfferConfirmed => (words["Ia jadi memesan"], null),
        HarvestGivenBack => (words["Pesanannya batal, barangnya untuk antrean berikutnya"], null),
        HarvestOfferDeclined => (words["Seseorang tidak jadi mengambil"], null),
        HarvestOfferLapsed => (words["Giliran lewat tanpa jawaban"], null),
        HarvestClosed e => (words["Antrean ditutup"], e.BySeller ? words["oleh penjual"] : null),
        HarvestRestShelved e => (words["Sisa panen masuk stok"], NumberFormat.Whole(e.Quantity)),
        HarvestFailed e => (words["Panen gagal"], e.BySilence ? words["tidak ada kabar dari penjual"] : null),
        _ => null,
    };
}
