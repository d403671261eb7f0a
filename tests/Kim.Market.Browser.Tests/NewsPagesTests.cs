namespace Kim.Market.Browser.Tests;

/// <summary>What is told, and the pages on which one chooses how.</summary>
public sealed class NewsPagesTests(MarketSite site)
{
    [Fact]
    public async Task A_buyer_and_a_seller_find_out_what_happened_and_choose_how_they_hear_of_it()
    {
        await using var buyer = await site.VisitorAsync(390);
        await buyer.TakeAsync(site.Bread);
        await buyer.NameAsync("Pembeli Contoh", "0812-0000-0044");
        await buyer.OrderAsync();
        Assert.True(await buyer.Find("push-form").IsVisibleAsync());
        await buyer.Find("order-news-link").ClickAsync();
        await buyer.Page.WaitForURLAsync("**/kabar");
        await buyer.LookAsync("pesanan-kabar");

        await using var seller = await site.VisitorAsync(390);
        await seller.SignInAsync(site.Baker);
        for (var i = 0; i < 20 && !await seller.Find("unread").IsVisibleAsync(); i++)
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            await seller.OpenAsync("/lapak/pesanan");
        }

        await seller.LookAsync("lapak-lonceng");
        await seller.Find("bell").ClickAsync();
        await seller.LookAsync("kabar");
        await seller.OpenAsync("/akun/kabar/atur");
        await seller.LookAsync("kabar-atur");
    }

    [Fact]
    public async Task Whoever_got_a_letter_says_yes_to_more_or_ends_it()
    {
        await using var somebody = await site.VisitorAsync(1280);
        await somebody.OpenAsync(await site.LetterAsync());
        await somebody.LookAsync("surat");
        await somebody.WidenAsync(390);
        await somebody.LookAsync("surat");
        await somebody.Find("letter-yes").ClickAsync();
        await somebody.Find("letter-yes").GoneAsync();
        await somebody.LookAsync("surat-ya");
        await somebody.Find("letter-stop").ClickAsync();
        Assert.Contains("Alamat Anda sudah dihapus", await somebody.Find("flash").InnerTextAsync(), StringComparison.Ordinal);
    }
}
