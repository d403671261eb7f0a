using System.Diagnostics;
using Kim.Market.Web.Tests;
using Kim.Market.Web.Tests.Payments;
using Kim.Market.Web.Tests.Printing;
using Microsoft.Playwright;

namespace Kim.Market.Browser.Tests;

/// <summary>
/// One cart of four sellers on a telephone, to its end: one turns it down, the three who are left say yes and are paid by card, by a code on
/// the screen and by transfer; everything is fetched at the market day with one PIN, and a review is written.
/// </summary>
public sealed class ThreeSellersJourneyTests(MarketSite site)
{
    private const int Telephone = 390;
    private const string Name = "Bu Pekan Contoh";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_cart_of_three_sellers_is_paid_in_three_ways_fetched_and_reviewed(bool scripts)
    {
        var fair = await site.FairAsync("Dapur Kartu Contoh", "Kebun Kode Contoh", "Anyaman Bank Contoh", "Warung Habis Contoh");
        await site.OpenMarketDayAsync(fair, 12_000);
        await using var byCard = await SellerAsync(fair.Sellers[0], scripts);
        await using var byCode = await SellerAsync(fair.Sellers[1], scripts);
        await using var byBank = await SellerAsync(fair.Sellers[2], scripts);
        await using var sold = await SellerAsync(fair.Sellers[3], scripts);
        await byCard.TakeCardsAsync(fair.Goods[0].Stall.Slug);
        await HangUpCodeAsync(byCode, fair.Goods[1].Stall.Slug);
        await byBank.TakeTransfersAsync(fair.Goods[2].Stall.Slug);

        await using var buyer = await site.VisitorAsync(Telephone, scripts);
        var day = await OrderAsync(buyer, fair);
        var numbers = new List<string>();
        foreach (var goods in fair.Goods)
        {
            numbers.Add(await Part(buyer, goods.Stall.Name).Locator("[data-test=order-number]").InnerTextAsync());
        }

        foreach (var (seller, number) in new[] { (byCard, numbers[0]), (byCode, numbers[1]), (byBank, numbers[2]) })
        {
            await seller.PressAsync("baru", number, "accept-order");
        }

        await SlipAsync(byBank, numbers[2], fair.Goods[2]);
        await sold.RejectAsync("baru", numbers[3], "OutOfStock");
        await ShareAgainAsync(buyer);
        await PaidByCardAsync(buyer, byCard, numbers[0], fair.Goods[0].Stall.Name, scripts);
        await PaidByCodeAsync(buyer, byCode, numbers[1], fair.Goods[1].Stall.Name);
        await PaidByBankAsync(buyer, byBank, numbers[2]);
        await FetchedAsync(buyer, fair, day, scripts);

        await buyer.Page.ReloadAsync();
        Assert.Equal(["Ditolak", "Selesai", "Selesai", "Selesai"], [.. (await buyer.Find("order-status").AllInnerTextsAsync()).Order()]);
        Assert.Equal("Rp102.000", await buyer.Find("checkout-total").InnerTextAsync()); // what was turned down costs nothing
        await buyer.LookAsync("pekan-selesai");
        await Part(buyer, fair.Goods[1].Stall.Name).Locator("[data-test=review]").ClickAsync();
        await buyer.ReviewAsync(5, "Segar, dan pekannya dekat.");
        await buyer.OpenAsync($"/p/{fair.Goods[1].Slug}");
        Assert.Contains("Segar, dan pekannya dekat.", await buyer.Find("reviews").InnerTextAsync(), StringComparison.Ordinal);
        await buyer.LookAsync("pekan-ulasan");
    }

    private static ILocator Part(Visitor buyer, string stall) => buyer.Find("order").Filter(new() { HasText = stall });

    private async Task<Visitor> SellerAsync((string Phone, string Password) account, bool scripts)
    {
        var seller = await site.VisitorAsync(Telephone, scripts);
        await seller.SignInAsync(account);
        return seller;
    }

