using Kim.Market.Domain.Harvests;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>Says where somebody in a line stands: first what is, then what follows from it.</summary>
public static class PlaceWords
{
    public static string Headline(PlaceModel page, Words words) => page.Own switch
    {
        { State: PlaceState.Waiting } when page.Harvest.State == HarvestStatus.Opened => words["Panen sudah dibuka, giliran Anda belum tiba"],
        { State: PlaceState.Waiting } => words["Anda nomor {0} di antrean", page.Before.People + 1],
        { State: PlaceState.Offered, Until: var until } when page.Now >= until => words["Waktu menjawab sudah lewat"],
        { State: PlaceState.Offered, Offered: var offered } => words["Giliran Anda: {0}", QuantityFormat.Of(offered, page.Harvest.Unit)],
        { State: PlaceState.Confirmed } => words["Antrean Anda sudah jadi pesanan"],
        { State: PlaceState.Left } => words["Anda sudah keluar dari antrean"],
        { State: PlaceState.Declined } => words["Anda tidak jadi mengambil"],
        { State: PlaceState.Lapsed } => words["Waktu menjawab sudah lewat"],
        _ when page.Harvest.State == HarvestStatus.Failed => words["Panennya gagal"],
        _ => words["Panen habis sebelum giliran Anda"],
    };

    public static string Below(PlaceModel page, Words words) => page.Own switch
    {
        { State: PlaceState.Waiting } when page.Before.Quantity + page.Own.Wanted <= page.Harvest.Capacity && page.Harvest.State == HarvestStatus.Announced =>
            words["Bila panen sesuai perkiraan, Anda kebagian."],
        { State: PlaceState.Waiting } => words["Anda kebagian bila ada yang mundur di depan Anda, atau panennya lebih banyak."],
        { State: PlaceState.Offered, Until: { } until } when page.Now < until => page.Own.Offered < page.Own.Wanted
            ? words["Jawab sebelum {0}. Anda minta {1}, tersisa {2}.", DateFormat.Moment(until, page.Harvest.Zone), page.Own.Wanted, page.Own.Offered]
            : words["Jawab sebelum {0}. Setelah itu giliran yang berikutnya.", DateFormat.Moment(until, page.Harvest.Zone)],
        { State: PlaceState.Confirmed } => words["Kabar berikutnya ada di halaman pesanan."],
        { State: PlaceState.Left or PlaceState.Declined } => words["Nama dan nomor Anda sudah dihapus. Tidak ada yang harus dibayar."],
        { State: PlaceState.Offered or PlaceState.Lapsed } => words["Tempat Anda diberikan kepada yang berikutnya. Tidak ada yang harus dibayar."],
        _ => words["Antrean sudah berakhir. Anda tidak berutang apa pun."],
    };
}
