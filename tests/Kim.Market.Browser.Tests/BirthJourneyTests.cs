using System.Diagnostics;
using Kim.Market.Web.Tests.Pictures;
using Microsoft.Playwright;

namespace Kim.Market.Browser.Tests;

/// <summary>
/// How a district begins, on telephones in a real browser: a group applies, the office verifies it, its chair pastes a list of sellers
/// and prints cards, a seller comes in with the card, lists a product, the KIM looks, the public sees it.
/// </summary>
public sealed class BirthJourneyTests(MarketSite site)
{
    private const int Telephone = 390;

    /// <summary>A sheet of A4 at 96 dots per inch.</summary>
    private static readonly (int Width, int Height) A4 = (794, 1123);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_group_becomes_a_KIM_and_its_seller_s_product_is_public(bool scripts)
    {
        // names that stand early in the list, whatever KIM other journeys leave behind
        var (kim, product) = scripts ? ("KIM Baru Contoh", "Sambal Gami Nila 150 g") : ("KIM Anyar Contoh", "Abon Haruan 100 g");
        await ApplyAsync(kim, scripts);
        await using var chair = await site.VisitorAsync(Telephone, scripts);
        await JoinAsync(chair, await VerifyAsync(kim, scripts), "Ketua Contoh", scripts ? "0812-0000-5101" : "0812-0000-5102");
        await chair.SecureAsync("tiga kata rahasia ketua");
        var cards = await InviteThreeAsync(chair, kim, scripts);

        var stall = await chair.Find("card").First.Locator("b").InnerTextAsync();

        await using var seller = await site.VisitorAsync(Telephone, scripts);
        await JoinAsync(seller, cards[0], "Penjual Baru", scripts ? "0812-0000-5201" : "0812-0000-5202");
        var photo = await Sample.TwelveMegapixelsAsync();
        var watch = Stopwatch.StartNew();
        await GoodsJourneyTests.ListAsync(seller, product, photo, scripts);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));

        await ApproveAsync(chair, product, stall, scripts);
        await using var buyer = await site.VisitorAsync(Telephone, scripts);
        await seller.Page.ReloadAsync();
        var goods = (await seller.Find("public-page").GetAttributeAsync("href"))!;
        await buyer.OpenAsync(goods);
        Assert.Equal(product, await buyer.Page.Locator("h1").InnerTextAsync());
        Assert.True(await buyer.Page.Locator(".gallery img").First.EvaluateAsync<bool>("img => img.decode().then(() => img.naturalWidth > 0)"));

        // and bought, as the KIM opened with the first stall it approved
        Assert.Equal(1, await buyer.Find("add-form").CountAsync());
        await buyer.OpenAsync("/kim");
        Assert.Equal(1, await buyer.Find("kim-card").Filter(new() { HasText = kim }).CountAsync());
        Assert.All(new[] { chair, seller, buyer }, person => Assert.Empty(person.Complaints));
    }

    private async Task ApplyAsync(string kim, bool scripts)
    {
        await using var applicant = await site.VisitorAsync(Telephone, scripts);
        await applicant.OpenAsync("/kim/daftar");
        await applicant.Page.Locator("[name='Input.Name']").FillAsync(kim);
        await applicant.Page.Locator("[name='Input.Village']").FillAsync("Sari Jaya, Sanga Sanga");
        await applicant.Page.Locator("[name='Input.Community']").SelectOptionAsync("kuliner");
        await applicant.Page.Locator("[name='Input.Applicant']").FillAsync("Pengusul Contoh");
        await applicant.Page.Locator("[name='Input.WhatsApp']").FillAsync("0812-0000-5001");
        await applicant.Find("apply").ClickAsync();
        Assert.Equal($"Usulan {kim} sudah masuk", await applicant.Find("application").InnerTextAsync());
        Assert.Empty(applicant.Complaints);
    }

    /// <returns>The link with which the chair comes in.</returns>
    private async Task<string> VerifyAsync(string kim, bool scripts)
    {
        await using var officer = await site.VisitorAsync(Telephone, scripts);
        await officer.SignInAsync(scripts ? site.Officers[0] : site.Officers[1], "**");
        await officer.OpenAsync("/dinas");
        await officer.SecureAsync((scripts ? site.Officers[0] : site.Officers[1]).Password);
        await officer.OpenAsync("/dinas/kim?keadaan=Proposed");
        await officer.Find("register-row").Filter(new() { HasText = kim }).Locator("a").First.ClickAsync();
        await officer.Find("verify").ClickAsync();
        await officer.Find("flash").WaitForAsync();
        await officer.Page.GotoAsync(officer.Page.Url + "/orang");
        await officer.Find("invite").ClickAsync();
        var link = await officer.Find("one-time-address").InnerTextAsync();
        Assert.Empty(officer.Complaints);
        return link;
    }

    private static async Task JoinAsync(Visitor visitor, string link, string name, string phone)
    {
        await visitor.OpenAsync(new Uri(link).AbsolutePath);
        await visitor.Page.Locator("[name='Input.Name']").FillAsync(name);
        await visitor.Page.Locator("[name='Input.Login']").FillAsync(phone);
        await visitor.Page.Locator("[name='Input.Password']").FillAsync("tiga kata rahasia ketua");
        await visitor.Find("join").ClickAsync();
        await visitor.Page.WaitForURLAsync(url => !url.Contains("/undangan/", StringComparison.Ordinal));
    }

    /// <returns>The links on the cards.</returns>
    private static async Task<IReadOnlyList<string>> InviteThreeAsync(Visitor chair, string group, bool scripts)
    {
        await chair.OpenAsync("/kelola/lapak-baru");
        if (scripts)
        {
            await chair.LookAsync("kelola-lapak-baru");
        }

        await chair.Page.Locator("[name='Input.Text']").FillAsync(
            $"1. Dapur {group}; Sari Jaya; 0812-0000-5301\n2. Anyaman {group}\n3. Kebun {group} - 0812 0000 5303");
        await chair.Find("look-shops").ClickAsync();
        await chair.Find("pasted-shop").First.WaitForAsync();
        Assert.Equal(3, await chair.Find("pasted-shop").CountAsync());
        if (scripts)
        {
            await chair.LookAsync("kelola-lapak-baru-isi");
        }

        await chair.Find("make-shops").ClickAsync();
        await chair.Page.WaitForURLAsync("**/kelola/kartu**");
        await chair.Find("make-cards").ClickAsync();
        await chair.Find("card-address").First.WaitForAsync();
        if (scripts)
        {
            await chair.LookAsync("kelola-kartu");
        }

        var links = await chair.Find("card-address").AllInnerTextsAsync();
        Assert.Equal(3, links.Distinct().Count());
        return await OnPaperAsync(chair, links);
    }

    /// <summary>What a camera reads off the printed page, which is what stands beside it.</summary>
    private static async Task<IReadOnlyList<string>> OnPaperAsync(Visitor chair, IReadOnlyList<string> links)
    {
        await chair.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await chair.Page.SetViewportSizeAsync(A4.Width, A4.Height);
        await chair.PhotographAsync("kartu-a4");
        var read = new List<string>();
        foreach (var card in await chair.Find("card").AllAsync())
        {
            Assert.True(await card.EvaluateAsync<bool>("card => card.scrollHeight <= card.clientHeight"), "A card is cut off at its foot.");
            read.Add(await QrReader.ReadAsync(await card.ScreenshotAsync()));
        }

        Assert.Equal(links, read);
        await chair.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await chair.Page.SetViewportSizeAsync(Telephone, 844);
        return read;
    }

    private static async Task ApproveAsync(Visitor chair, string product, string stall, bool scripts)
    {
        await chair.OpenAsync("/kelola/kurasi");
        var card = chair.Find("waiting").Filter(new() { HasText = product });
        if (scripts)
        {
            await chair.LookAsync("kurasi");
            await card.Locator("[data-test=ask-fix] summary").ClickAsync();
            await chair.LookAsync("kurasi-perbaikan");
        }

        // K4: a product is seen and shown in twenty seconds
        var watch = Stopwatch.StartNew();
        await chair.OpenAsync("/kelola/kurasi");
        await card.Locator("img").First.EvaluateAsync("img => img.decode()");
        await card.Locator("[data-test=approve]").ClickAsync();
        await chair.Find("flash").WaitForAsync();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        await chair.OpenAsync("/kelola");
        await chair.Find("stall").Filter(new() { HasText = stall }).Locator("a").ClickAsync();
        await chair.Find("approve-stall").ClickAsync();
        await chair.Find("flash").WaitForAsync();
    }
}
