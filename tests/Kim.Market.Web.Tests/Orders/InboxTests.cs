using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;

namespace Kim.Market.Web.Tests.Orders;

public class InboxTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task A_seller_takes_an_order_from_the_door_to_the_end_one_press_at_a_time()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), stock: 10);
        await app.BuyerOf(amplang, quantity: 4);
        var seller = await app.Inbox(amplang.Stall.Owner);
        Assert.Equal("1 pesanan menunggu jawaban", seller.Text("h1"));

        await seller.Submit("accept-order");
        Assert.Equal("Diterima. Pembeli melihatnya di halaman pesanannya.", seller.Text("flash"));
        Assert.Equal("0 pesanan menunggu jawaban", seller.Text("h1"));

        await seller.Visit("/lapak/pesanan?status=diproses");
        await seller.Submit("ready-order");
        await seller.Visit("/lapak/pesanan?status=siap");
        await seller.Submit("hand-over");

        Assert.Equal((6, 0), await _cast.StockOf(amplang));
        Assert.Equal("Selesai", (await seller.Visit("/lapak/pesanan?status=selesai")).Text("order-status"));
        Assert.Equal(
            ["Pesanan dibuat", "Penjual menerima pesanan", "Siap diambil", "Barang diserahkan, uang diterima penjual", "Selesai"],
            seller.Texts("[data-test=timeline-item] b"));
    }

    [Fact]
    public async Task A_card_says_all_that_is_needed_to_answer()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), stock: 34);
        var buyer = app.Visitor();
        await buyer.Put(amplang, 4);
        await buyer.Visit("/checkout");
        await buyer.Submit("checkout-form", [.. Shopping.Answers("Delivery"), ("Input.Note", "Bungkus dua-dua")]);

        var seller = await app.Inbox(amplang.Stall.Owner);

        Assert.Equal(buyer.Text("order-number"), seller.Text("order-number"));
        Assert.Equal("Jawab dalam 23 jam", seller.Text("deadline"));
        Assert.Equal("4 × Amplang Ikan Nila 250 g", seller.Text("[data-test=inbox-order] .lines b"));
        Assert.Equal("Sisa stok setelah ini: 30 bungkus", seller.Text("[data-test=inbox-order] .lines small"));
        Assert.Equal("Rp112.000", seller.Text("order-total"));
        Assert.Equal("Pembeli Contoh", seller.Text("buyer-name"));
        Assert.Equal("0812-****-001", seller.Text("[data-test=buyer-whatsapp] summary"));
        Assert.Equal("https://wa.me/6281200000001", seller.Find("[data-test=buyer-whatsapp] a")?.GetAttribute("href"));
        Assert.Equal("“Bungkus dua-dua”", seller.Text("note"));
        Assert.Contains("Gg. Contoh RT 01, dekat pasar", seller.Text("inbox-order"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turning_an_order_down_needs_a_reason_and_gives_the_goods_back()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), stock: 10);
        var buyer = await app.BuyerOf(amplang);

        await (await app.Inbox(amplang.Stall.Owner)).Submit("reject-order", ("Input.Reason", "Closed"));
        await buyer.Visit(buyer.Path);

        Assert.Equal("Ditolak", buyer.Text("order-status"));
        Assert.Contains("Sedang tutup", buyer.Texts("timeline-item")[^1], StringComparison.Ordinal);
        Assert.Equal((10, 0), await _cast.StockOf(amplang));
    }

    [Fact]
    public async Task Two_tabs_that_disagree_are_told_so_and_what_was_said_first_holds()
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        var buyer = await app.BuyerOf(amplang);
        var one = await app.Inbox(amplang.Stall.Owner);
        var two = await app.Inbox(amplang.Stall.Owner);

        await one.Submit("accept-order");
        await two.Submit("reject-order");

        Assert.Equal(
            "Ada yang berubah sejak halaman ini dibuka. Periksa sekali lagi, lalu tekan lagi.",
            two.Text("[data-test=inbox-order] [data-test=refusal]"));
        Assert.Equal("Diterima", two.Text("order-status"));
        Assert.Equal("Diterima", (await buyer.Visit(buyer.Path)).Text("order-status"));
    }

    [Fact]
    public async Task The_same_press_twice_is_one_answer()
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        var buyer = await app.BuyerOf(amplang);
        var one = await app.Inbox(amplang.Stall.Owner);
        var two = await app.Inbox(amplang.Stall.Owner);

        await Task.WhenAll(one.Submit("accept-order"), two.Submit("accept-order"));

        Assert.Single((await buyer.Visit(buyer.Path)).Texts("[data-test=timeline-item] b"), "Penjual menerima pesanan");
    }

    [Fact]
    public async Task A_stranger_with_a_stall_sees_and_moves_nothing_of_another()
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        await app.BuyerOf(amplang);
        var owner = await app.Inbox(amplang.Stall.Owner);
        var other = await _cast.Goods(await _cast.Stall());
        await app.BuyerOf(other);
        var stranger = await app.Inbox(other.Stall.Owner);
        Assert.NotEqual(owner.Text("order-number"), stranger.Text("order-number"));

        await stranger.Submit("accept-order", ("Input.Order", owner.Find("[name='Input.Order']")!.GetAttribute("value")!));

        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        Assert.Equal("1 pesanan menunggu jawaban", (await owner.Visit("/lapak/pesanan")).Text("h1"));
    }

    [Fact]
    public async Task Staff_answer_like_owners_and_people_without_a_stall_find_none()
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        await app.BuyerOf(amplang);
        var staff = Id<Member>.New();
        await _cast.Employ(amplang.Stall.Id, staff, BusinessRole.Staff);

        Assert.Equal("1 pesanan menunggu jawaban", (await app.Inbox(staff)).Text("h1"));
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Inbox(Id<Member>.New())).Status);
        Assert.StartsWith("/masuk", (await app.Visitor().Visit("/lapak/pesanan")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_inbox_is_paged_without_losing_or_repeating_an_order()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), stock: 100);
        for (var n = 0; n < 23; n++)
        {
            await app.BuyerOf(amplang, quantity: 1);
        }

        var seller = await app.Inbox(amplang.Stall.Owner);
        var first = seller.Texts("order-number");
        await seller.Visit(seller.Find("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(20, first.Count);
        Assert.Equal(23, first.Concat(seller.Texts("order-number")).Distinct().Count());
        Assert.Null(seller.Find("a[rel=next]"));
    }

    [Theory]
    [InlineData("?status=apa-ini")]
    [InlineData("?status=baru&sesudah=omong-kosong")]
    [InlineData("?sesudah=99999999999999999999-00000000000000000000000000000000")]
    public async Task An_odd_address_is_the_first_page(string query)
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        await app.BuyerOf(amplang);

        var seller = await app.As(amplang.Stall.Owner).Visit("/lapak/pesanan" + query);

        Assert.Single(seller.All("inbox-order"));
    }

    [Theory]
    [InlineData("Input.Order", "bukan-guid", HttpStatusCode.NotFound)]
    [InlineData("Input.Version", "banyak", HttpStatusCode.OK)]
    [InlineData("__RequestVerificationToken", "forged", HttpStatusCode.BadRequest)]
    public async Task A_tampered_form_moves_nothing(string field, string value, HttpStatusCode status)
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        await app.BuyerOf(amplang);
        var seller = await app.Inbox(amplang.Stall.Owner);

        await seller.Submit("accept-order", (field, value));

        Assert.Equal(status, seller.Status);
        Assert.Equal("1 pesanan menunggu jawaban", (await seller.Visit("/lapak/pesanan")).Text("h1"));
    }

    [Fact]
    public async Task When_it_is_over_the_buyers_number_and_address_are_no_longer_shown()
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        await app.BuyerOf(amplang, handover: "Delivery");
        var seller = await app.Inbox(amplang.Stall.Owner);

        await seller.Submit("reject-order");
        await seller.Visit("/lapak/pesanan?status=selesai");

        Assert.Equal("Pembeli Contoh", seller.Text("buyer-name"));
        Assert.Null(seller.Find("buyer-whatsapp"));
        Assert.DoesNotContain("Gg. Contoh", seller.Text("inbox-order"), StringComparison.Ordinal);
    }
}
