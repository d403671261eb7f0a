namespace Kim.Market.Web.Tests.Access;

/// <summary>The page that says who may do what is the policies themselves.</summary>
public class PolicyPageTests(MarketApp app)
{
    [Theory]
    [InlineData("", "Mengundang pengurus KIM, memberhentikan, dan menyerahkan jabatan ketua (Ketua KIM)", "Membuat pesanan, tanpa akun")]
    [InlineData("/en", "Invite board members of the KIM, release them, and hand the chair over (Chair of the KIM)", "Place an order, without an account")]
    public async Task Each_permission_stands_once_and_in_words(string language, string forChairs, string forAll)
    {
        var page = await app.Visitor().Visit(language + "/siapa-boleh-apa");

        var said = page.Texts("[data-test=permissions] li");
        Assert.Single(said, forAll);
        Assert.Single(said, forChairs);
        Assert.DoesNotContain(said, text => text.StartsWith('/'));
        Assert.Equal(8, page.All("permissions").Count);
    }
}
