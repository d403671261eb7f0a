using System.Text.Encodings.Web;
using Kim.Market.Domain;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Tests.Language;

public sealed class SayingTests : IDisposable
{
    private enum StallState
    {
        Open,
    }

    private static readonly Words T = new(
        new Dictionary<string, string>
        {
            ["order.too_few"] = "Paling sedikit {0}.",
            ["stall.state.Open"] = "Buka",
        },
        new Dictionary<string, string>
        {
            ["Keranjang"] = "Cart",
            ["{0} pesanan"] = "{0} {0:order|orders}",
            ["Bayar {0} ke {1}"] = "Pay {0} to {1}",
            ["Tulis ke <b>{0}</b>"] = "Write to <b>{0}</b>",
            ["order.too_few"] = "At least {0}.",
            ["stall.state.Open"] = "Open",
        });

    public SayingTests() => Languages.Speak(Languages.Indonesian);

    public void Dispose() => Languages.Speak(Languages.Indonesian);

    [Fact]
    public void The_sentence_itself_is_the_Indonesian() => Assert.Equal("Keranjang", T["Keranjang"]);

    [Fact]
    public void English_is_looked_up()
    {
        Languages.Speak(Languages.English);

        Assert.Equal("Cart", T["Keranjang"]);
    }

    [Fact]
    public void A_sentence_without_English_stays_Indonesian()
    {
        Languages.Speak(Languages.English);

        Assert.Equal("Titik ambil", T["Titik ambil"]);
    }

    [Theory]
    [InlineData(1, "1 order")]
    [InlineData(0, "0 orders")]
    [InlineData(1142, "1.142 orders")]
    public void English_counts_with_its_plural(int count, string said)
    {
        Languages.Speak(Languages.English);

        Assert.Equal(said, T["{0} pesanan", count]);
    }

    [Fact]
    public void Values_are_written_the_way_the_site_writes_them() =>
        Assert.Equal("Bayar Rp56.000 ke Dapur Nila", T["Bayar {0} ke {1}", new Rupiah(56_000), "Dapur Nila"]);

    [Fact]
    public void A_refusal_speaks_with_its_detail()
    {
        var refusal = new Refusal("order.too_few", 12);

        Assert.Equal("Paling sedikit 12.", T.Of(refusal));

        Languages.Speak(Languages.English);
        Assert.Equal("At least 12.", T.Of(refusal));
    }

    [Fact]
    public void A_state_has_a_word() => Assert.Equal("Buka", T.Of(StallState.Open));

    [Fact]
    public void Markup_in_a_sentence_is_ours_and_markup_in_a_value_is_not()
    {
        using var page = new StringWriter();

        T.Html("Tulis ke <b>{0}</b>", "<script>").WriteTo(page, HtmlEncoder.Default);

        Assert.Equal("Tulis ke <b>&lt;script&gt;</b>", page.ToString());
    }
}
