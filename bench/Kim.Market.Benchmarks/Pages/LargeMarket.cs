using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;

namespace Kim.Market.Benchmarks.Pages;

/// <summary>Ten thousand products on five hundred stalls, written through the event store.</summary>
internal static class LargeMarket
{
    public const int Products = 10_000;
    private const int Stalls = 500;
    private const int Groups = 25;

    private static readonly string[] Goods =
        ["Amplang", "Madu Kelulut", "Abon Haruan", "Kerupuk Ikan", "Kopi Liberika", "Gula Aren", "Sambal Raja", "Keripik Pisang", "Udang Galah", "Keranjang Rotan"];

    private static readonly string[] Kinds = ["Asli", "Pedas", "Manis", "Besar", "Kecil", "Kering", "Segar", "Halus", "Kasar", "Istimewa"];

    private static readonly string[] Categories =
        ["makanan-olahan/amplang", "hasil-hutan/madu-hutan", "perikanan/ikan-laut", "minuman/sirup", "kerajinan/anyaman", "pertanian/buah", "perkebunan/kopi"];

    /// <summary>The slug of a product that will not sell out.</summary>
    public static string SlugOf(int product) => string.Create(CultureInfo.InvariantCulture, $"barang-{product}");

    public static async Task FillAsync(EventStore store)
    {
        var at = DateTimeOffset.UnixEpoch.AddYears(56);
        var village = RegionCode.Parse("64.02.15.1004");
        var groups = Enumerable.Range(0, Groups).Select(_ => Id<Group>.New()).ToArray();
        var stalls = Enumerable.Range(0, Stalls).Select(_ => Id<Business>.New()).ToArray();
        await AllAsync(store, Enumerable.Range(0, Groups), (commit, n) => commit.Append(groups[n].Value, "group", Expected.New,
        [
            new GroupProposed(groups[n], $"KIM Uji {n}", $"kim-uji-{n}", village, GroupBasis.Community, ["kuliner"], "", at),
            new GroupVerified(at), new GroupActivated(at),
        ]));
        await AllAsync(store, Enumerable.Range(0, Stalls), (commit, n) => commit.Append(stalls[n].Value, "business", Expected.New,
        [
            new BusinessRegistered(stalls[n], groups[n % Groups], $"Dapur Uji {n}", $"dapur-uji-{n}", BusinessKind.Individual, village, "Dibuat tiap pagi.", at),
            new BusinessHandoverSet("Balai desa", "08.00–16.00", new Rupiah(12_000), "satu kabupaten", at), new BusinessApproved(at),
        ]));
        await AllAsync(store, Enumerable.Range(0, Products), (commit, n) =>
        {
            var (id, when) = (Id<Product>.New(), at.AddMinutes(n));
            var name = $"{Goods[n % 10]} {Kinds[n / 10 % 10]} {n}";
            commit.Append(id.Value, "product", Expected.New,
            [
                new ProductDrafted(id, stalls[n % Stalls], name, SlugOf(n), Categories[n % 7], "bungkus", new Content(250, Measure.Gram), $"{name}, dibuat dengan tangan.", when),
                new ProductPriced(new(10_000 + (n % 90 * 1_000)), when),
                new ProductPhotographed([new Photo(new string('a', 64), name)], when), new ProductPublished(when),
            ]);
            commit.Append(Stock.Of(id).Value, "stock", Expected.New, [new StockOpened(id, when), new StockReceived(100_000, when)]);
        });
    }

    private static async Task AllAsync(EventStore store, IEnumerable<int> numbers, Action<Commit, int> add)
    {
        foreach (var some in numbers.Chunk(50))
        {
            var commit = new Commit(new());
            foreach (var n in some)
            {
                add(commit, n);
            }

            await store.CommitAsync(commit, default);
        }
    }
}
