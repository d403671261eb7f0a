namespace Kim.Market.Benchmarks.Orders;

/// <summary>Events of the size that events have: half a kilobyte to almost one.</summary>
public static class Make
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 30, 0, 123, TimeSpan.Zero);
    private static readonly Place Home = new("Siti Rahmawati Hasanuddin", "Jalan Kartini Gang Melati 118", "Tenggarong", "75513", "ID");
    private static readonly Place Hub = new("Pusat sortir Loa Janan Ilir", "Jalan Cipto Mangunkusumo 2041", "Samarinda", "75131", "ID");

    private static readonly string[] Titles =
    [
        "Tas anyaman rotan motif burung enggang, 30 cm",
        "Amplang ikan belida renyah, kemasan 250 gram",
        "Madu kelulut hutan Kedang Ipil, botol 330 ml",
    ];

    public static OrderPlaced Placed(Guid order, int n) => new(
        order, Id(n, 7), "IDR", [Line(n), Line(n + 1), Line(n + 2)], 148_700m, Delivery.Express, Start.AddSeconds(n));

    public static PaymentReceived Paid(Guid order, int n) => new(
        order, Id(n, 3), 148_700m, "IDR", "bank-kaltimtara", "transfer", $"TRX-20260105-{n:d12}", Home,
        "Bukti transfer dicocokkan dengan mutasi rekening lapak; nama pengirim sama dengan nama pembeli.",
        Start.AddSeconds(n + 20));

    public static OrderShipped Shipped(Guid order, int n) => new(
        order, Id(n, 4), "Pos Indonesia", $"P26{n:d10}", Delivery.Express, Home,
        ["koli 1 dari 2: 1,2 kg, 30x20x10 cm", "koli 2 dari 2: 0,8 kg, 20x20x15 cm"],
        "Ketuk dua kali; titip ke tetangga nomor 120 bila tidak ada orang di rumah.", Start.AddSeconds(n + 4000));

    public static TrackingUpdated Tracked(Guid order, int n) => new(
        order, Id(n, 4), "Pos Indonesia", $"P26{n:d10}", $"SCAN-{n % 40}", "Paket tiba di pusat sortir dan sedang diproses", Hub,
        "Peti 88213-A, jalur 14, berat 2,01 kg diperiksa, ukuran diperiksa, label terbaca, tidak ada kerusakan.",
        Start.AddSeconds(n + 5000));

    public static OrderCompleted Completed(Guid order, int n) => new(
        order, Id(n, 7), 148_700m, "IDR", 5,
        "Barangnya bagus sekali dan dibungkus rapi. Anyamannya halus, amplangnya masih renyah, dan madunya tidak bocor "
        + "sama sekali walau jalannya jauh. Pasti pesan lagi sebelum Lebaran, terima kasih banyak!",
        "konfirmasi-pembeli", Start.AddSeconds(n + 90_000));

    /// <summary>What three events a new order begins with.</summary>
    public static object[] First(Guid order, int n) => [Placed(order, n), Paid(order, n), Shipped(order, n)];

    /// <summary>What three events an order on its way goes on with.</summary>
    public static object[] Next(Guid order, int n) => [Tracked(order, n), Tracked(order, n + 1), Tracked(order, n + 2)];

    /// <summary>A whole stream of so many events.</summary>
    public static object[] Stream(Guid order, int count) =>
        [.. First(order, 1), .. Enumerable.Range(0, count - 3).Select(n => Tracked(order, n))];

    private static Line Line(int n) => new(
        Id(n, 1), $"KUKAR-{100_000 + (n % 900_000)}", Titles[n % 3], 1 + (n % 3), 19_900m + (n % 7), Id(n % 200, 5));

    private static Guid Id(int n, byte kind) => new(n, 1, 2, kind, 1, 1, 1, 1, 1, 1, 1);
}
