using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kim.Market.Domain.Payments;

namespace Kim.Market.Web.Tests.Payments;

/// <summary>
/// Payment codes as two parsers by others read them: what ours writes they read, what they make ours reads, and what is broken is broken
/// for all. It needs Node and <c>npm ci --prefix tests/qris-parsers</c>; without them the known codes stand in the tests of the domain.
/// </summary>
public class OtherParsersTests
{
    private const string Stall = "00020101021126680016ID.CO.CONTOH.WWW011893600000000000000102150000000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10999999999990303UMI5204549953033605802ID5916LAPAK KIM CONTOH6015KUTAI KARTANEGA6105755116304CF0D";
    private const string For75000 = "00020101021226680016ID.CO.CONTOH.WWW011893600000000000000102150000000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10999999999990303UMI5204549953033605405750005802ID5916LAPAK KIM CONTOH6015KUTAI KARTANEGA610575511630413DB";

    private static readonly OtherProgram Parsers = new("qris-parsers", "read.mjs");

    [Fact]
    public async Task What_we_read_and_write_they_read_alike()
    {
        Parsers.Needs("promptparse");
        var known = Ours(Stall)!;
        string[] whole =
        [
            Stall, For75000,
            .. new long[] { 1, 999, 75_001, 1_000_000, 9_999_999_999_999 }.Select(amount => known.For(new(amount)).Payload),
        ];

        // Every character changed once: whoever reads it still, reads something else.
        string[] broken = [.. Enumerable.Range(0, Stall.Length).Select(at => Stall[..at] + (Stall[at] == '7' ? '8' : '7') + Stall[(at + 1)..])];
        string[][][] fields =
        [
            Fields("WARUNG SAYUR", "SAMARINDA", null), Fields("A", "B", "1"), Fields("TOKO O'BRIEN & ANAK (2)", "KUTAI KARTANEGA", "150000"),
            Fields(new string('X', 25), new string('Y', 15), "9999999999999"),
        ];

        var told = await Parsers.AskAsync(JsonSerializer.Serialize(new { read = (string[])[.. whole, .. broken], make = fields }));

        for (var i = 0; i < whole.Length; i++)
        {
            Same(whole[i], told["read"]![i]!);
        }

        for (var i = 0; i < broken.Length; i++)
        {
            Assert.False(Qris.TryRead(broken[i], out _, out _), broken[i]);
            Assert.All((JsonArray)told["read"]![whole.Length + i]!, other => Assert.Null(other));
        }

        foreach (var (made, of) in ((JsonArray)told["made"]!).Zip(fields))
        {
            var read = Ours((string)made!);
            Assert.NotNull(read);
            Assert.Equal(Of(of, "59"), read.Merchant);
            Assert.Equal(Of(of, "60"), read.City);
            Assert.Equal(Of(of, "54"), read.Amount?.Amount.ToString(CultureInfo.InvariantCulture));
            Assert.Equal((string)made!, read.Payload);
        }
    }

    private static void Same(string code, JsonNode others)
    {
        var ours = Ours(code)!;
        foreach (var other in (JsonArray)others)
        {
            Assert.NotNull(other);
            Assert.Equal(ours.Merchant, (string)other["name"]!);
            Assert.Equal(ours.City, (string)other["city"]!);
            Assert.Equal(ours.Nmid, (string)other["nmid"]!);
            Assert.Equal(ours.Amount?.Amount.ToString(CultureInfo.InvariantCulture), (string?)other["amount"]);
            Assert.Equal("63", (string)((JsonArray)other["tags"]!)[^1]!);
        }
    }

    private static Qris? Ours(string code) => Qris.TryRead(code, out var qris, out _) ? qris : null;

    private static string[][] Fields(string name, string city, string? amount) =>
    [
        ["00", "01"], ["01", amount is null ? "11" : "12"], ["51", "0014ID.CO.QRIS.WWW0215ID10999999999990303UMI"], ["52", "5499"], ["53", "360"],
        .. amount is null ? Array.Empty<string[]>() : [["54", amount]], ["58", "ID"], ["59", name], ["60", city], ["61", "75511"],
    ];

    private static string? Of(string[][] fields, string tag) => fields.FirstOrDefault(field => field[0] == tag)?[1];
}
