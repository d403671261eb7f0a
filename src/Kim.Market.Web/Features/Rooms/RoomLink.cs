using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>One door of a room: it stands in the bar above and in the one below.</summary>
/// <param name="Path">From the site's root.</param>
/// <param name="Count">What waits behind it.</param>
public sealed record RoomLink(string Path, string Text, string Icon, int Count = 0);

/// <summary>A room's doors and the one we stand in.</summary>
public sealed record RoomBar(IReadOnlyList<RoomLink> Links, string Here)
{
    /// <summary>For a page that belongs to no desk: the room of whoever works at one kind of desk, or a door to each of theirs.</summary>
    /// <returns>What the room is called, and its bar.</returns>
    public static (string Room, RoomBar Bar) Of(Standing standing, Words words, string here) =>
        standing.Places.Select(place => place.Desk).Distinct().ToList() switch
        {
            [Desk.Seller] => (words["Lapak saya"], Seller(words, here)),
            [Desk.Group] => (words["Kelola KIM"], Group(words, here)),
            [Desk.Office] => (words["Meja dinas"], Office(words, here)),
            [Desk.Operator] => (words["Operator"], Operator(words, here)),
            var desks => (words["Akun"], new([.. desks.Select(desk => DoorTo(desk, words)), new("/akun", words["Akun"], "person")], here)),
        };

    private static RoomLink DoorTo(string desk, Words words) => desk switch
    {
        Desk.Seller => new("/lapak/pesanan", words["Lapak saya"], "store"),
        Desk.Group => new("/kelola", words["Kelola KIM"], "people"),
        Desk.Office => new("/dinas", words["Meja dinas"], "home"),
        _ => new("/operator", words["Operator"], "shield"),
    };

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
        new("/dinas/angka", words["Hasil"], "chart"),
        new("/akun", words["Akun"], "person"),
    ], here);

    public static RoomBar Operator(Words words, string here) => new(
    [
        new("/operator", words["Dinas"], "shield"),
        new("/siapa-boleh-apa", words["Siapa boleh apa"], "info"),
        new("/akun", words["Akun"], "person"),
    ], here);
}