    /// <summary>A photo of the paper at the stall is enough; the seller says that the name is theirs.</summary>
    private static async Task HangUpCodeAsync(Visitor seller, string stall)
    {
        await seller.OpenAsync($"/lapak/pembayaran/{stall}");
        await seller.Page.Locator("[name='Input.Photo']").SetInputFilesAsync(
            new FilePayload { Name = "IMG_0002.jpg", MimeType = "image/jpeg", Buffer = await Posters.PhotoAsync(Posters.Stall) });
        await seller.Find("read-qris").ClickAsync();
        await seller.Find("asked").WaitForAsync();
        Assert.Contains("LAPAK KIM CONTOH", await seller.Find("asked").InnerTextAsync(), StringComparison.Ordinal);
        await seller.LookAsync("pekan-qris-cocokkan");
        await seller.Find("keep-qris").ClickAsync();
        await seller.Find("kept").WaitForAsync();
    }

    /// <returns>The day on which it is fetched, as a form names it.</returns>
    private static async Task<string> OrderAsync(Visitor buyer, Fair fair)
    {
        await buyer.TakeAsync([.. fair.Goods]);
        await buyer.NameAsync(Name, "0812-0000-0048");
        var way = buyer.Find("market-choice").Last.Locator("input"); // the later of two dates: the first may close while we look
        var day = (await way.GetAttributeAsync("value"))!;
        await way.CheckAsync();
        await buyer.LookAsync("pekan-kasir");
        await buyer.OrderAsync();
        Assert.Equal(["Rp3.000", "Rp3.000", "Rp3.000", "Rp3.000"], await buyer.Find("order-fee").AllInnerTextsAsync());
        Assert.Equal("Rp152.000", await buyer.Find("checkout-total").InnerTextAsync());
        await buyer.LookAsync("pekan-pesanan");
        return day.Split('-')[2];
    }

    /// <summary>Whoever finds the packing slip on a bag comes back to the order by its code.</summary>
    private static async Task SlipAsync(Visitor seller, string number, Goods goods)
    {
        await seller.OpenAsync("/lapak/pesanan?status=diproses");
        var pdf = await PaperAsync(seller, (await seller.Card(number).Locator("[data-test=slip]").GetAttributeAsync("href"))!);
        Assert.Contains(goods.Name, Assert.Single(PrintedPaper.Read(pdf)));
        var code = new Uri(await QrReader.ReadAsync(await DrawAsync(pdf, "pekan-lembar-kemas")));
        await seller.OpenAsync(code.PathAndQuery);
        Assert.Equal(number, await seller.Find("order-number").InnerTextAsync());
        await seller.LookAsync("pekan-lewat-kode");
    }

    /// <summary>What Stripe says is paid is paid: the seller need not say so, and packs.</summary>
    private static async Task PaidByCardAsync(Visitor buyer, Visitor seller, string number, string stall, bool scripts)
    {
        await buyer.Page.ReloadAsync();
        await buyer.LookAsync("pekan-bayar");
        await buyer.PayByCardAsync(scripts);
        Assert.Contains("menurut Stripe", await Part(buyer, stall).InnerTextAsync(), StringComparison.Ordinal);
        await seller.PressAsync("diproses", number, "ready-order");
    }

    /// <summary>The price of bringing it stays what it was, so the three who are left bear more; the buyer is asked.</summary>
    private static async Task ShareAgainAsync(Visitor buyer)
    {
        await buyer.Page.ReloadAsync();
        Assert.Equal(3, await buyer.Find("asked-share").CountAsync());
        await buyer.LookAsync("pekan-bagi-ulang");
        await buyer.Find("agree-share").ClickAsync();
        await buyer.Find("agree-share").GoneAsync();
        Assert.Equal(3, (await buyer.Find("order-fee").AllInnerTextsAsync()).Count(fee => fee == "Rp4.000"));
    }

    private static async Task PaidByCodeAsync(Visitor buyer, Visitor seller, string number, string stall)
    {
        var part = Part(buyer, stall);
        Assert.Equal("Rp34.000", await part.Locator("[data-test=pay-amount]").InnerTextAsync());
        Assert.Equal(Posters.Stall, await QrReader.ReadAsync(await part.Locator("[data-test=qris-code]").ScreenshotAsync()));
        await seller.OpenAsync("/lapak/pesanan?status=diproses");
        await seller.Card(number).Locator("[data-test=state-paid]").ClickAsync();
        await seller.Card(number).Locator("[data-test=state-paid]").GoneAsync();
        await seller.PressAsync("diproses", number, "ready-order");
    }

