using System.Net;

namespace Kim.Market.Web.Tests.Orders;

public class OrderPageTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task The_page_says_what_comes_next_and_tells_the_order_from_its_events()
    {
        var amplang = await _cast.Goods(await _cast.Stall("Dapur Jejak"));
        var buyer = await app.BuyerOf(amplang);

        Assert.Equal("Tunggu jawaban Dapur Jejak", buyer.Text("h1"));
        Assert.Equal("Menunggu jawaban", buyer.Text("order-status"));
        Assert.Equal("2 × Amplang Ikan Nila 250 g", buyer.Text("[data-test=order-line] dt"));
        Assert.Equal(["Pesanan dibuat", "Menunggu jawaban penjual"], buyer.Texts("[data-test=timeline-item] b").Take(2));

        var seller = await app.Inbox(amplang.Stall.Owner);
        await seller.Submit("accept-order");
        await (await seller.Visit("/lapak/pesanan?status=diproses")).Submit("ready-order");
        await buyer.Visit(buyer.Path);

        Assert.Equal("Ambil di Balai Sari Jaya, bayar Rp50.000", buyer.Text("h1"));
        Assert.Equal("Siap diambil", buyer.Text("order-status"));

        await (await seller.Visit("/lapak/pesanan?status=siap")).Submit("hand-over");
        await buyer.Visit(buyer.Path);

        Assert.Equal("Pesanan selesai", buyer.Text("h1"));
        Assert.Equal(
            ["Pesanan dibuat", "Penjual menerima pesanan", "Siap diambil", "Barang diserahkan, uang diterima penjual", "Selesai"],
            buyer.Texts("[data-test=timeline-item] b"));
        Assert.Empty(buyer.All("whatsapp-link"));
    }

    [Fact]
    public async Task What_was_ordered_once_goes_into_the_basket_again_at_today_s_price()
    {
        var stall = await _cast.Stall("Dapur Lagi");
        var (amplang, abon) = (await _cast.Goods(stall), await _cast.Goods(stall, "Abon Haruan 100 g", price: 40_000));
        var buyer = app.Visitor();
        await buyer.Put(amplang, 3);
        await buyer.Put(abon);
        await buyer.Order();
        var page = buyer.Path;
        Assert.Null(buyer.Find("order-again"));
        await buyer.Submit("cancel-order");
        await _cast.Price(amplang, 27_000);
        await _cast.Withdraw(abon);

        for (var press = 0; press < 3; press++)
        {
            await (await buyer.Visit(page)).Submit("order-again");
        }

        Assert.Equal("/keranjang", buyer.Path);
        var line = Assert.Single(buyer.All("cart-line"));
        Assert.Contains("Rp81.000", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tidak bisa dimasukkan lagi: Abon Haruan 100 g.", buyer.Text("main"), StringComparison.Ordinal);
        await buyer.Order();
        Assert.StartsWith("/pesanan/", buyer.Path, StringComparison.Ordinal);

        // nobody orders by somebody else's order
        var stranger = await app.BuyerOf(amplang);
        var token = stranger.Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await stranger.Post($"{stranger.Path}/lagi", ("Input.Order", Guid.NewGuid().ToString()), ("__RequestVerificationToken", token));
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    [Fact]
    public async Task WhatsApp_is_offered_only_once_the_order_stands_and_carries_a_key_to_it_alone()
    {
        var buyer = app.Visitor();
        await buyer.Put(await _cast.Goods(await _cast.Stall("Lapak Satu")), 2);
        await buyer.Put(await _cast.Goods(await _cast.Stall("Lapak Dua")));
        await buyer.Visit("/checkout");
        Assert.DoesNotContain("wa.me", buyer.Page.Source.Text, StringComparison.Ordinal);

        await buyer.Submit("place-order", Shopping.Answers());
        var message = Message(buyer.All("whatsapp-link")[0].GetAttribute("href")!);
        var status = new Uri(message[message.LastIndexOf("http", StringComparison.Ordinal)..]);

        Assert.DoesNotContain(buyer.Path, message, StringComparison.Ordinal);

        var reader = await app.Visitor().Visit(status.PathAndQuery);

        Assert.Equal(buyer.Texts("order-number")[0], Assert.Single(reader.All("order-number")).TextContent);
        Assert.Null(reader.Find("buyer"));
        Assert.Null(reader.Find("cancel-order"));
    }

    [Fact]
    public async Task A_seller_without_a_number_gets_a_sentence_instead_of_a_dead_button()
    {
        var buyer = await app.BuyerOf(await _cast.Goods(await _cast.Stall(hasWhatsApp: false)));

        Assert.Empty(buyer.All("whatsapp-link"));
        Assert.StartsWith("Penjual ini belum menaruh nomor WhatsApp.", buyer.Text("no-whatsapp"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_buyer_may_cancel_until_the_seller_has_answered()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), stock: 10);
        var buyer = await app.BuyerOf(amplang);
        Assert.Equal((10, 2), await _cast.StockOf(amplang));

        await buyer.Submit("cancel-order");

        Assert.Equal("Pesanan dibatalkan. Barang kembali ke lapak.", buyer.Text("flash"));
        Assert.Equal("Batal", buyer.Text("order-status"));
        Assert.Equal((10, 0), await _cast.StockOf(amplang));
    }

    [Fact]
    public async Task Cancelling_after_the_seller_answered_is_refused_in_words()
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        var buyer = await app.BuyerOf(amplang);
        await (await app.Inbox(amplang.Stall.Owner)).Submit("accept-order");

        await buyer.Submit("cancel-order");

        Assert.Contains("sudah diterima penjual", buyer.Text("refusal"), StringComparison.Ordinal);
        Assert.Equal("Diterima", buyer.Text("order-status"));
    }

    [Fact]
    public async Task Nobody_cancels_with_a_key_that_does_not_open_the_order()
    {
        var mine = await app.BuyerOf(await _cast.Goods(await _cast.Stall()));
        var other = await _cast.Goods(await _cast.Stall());
        var theirs = await app.BuyerOf(other);

        await mine.Submit("cancel-order", ("Input.Order", theirs.Find("[name='Input.Order']")!.GetAttribute("value")!));

        Assert.Equal(HttpStatusCode.NotFound, mine.Status);
        Assert.Equal((100, 2), await _cast.StockOf(other));
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("..%2F..%2Fetc")]
    [InlineData("0")]
    public async Task An_invented_key_opens_nothing(string token)
    {
        var visitor = await app.Visitor().Visit($"/pesanan/{token}");

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.NotNull(visitor.Find("search-box"));
    }

    [Fact]
    public async Task The_page_stays_with_its_reader()
    {
        var buyer = await app.BuyerOf(await _cast.Goods(await _cast.Stall()));

        Assert.Contains("no-store", buyer.Headers["Cache-Control"].Single(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", buyer.Headers["Referrer-Policy"].Single());
        Assert.Equal("noindex", buyer.Find("meta[name=robots]")?.GetAttribute("content"));
    }

    [Fact]
    public async Task A_browser_finds_its_orders_again_and_a_stranger_does_not()
    {
        var buyer = await app.BuyerOf(await _cast.Goods(await _cast.Stall("Lapak Pertama")));
        await buyer.Put(await _cast.Goods(await _cast.Stall("Lapak Kedua")));
        await buyer.Order();

        await buyer.Visit("/pesanan");
        var stranger = await app.Visitor().Visit("/pesanan");

        Assert.Equal(["Lapak Kedua", "Lapak Pertama"], buyer.Texts("[data-test=own-order] a"));
        Assert.Equal("Belum ada pesanan di perangkat ini", stranger.Text("h1"));
        Assert.Equal(HttpStatusCode.OK, (await buyer.Visit(buyer.Find("[data-test=own-order] a")!.GetAttribute("href")!)).Status);
    }

    [Fact]
    public async Task A_cookie_full_of_nonsense_is_an_empty_list()
    {
        var visitor = app.Visitor();
        visitor.SetCookie("kim_pesanan", "x.y.'drop.AAAAAAAAAAAAAAAAAAAAAA");

        await visitor.Visit("/pesanan");

        Assert.Equal("Belum ada pesanan di perangkat ini", visitor.Text("h1"));
    }

    [Fact]
    public async Task Who_was_erased_is_gone_from_the_page_and_the_order_stays()
    {
        var buyer = await app.BuyerOf(await _cast.Goods(await _cast.Stall()));
        var subject = (await EventSourcing.SqlExtensions.QueryAsync(
            app.Db, $"select buyer_id from orders where number = {buyer.Text("order-number")}", row => row.GetGuid(0), default)).Single();

        await _cast.Erase(subject);
        await buyer.Visit(buyer.Path);

        Assert.StartsWith("Data Anda data pribadi dihapus", buyer.Text("buyer"), StringComparison.Ordinal);
        Assert.Equal("Rp50.000", buyer.Text("order-total"));
        Assert.DoesNotContain("Pembeli Contoh", buyer.Page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_the_page_speaks_English_and_the_message_still_Indonesian()
    {
        var buyer = await app.BuyerOf(await _cast.Goods(await _cast.Stall("Dapur Dua Bahasa")));

        await buyer.Visit("/en" + buyer.Path);

        Assert.Equal("Wait for Dapur Dua Bahasa to answer", buyer.Text("h1"));
        Assert.StartsWith("Halo Dapur Dua Bahasa", Message(buyer.Find("whatsapp-link")!.GetAttribute("href")!), StringComparison.Ordinal);
    }

    private static string Message(string link) => Uri.UnescapeDataString(link[(link.IndexOf("?text=", StringComparison.Ordinal) + 6)..]);
}
