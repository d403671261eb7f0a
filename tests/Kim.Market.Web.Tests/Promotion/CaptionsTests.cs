using Kim.Market.Web.Features.Promotion;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Tests.Promotion;

public class CaptionsTests
{
    private static readonly Words Words = new();

    [Fact]
    public void Each_channel_gets_the_name_the_price_its_day_and_the_way()
    {
        var captions = Captions.Of(Pieces.Of("Amplang Ikan Nila"), Pieces.Address, Words);

        Assert.Equal(["WhatsApp", "Instagram", "Facebook"], captions.Select(caption => caption.Channel));
        Assert.All(captions, caption => Assert.Contains(Pieces.Address, caption.Text, StringComparison.Ordinal));
        Assert.All(captions, caption => Assert.Contains("Rp1.250.000 per bungkus, 250 g\nharga per 23 November 2026", caption.Text, StringComparison.Ordinal));
        Assert.StartsWith("*Amplang Ikan Nila*\n", captions[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("#PasarKIM #KIMJuruNila #KelSariJaya #UMKM", captions[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_cannot_make_other_words_bold_or_lines_of_its_own()
    {
        var text = Captions.Of(Pieces.Of("Teh *murah*_\nGratis ~x~"), Pieces.Address, Words)[0].Text;

        Assert.StartsWith("*Teh murah Gratis x*\n", text, StringComparison.Ordinal);
    }
}
