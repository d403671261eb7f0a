namespace Kim.Market.Web.Tests.Privacy;

public class PrivacyTests(MarketApp app)
{
    [Fact]
    public async Task People_learn_what_is_kept_about_them_and_how_to_have_it_erased()
    {
        var page = await app.Visitor().Visit("/privasi");

        Assert.Equal(["Nama", "Nomor WhatsApp", "Alamat dan catatan", "Foto bukti transfer", "Keluhan dan fotonya"], page.Texts("tbody th"));
        Assert.Contains("10 tahun", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Unduh atau hapus data saya", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_english_it_says_the_same()
    {
        var page = await app.Visitor().Visit("/en/privasi");

        Assert.Equal("Only what your order needs", page.Text("h1"));
        Assert.Equal("en", page.Page.DocumentElement.GetAttribute("lang"));
    }
}