    private static async Task PaidByBankAsync(Visitor buyer, Visitor seller, string number)
    {
        await buyer.Page.ReloadAsync();
        Assert.Matches("^Rp44\\.0[0-9]{2}$", await buyer.Find("transfer-amount").InnerTextAsync()); // with the code of its own
        await buyer.SendProofAsync("amplang-toples.webp");
        await seller.OpenAsync("/lapak/pesanan?status=diproses");
        await seller.Card(number).Locator("[data-test=proof]").WaitForAsync();
        await seller.LookAsync("pekan-bukti");
        await seller.Card(number).Locator("[data-test=state-paid]").ClickAsync();
        await seller.Card(number).Locator("[data-test=state-paid]").GoneAsync();
        await seller.PressAsync("diproses", number, "ready-order");
    }

    private async Task FetchedAsync(Visitor buyer, Fair fair, string day, bool scripts)
    {
        await using var keeper = await site.VisitorAsync(Telephone, scripts);
        await keeper.SignInAsync(fair.Keeper, "**");
        await keeper.OpenAsync("/kelola/hari-pasar");
        await keeper.LookAsync("pekan-kelola");
        await keeper.Page.Locator($"[data-test=open-date][href$='{day[..4]}-{day[4..6]}-{day[6..]}']").ClickAsync();
        await keeper.Find("market-buyer").WaitForAsync();
        await PackAsync(keeper, fair);
        await buyer.Page.ReloadAsync();
        await buyer.LookAsync("pekan-siap");
        var pin = string.Concat((await buyer.Find("pin").InnerTextAsync()).Where(char.IsAsciiDigit));
        await keeper.Page.Locator("[name='Input.Pin']").FillAsync(pin);
        Assert.True(await keeper.Page.Locator("[name='Input.Pin']").EvaluateAsync<bool>("field => field.scrollWidth <= field.clientWidth"), "The PIN is cut off.");
        await keeper.LookAsync("pekan-meja");
        await keeper.Find("hand-over").ClickAsync();
        await keeper.Find("served").WaitForAsync();
        Assert.Contains("Tidak ada uang tunai", await keeper.Find("flash").InnerTextAsync(), StringComparison.Ordinal);
        await keeper.LookAsync("pekan-terambil");
    }

    /// <summary>The packing list as it comes out of the printer: one sheet for the one buyer, without what was turned down.</summary>
    private static async Task PackAsync(Visitor keeper, Fair fair)
    {
        var pdf = await PaperAsync(keeper, (await keeper.Find("packing").GetAttributeAsync("href"))!);
        var sheet = string.Join('\n', Assert.Single(PrintedPaper.Read(pdf)));
        Assert.Contains(Name, sheet, StringComparison.Ordinal);
        Assert.All(fair.Goods.Take(3), goods => Assert.Contains(goods.Name, sheet, StringComparison.Ordinal));
        Assert.DoesNotContain(fair.Goods[3].Name, sheet, StringComparison.Ordinal);
        await DrawAsync(pdf, "pekan-daftar-bungkus");
    }

    private static async Task<byte[]> PaperAsync(Visitor visitor, string address)
    {
        var answer = await visitor.Page.Context.APIRequest.GetAsync(new Uri(new(visitor.Page.Url), address).AbsoluteUri);
        Assert.Equal("application/pdf", answer.Headers["content-type"]);
        return await answer.BodyAsync();
    }

    // A reader that somebody else has written draws it, for people and cameras to look at.
    private static async Task<byte[]> DrawAsync(byte[] pdf, string name)
    {
        var screens = Path.Combine(AppContext.BaseDirectory, "screens");
        Directory.CreateDirectory(screens);
        await File.WriteAllBytesAsync(Path.Combine(screens, $"{name}.pdf"), pdf);
        using var vips = Process.Start(new ProcessStartInfo("vips", ["pdfload", $"{name}.pdf", $"{name}.png", "--dpi", "144"]) { WorkingDirectory = screens })!;
        await vips.WaitForExitAsync();
        Assert.Equal(0, vips.ExitCode);
        return await File.ReadAllBytesAsync(Path.Combine(screens, $"{name}.png"));
    }
}
