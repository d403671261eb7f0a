using System.Text.Json;
using Kim.Market.Domain;
using Kim.Market.Web.Features.Orders;

namespace Kim.Market.Web.Tests.Orders;

public class SellerMessageTests
{
    private const string Status = "https://pasar.contoh.id/pesanan/AAAAAAAAAAAAAAAAAAAAAA";

    [Fact]
    public void It_says_who_wants_what_for_how_much_and_where_to_follow_it()
    {
        var order = Order([new(Guid.NewGuid(), "Amplang 250 g", "bungkus", 2, 25_000)], fee: 6_000);

        Assert.Equal(
            """
            Halo Dapur Nila, saya memesan lewat Pasar KIM.

            Pesanan PK-2611-7F3K9Q
            2 × Amplang 250 g = Rp50.000
            Ongkir: Rp6.000
            Total: Rp56.000
            Mohon diantar.
            Nama: Bu Contoh

            Status pesanan: https://pasar.contoh.id/pesanan/AAAAAAAAAAAAAAAAAAAAAA
            """,
            SellerMessage.Write(order, "Bu Contoh", Status));
    }

    [Fact]
    public void Thirty_long_lines_fit_and_those_left_out_are_counted()
    {
        var name = new string('x', Limits.Name);
        var lines = Enumerable.Range(0, Limits.CartLines).Select(_ => new OrderedLine(Guid.NewGuid(), name, "bungkus", 999, 999_999_999)).ToArray();

        var message = SellerMessage.Write(Order(lines, fee: 0), new string('n', Limits.BuyerName), Status);

        var written = message.Split('\n').Count(line => line.Contains(name, StringComparison.Ordinal));
        Assert.InRange(message.Length, 0, 1_000);
        Assert.True(written > 0);
        Assert.Contains($"dan {Limits.CartLines - written} barang lain\n", message, StringComparison.Ordinal);
        Assert.EndsWith(Status, message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_link_leads_to_the_number_in_its_international_form()
    {
        Assert.True(WhatsAppNumber.TryParse("0812-3456-7890", out var number));

        Assert.Equal("https://wa.me/6281234567890?text=2%20%C3%97%20Amplang%20%26%20Abon", SellerMessage.Link(number, "2 × Amplang & Abon"));
    }

    private static BuyerOrder Order(OrderedLine[] lines, long fee)
    {
        var goods = lines.Sum(line => line.Total.Amount);
        return new(
            Guid.NewGuid(), 1, "PK-2611-7F3K9Q", Guid.NewGuid(), "64.02.15.1004", (short)(fee > 0 ? 1 : 0), JsonSerializer.Serialize(lines),
            goods, fee, goods + fee, 0, null, DateTime.UnixEpoch, DateTime.UnixEpoch, Guid.NewGuid(), "Dapur Nila", "dapur-nila",
            "Balai Sari Jaya", null, OpensAll: true, Paid: false, Quote: null, QuoteHow: null);
    }
}
