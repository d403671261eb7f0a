namespace Kim.Market.Browser.Tests;

/// <summary>What is told, and the pages on which one chooses how.</summary>
public sealed class NewsPagesTests(MarketSite site)
{
    [Fact]
    public async Task A_buyer_and_a_seller_find_out_what_happened_and_choose_how_they_hear_of_it()
    {
        await using var buyer = await site.VisitorAsync(390);
        await buyer.OpenAsync($"/p/{site.Bread.Slug}");
        await buyer.Shown("add-to-cart").ClickAsync();
        await buyer.OpenAsync("/checkout");
        await buyer.Page.Locator("[name='Input.Name']").FillAsync("Pembeli Contoh");
        await buyer.Page.Locator("[name='Input.WhatsApp']").FillAsync("0812-0000-0044");
        await buyer.Shown("place-order").ClickAsync();
        await buyer.Page.WaitForURLAsync("**/pesanan/*");
        Assert.True(await buyer.Find("push-form").IsVisibleAsync());
        await buyer.Find("order-news-link").ClickAsync();
        await buyer.Page.WaitForURLAsync("**/kabar");
        await LookAsync(buyer, "pesanan-kabar");

        await using var seller = await SignedInAsync(site.Baker);
        await seller.OpenAsync("/lapak/pesanan");
        for (var i = 0; i < 20 && !await seller.Find("unread").IsVisibleAsync(); i++)
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            await seller.OpenAsync("/lapak/pesanan");
        }

        await LookAsync(seller, "lapak-lonceng");
        await seller.Find("bell").ClickAsync();
        await LookAsync(seller, "kabar");
        await seller.OpenAsync("/akun/kabar/atur");
        await LookAsync(seller, "kabar-atur");
    }

    private static async Task LookAsync(Visitor visitor, string name)
    {
        await visitor.PhotographAsync(name);
        Assert.True(await visitor.FitsAsync(), name);
        Assert.Empty(await visitor.BarriersAsync());
    }

    private async Task<Visitor> SignedInAsync((string Phone, string Password) account)
    {
        var visitor = await site.VisitorAsync(390);
        await visitor.OpenAsync("/masuk");
        await visitor.Page.Locator("[name='Input.Login']").FillAsync(account.Phone);
        await visitor.Page.Locator("[name='Input.Password']").FillAsync(account.Password);
        await visitor.Shown("sign-in").ClickAsync();
        await visitor.Page.WaitForLoadStateAsync();
        return visitor;
    }
}
