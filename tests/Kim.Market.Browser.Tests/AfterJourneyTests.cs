using Microsoft.Playwright;

namespace Kim.Market.Browser.Tests;

/// <summary>After "ready": it is sent, something is wrong with it, the two settle it, and the buyer says what they think of it.</summary>
public sealed class AfterJourneyTests(MarketSite site)
{
    [Fact]
    public async Task What_was_sent_is_complained_of_settled_and_reviewed()
    {
        await using var buyer = await site.VisitorAsync(390);
        await buyer.OpenAsync($"/p/{site.Amplang.Slug}");
        await buyer.Shown("add-to-cart").ClickAsync();
        await buyer.OpenAsync("/checkout");
        await buyer.Page.Locator("[name='Input.Name']").FillAsync("Pembeli Kiriman");
        await buyer.Page.Locator("[name='Input.WhatsApp']").FillAsync("0812-0000-0047");
        await buyer.Page.Locator("[name='Input.Handover'][value=Delivery]").CheckAsync();
        await buyer.Page.Locator("[name='Input.Address']").FillAsync("Gg. Contoh RT 01");
        await buyer.Shown("place-order").ClickAsync();
        await buyer.Page.WaitForURLAsync("**/pesanan/*");
        var (order, number) = (buyer.Page.Url, await buyer.Find("order-number").InnerTextAsync());

        await using var seller = await site.VisitorAsync(390);
        await seller.OpenAsync("/masuk");
        await seller.Page.Locator("[name='Input.Login']").FillAsync(site.Seller.Phone);
        await seller.Page.Locator("[name='Input.Password']").FillAsync(site.Seller.Password);
        await seller.Page.Locator("[name='Input.Password']").PressAsync("Enter");
        await seller.Page.WaitForURLAsync("**/lapak/pesanan**");
        await PressAsync(seller, "baru", number, "accept-order");
        await PressAsync(seller, "diproses", number, "ready-order");
        await seller.OpenAsync("/lapak/pesanan?status=siap");
        var card = seller.Find("inbox-order").Filter(new() { HasText = number });
        await card.Locator("[data-test=ship] summary").ClickAsync();
        await card.Locator("[name='Input.How']").FillAsync("Titip speedboat, sampai Rabu");
        await card.Locator("[name='Input.Bill']").FillAsync("JX 3301245567");
        await seller.PhotographAsync("lapak-kirim");
        await LookAsync(seller);
        await card.Locator("[data-test=ship-order]").ClickAsync();
        await card.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await seller.OpenAsync("/lapak/pesanan?status=dikirim");
        await seller.PhotographAsync("lapak-dikirim");
        await LookAsync(seller);

        await buyer.Page.ReloadAsync();
        await buyer.Find("received").WaitForAsync();
        await buyer.PhotographAsync("pesanan-dikirim");
        await LookAsync(buyer);
        await buyer.Find("complain").ClickAsync();
        await buyer.Page.Locator("[name='Input.Kind'][value=Damaged]").CheckAsync();
        await buyer.Page.Locator("[name='Input.Words']").FillAsync("Satu bungkus sobek waktu dibuka.");
        await buyer.Page.Locator("[name='Input.Photos']").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "seeds", "pictures", "amplang-bungkus.webp"));
        await buyer.PhotographAsync("keluhan-tulis");
        await LookAsync(buyer);
        await buyer.Find("send-complaint").ClickAsync();
        await buyer.Find("case").WaitForAsync();

        await seller.OpenAsync("/lapak/keluhan");
        var complaint = seller.Find("complaint").Filter(new() { HasText = number });
        await complaint.Locator("[name='Input.Remedy'][value=Replace]").CheckAsync();
        await complaint.Locator("[name='Input.Words']").FillAsync("Maaf, yang sobek kami ganti.");
        await seller.PhotographAsync("lapak-keluhan");
        await LookAsync(seller);
        await complaint.Locator("[data-test=say]").ClickAsync();
        await seller.Find("said-remedy").First.WaitForAsync();

        await buyer.Page.ReloadAsync();
        await buyer.PhotographAsync("keluhan-terjawab");
        await LookAsync(buyer);
        await buyer.Find("settle").ClickAsync();
        await buyer.Find("settle").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await buyer.Page.GotoAsync(order);
        await buyer.PhotographAsync("pesanan-selesai");
        await LookAsync(buyer);
        await buyer.Find("review").ClickAsync();
        await buyer.Page.Locator("[name='Input.Stars'][value='4']").CheckAsync(new() { Force = true });
        await buyer.Page.Locator("[name='Input.Words']").FillAsync("Renyah, penjualnya cepat menjawab.");
        await buyer.PhotographAsync("ulasan-tulis");
        await LookAsync(buyer);
        await buyer.Find("give-review").ClickAsync();
        await buyer.Page.Locator("[role=status], [data-test=flash]").First.WaitForAsync();

        await buyer.OpenAsync($"/p/{site.Amplang.Slug}");
        await buyer.Find("reviews").WaitForAsync();
        await buyer.PhotographAsync("produk-ulasan");
        await LookAsync(buyer);
        await buyer.OpenAsync($"/p/{site.Amplang.Slug}/ulasan");
        await buyer.PhotographAsync("ulasan");
        await LookAsync(buyer);
        await seller.OpenAsync("/lapak/ulasan");
        await seller.PhotographAsync("lapak-ulasan");
        await LookAsync(seller);
    }

    private static async Task PressAsync(Visitor seller, string drawer, string number, string button)
    {
        await seller.OpenAsync($"/lapak/pesanan?status={drawer}");
        var card = seller.Find("inbox-order").Filter(new() { HasText = number });
        await card.Locator($"[data-test={button}]").ClickAsync();
        await card.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static async Task LookAsync(Visitor visitor)
    {
        Assert.True(await visitor.FitsAsync());
        Assert.Empty(visitor.Complaints);
        Assert.Empty(await visitor.BarriersAsync());
    }
}
