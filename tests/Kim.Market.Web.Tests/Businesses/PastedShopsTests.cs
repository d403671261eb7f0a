using Kim.Market.Web.Features.Businesses;

namespace Kim.Market.Web.Tests.Businesses;

/// <summary>Lists as they stand in chats.</summary>
public class PastedShopsTests
{
    [Theory]
    [InlineData("Dapur Bu Rina; Sari Jaya; 0812-3456-7890", "Dapur Bu Rina", "Sari Jaya", "0812-3456-7890")]
    [InlineData("1. Dapur Bu Rina, Sari Jaya, 081234567890", "Dapur Bu Rina", "Sari Jaya", "081234567890")]
    [InlineData("2) Kios Pak Amat - Batuah - +62 812 3456 7890", "Kios Pak Amat", "Batuah", "+62 812 3456 7890")]
    [InlineData("- Dapur Bu Rina | Sari Jaya | WA: 0812.3456.7890", "Dapur Bu Rina", "Sari Jaya", "0812.3456.7890")]
    [InlineData("• Dapur Bu Rina", "Dapur Bu Rina", "", "")]
    [InlineData("[12/03/26 10.21] Pak RT: Dapur Bu Rina; Sari Jaya; 0812-3456-7890", "Dapur Bu Rina", "Sari Jaya", "0812-3456-7890")]
    [InlineData("12/03/2026 10.21 - Bu RT: Keripik 88; Sari Jaya", "Keripik 88", "Sari Jaya", "")]
    [InlineData("Dapur Bu Rina (0812-3456-7890)", "Dapur Bu Rina", "", "0812-3456-7890")]
    [InlineData("Dapur Bu Rina\tSari Jaya\t0812 3456 7890", "Dapur Bu Rina", "Sari Jaya", "0812 3456 7890")]
    [InlineData("Dapur Bu Rina; 0812-3456-7890; Sari Jaya, Sanga Sanga", "Dapur Bu Rina", "Sari Jaya, Sanga Sanga", "0812-3456-7890")]
    [InlineData("Toko 3 Saudara; Sari Jaya; no hp 081234567890", "Toko 3 Saudara", "Sari Jaya", "081234567890")]
    [InlineData("Dapur Bu Rina; Sari Jaya; 0812-34", "Dapur Bu Rina", "Sari Jaya", "0812-34")]
    [InlineData("*Dapur Bu Rina*; Sari Jaya", "Dapur Bu Rina", "Sari Jaya", "")]
    public void A_line_is_told_apart_however_it_is_written(string line, string name, string village, string phone) =>
        Assert.Equal([new PastedShop(name, village, phone)], PastedShops.Read(line));

    [Fact]
    public void Empty_lines_and_very_long_ones_are_none() => Assert.Empty(PastedShops.Read("\n \r\n- \n" + new string('x', 500)));

    [Fact]
    public void More_than_a_KIM_brings_in_at_once_is_seen_to_be_too_much() =>
        Assert.Equal(PastedShops.Most + 1, PastedShops.Read(string.Concat(Enumerable.Repeat("Dapur; Sari Jaya\n", 500))).Count);

    [Fact]
    public void Any_text_is_read_without_a_crash()
    {
        var dice = new Random(7);
        const string Letters = "aB 1.)-•;,|\t/[]:+62(*\u0001\n0812";
        for (var i = 0; i < 2_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, dice.Next(200)).Select(_ => Letters[dice.Next(Letters.Length)]));
            Assert.InRange(PastedShops.Read(text).Count, 0, PastedShops.Most + 1);
        }
    }
}
