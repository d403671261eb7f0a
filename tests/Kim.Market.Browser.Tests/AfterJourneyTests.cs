namespace Kim.Market.Browser.Tests;

/// <summary>After "ready": it is sent, something is wrong with it, the two settle it, and the buyer says what they think of it.</summary>
public sealed class AfterJourneyTests(MarketSite site)
{
    [Fact]
    public async Task What_was_sent_is_complained_of_settled_and_reviewed()
    {
        await using var buyer = await site.VisitorAsync(390);
        await buyer.TakeAsync(site.Amplang);
        await buyer.NameAsync("Pembeli Kiriman", "0812-0000-0047");
        await buyer.Page.Locator("[name='Input.Handover'][value=Delivery]").CheckAsync();
        await buyer.Page.Locator("[name='Input.Address']").FillAsync("Gg. Contoh RT 01");
        await buyer.OrderAsync();
        var (order, number) = (buyer.Page.Url, await buyer.Find("order-number").InnerTextAsync());

        await using var seller = await site.VisitorAsync(390);
        await seller.SignInAsync(site.Seller);
        await seller.PressAsync("baru", number, "accept-order");
        await seller.PressAsync("diproses", number, "ready-order");
        await seller.OpenAsync("/lapak/pesanan?status=siap");
        var card = seller.Card(number);
        await card.Locator("[data-test=ship] summary").ClickAsync();
        await card.Locator("[name='Input.How']").FillAsync("Titip speedboat, sampai Rabu");
        await card.Locator("[name='Input.Bill']").FillAsync("JX 3301245567");
        await seller.LookAsync("lapak-kirim");
        await card.Locator("[data-test=ship-order]").ClickAsync();
        await card.GoneAsync();
        await seller.OpenAsync("/lapak/pesanan?status=dikirim");
        await seller.LookAsync("lapak-dikirim");

        await buyer.Page.ReloadAsync();
        await buyer.Find("received").WaitForAsync();
        await buyer.LookAsync("pesanan-dikirim");
        await buyer.Find("complain").ClickAsync();
        await buyer.Page.Locator("[name='Input.Kind'][value=Damaged]").CheckAsync();
        await buyer.Page.Locator("[name='Input.Words']").FillAsync("Satu bungkus sobek waktu dibuka.");
        await buyer.Page.Locator("[name='Input.Photos']").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "seeds", "pictures", "amplang-bungkus.webp"));
        await buyer.LookAsync("keluhan-tulis");
        await buyer.Find("send-complaint").ClickAsync();
        await buyer.Find("case").WaitForAsync();

        await seller.OpenAsync("/lapak/keluhan");
        var complaint = seller.Find("complaint").Filter(new() { HasText = number });
        await complaint.Locator("[name='Input.Remedy'][value=Replace]").CheckAsync();
        await complaint.Locator("[name='Input.Words']").FillAsync("Maaf, yang sobek kami ganti.");
        await seller.LookAsync("lapak-keluhan");
        await complaint.Locator("[data-test=say]").ClickAsync();
        await seller.Find("said-remedy").First.WaitForAsync();

        await buyer.Page.ReloadAsync();
        await buyer.LookAsync("keluhan-terjawab");
        await buyer.Find("settle").ClickAsync();
        await buyer.Find("settle").GoneAsync();

        await buyer.Page.GotoAsync(order);
        await buyer.LookAsync("pesanan-selesai");
        await buyer.Find("review").ClickAsync();
        await buyer.ReviewAsync(4, "Renyah, penjualnya cepat menjawab.");

        await buyer.OpenAsync($"/p/{site.Amplang.Slug}");
        await buyer.Find("reviews").WaitForAsync();
        await buyer.LookAsync("produk-ulasan");
        await buyer.OpenAsync($"/p/{site.Amplang.Slug}/ulasan");
        await buyer.LookAsync("ulasan");
        await seller.OpenAsync("/lapak/ulasan");
        await seller.LookAsync("lapak-ulasan");
    }
}
