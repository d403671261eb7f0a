using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Domain.Prospectuses;
using Kim.Market.Web.Features.Prospectuses;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Language;
using Kim.Market.Web.Printing;
using Kim.Market.Web.Tests.Printing;

namespace Kim.Market.Web.Tests.Prospectuses;

/// <summary>Six pages hold the fullest village there can be, and what does not fit is counted.</summary>
public sealed class ProspectusPaperTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);
    private static readonly Region Longest = new(
        RegionCode.Parse("64.02.01.2005"), "Kampung Bahagia Sejahtera Makmur Jaya Sentosa", "Desa", "Desa K", "Desa Kampung Bahagia Sejahtera Makmur Jaya Sentosa, Kecamatan Tenggarong Seberang, Kabupaten Kutai Kartanegara, Provinsi Kalimantan Timur",
        "Asia/Makassar");

    [Fact]
    public void The_fullest_village_takes_six_pages_at_most_and_says_how_much_is_elsewhere()
    {
        var pdf = Print([.. Full()]);

        Assert.InRange(PrintedPaper.PagesAccordingToVips(pdf), 3, 6);
        Assert.InRange(pdf.Length, 1, 2_000_000);
        var text = string.Join(' ', PrintedPaper.Read(pdf).SelectMany(page => page));
        Assert.Contains("lagi tidak muat di sini: https://pasar.example/desa/64.02.01.2005/potensi", text, StringComparison.Ordinal);
        Assert.Contains("lagi tidak muat di sini: https://pasar.example/desa/64.02.01.2005", text, StringComparison.Ordinal);
        Assert.Equal("https://pasar.example/periksa/" + Prospectus.Named(Longest.Code, Full()).Code.Value, PrintedPaper.CodeOn(pdf));
    }

    [Fact]
    public void A_figure_that_is_too_old_says_so()
    {
        var pdf = Print([Title("a", "Danau"), new(ClaimKind.Figure, "a", "Warga", "812", "orang", "Profil desa", "2019"), new(ClaimKind.Figure, "a", "Sawah", "40", "ha", "BPS", "2025", new(2027, 12, 31))]);
        var text = string.Join(' ', PrintedPaper.Read(pdf).SelectMany(page => page));

        Assert.Contains("lama: 7 tahun lalu", text, StringComparison.Ordinal);
        Assert.Contains("sampai 31 Desember 2027", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_paper_is_the_same_to_the_byte() => Assert.Equal(Print([Title("a", "Danau")]), Print([Title("a", "Danau")]));

    private static byte[] Print(Claim[] claims)
    {
        var words = new Words();
        var (_, code, fingerprint) = Prospectus.Named(Longest.Code, claims);
        return new ProspectusPaper(words, new PaperPress(words)).Print(new(code, Longest, fingerprint, claims, Now, []), "https://pasar.example");
    }

    private static Claim Title(string id, string title) => new(ClaimKind.Potential, id, "", title, Source: "KIM Contoh", Link: "/potensi/x", CheckedOn: new(2026, 3, 5));

    private static IEnumerable<Claim> Full()
    {
        var (name, text) = (new string('N', 20) + string.Concat(Enumerable.Repeat(" panjang", 10)), string.Concat(Enumerable.Repeat("Sebuah kalimat tentang desa ini. ", 8)));
        yield return new(ClaimKind.Place, "", "", Longest.FullPlaceText);
        foreach (var (kind, value) in new[] { (ClaimKind.Groups, "42"), (ClaimKind.Businesses, "214"), (ClaimKind.Products, "1842"), (ClaimKind.Orders, "128441"), (ClaimKind.Turnover, "98765432100") })
        {
            yield return new(kind, "", "", value);
        }

        for (var i = 0; i < 60; i++)
        {
            var id = i.ToString(CultureInfo.InvariantCulture);
            yield return new(ClaimKind.Group, $"g{id}", $"KIM {i} {name}", "2", Link: "/kim/x");
            yield return Title(id, $"Potensi {i} {name}");
            yield return new(ClaimKind.Category, id, "", "7");
            yield return new(ClaimKind.About, id, "", text);
            yield return new(ClaimKind.Months, id, "", "1,2,3,12");
            foreach (var kind in i % 3 == 0 ? [ClaimKind.Route, ClaimKind.Hours, ClaimKind.Lodging, ClaimKind.Signal, ClaimKind.Facilities] : i % 3 == 1 ? new[] { ClaimKind.Need, ClaimKind.Land } : [])
            {
                yield return new(kind, id, "", text[..200]);
            }

            yield return i % 3 == 0 ? new(ClaimKind.Attraction, id, "", "0") : new(ClaimKind.Readiness, id, "", "1");
            foreach (var figure in Enumerable.Range(0, 8))
            {
                yield return new(ClaimKind.Figure, id, $"Angka {figure} {name}"[..60], "999999999999.99", "ton/bulan panjang sek", text[..100], "2025");
            }

            yield return new(ClaimKind.Product, $"p{id}", name, "25000", "bungkus", $"Dapur {name}", Link: "/p/x");
            yield return new(ClaimKind.Business, $"b{id}", $"Dapur {i} {name}", "");
            yield return new(ClaimKind.Season, $"p{id}", name, "7,8,9");
        }
    }
}
