using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>One door of a room: it stands in the bar above and in the one below.</summary>
/// <param name="Path">From the site's root.</param>
/// <param name="Count">What waits behind it.</param>
public sealed record RoomLink(string Path, string Text, string Icon, int Count = 0);

/// <summary>A room's doors and the one we stand in.</summary>
public sealed record RoomBar(IReadOnlyList<RoomLink> Links, string Here)
{
    /// <param name="waiting">Orders that wait for an answer.</param>
    public static RoomBar Seller(Words words, string here, int waiting = 0) => new(
    [
        new("/lapak/pesanan", words["Pesanan"], "box", waiting),
        new("/lapak/produk", words["Produk"], "edit"),
        new("/lapak", words["Lapak"], "store"),
        new("/lapak/orang", words["Orang"], "people"),
        new("/akun", words["Akun"], "person"),
    ], here);

    public static RoomBar Group(Words words, string here) => new(
    [
        new("/kelola", words["Pekan ini"], "check"),
        new("/kelola/kurasi", words["Kurasi"], "edit"),
        new("/kelola/anggota", words["Pengurus"], "people"),
        new("/hasil", words["Hasil"], "chart"),
        new("/akun", words["Akun"], "person"),
    ], here);

    public static RoomBar Office(Words words, string here) => new(
    [
        new("/dinas", words["Meja dinas"], "home"),
        new("/dinas/kim", "KIM", "people"),
        new("/dinas/sertifikat", words["Sertifikat"], "shield"),
        new("/hasil", words["Hasil"], "chart"),
        new("/akun", words["Akun"], "person"),
    ], here);

    public static RoomBar Operator(Words words, string here) => new(
    [
        new("/operator", words["Dinas"], "shield"),
        new("/siapa-boleh-apa", words["Siapa boleh apa"], "info"),
        new("/akun", words["Akun"], "person"),
    ], here);
}
