using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Stocks;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Delivery;

public class QuotedOrderTests(MarketApp app)
{
    private const string Far = "Manggar, Balikpapan Timur";

    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task A_place_without_a_price_awaits_the_sellers_word_and_the_buyers_yes()
    {
        var amplang = await Goods("Lapak Jauh");
        var buyer = await Ordered(amplang);

        Assert.Equal("Tunggu Lapak Jauh menyebut ongkirnya", buyer.Text("h1"));
        Assert.Equal("Menunggu ongkir", buyer.Text("order-status"));
        Assert.Equal("Rp50.000 + ongkir", buyer.Text("order-total"));
        Assert.Null(buyer.Find("agree-quote"));
        Assert.Contains("Menunggu penjual menyebut ongkir", buyer.Text("[data-test=timeline-item][aria-current], [data-test=timeline-item]:nth-child(2)"), StringComparison.Ordinal);
        Assert.Equal((100, 2), await _cast.StockOf(amplang));

        var seller = await app.Inbox(amplang.Stall.Owner);
        Assert.Equal("1 pesanan menunggu jawaban", seller.Text("h1"));
        Assert.Equal("Jawab dalam 47 jam", seller.Text("deadline"));
        Assert.Null(seller.Find("accept-order"));
        Assert.Contains("Kel. Manggar", seller.Text("buyer-address"), StringComparison.Ordinal);
        await seller.Submit("send-quote", ("Input.Fee", "30.000"), ("Input.How", "Titip speedboat, sampai Rabu"));
        Assert.Contains("Ongkir terkirim", seller.Text("flash"), StringComparison.Ordinal);

        await buyer.Visit(buyer.Path);
        Assert.Equal("Ongkir dari Lapak Jauh: Rp30.000. Setuju?", buyer.Text("h1"));
        Assert.Equal("Rp80.000", buyer.Text("order-total"));
        Assert.Equal("Titip speedboat, sampai Rabu", buyer.Text("quote-how"));
        await buyer.Submit("agree-quote");
        Assert.Equal("Lapak Jauh sedang menyiapkan pesanan Anda", buyer.Text("h1"));
        Assert.Equal("Rp80.000", buyer.Text("order-total"));

        await seller.Visit("/lapak/pesanan?status=diproses");
        Assert.Equal("Rp80.000", seller.Text("order-total"));
        await seller.Submit("ready-order");
        await (await seller.Visit("/lapak/pesanan?status=siap")).Submit("hand-over");
        Assert.Equal((98, 0), await _cast.StockOf(amplang));
        Assert.Equal(
            ["Pesanan dibuat", "Penjual menyebut ongkir", "Pembeli menyetujui ongkir", "Siap diantar", "Barang diserahkan, uang diterima penjual", "Selesai"],
            (await buyer.Visit(buyer.Path)).Texts("[data-test=timeline-item] b"));
    }

    [Fact]
    public async Task The_button_tells_that_the_price_is_open_and_no_chat_says_otherwise()
    {
        var amplang = await Goods("Lapak Titip");
        var buyer = await AtTheTill(amplang);

        Assert.Equal("Lapak Titip: ongkir dikonfirmasi penjual setelah dipesan. Anda menyetujuinya dulu, baru pesanan diteruskan.", buyer.Text("delivery-offer"));
        Assert.Equal("Rp50.000 + ongkir", buyer.Text("[data-test=checkout-total] .if-delivery"));
        await buyer.Submit("place-order", Shopping.Answers("Delivery"));

        var message = Uri.UnescapeDataString(buyer.Find("whatsapp-link")!.GetAttribute("href")!);
        Assert.Contains("Ongkir: mohon dikonfirmasi\nTotal: Rp50.000 + ongkir\nMohon diantar.", message, StringComparison.Ordinal);
        Assert.Contains("Rp50.000 + ongkir", (await buyer.Visit("/pesanan")).Text("own-order"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_that_was_named_meanwhile_is_looked_at_before_anybody_waits_for_one()
    {
        var amplang = await Goods();
        var buyer = await AtTheTill(amplang);
        await _cast.Rate(amplang.Stall, "64.71", 0);

        await buyer.Submit("place-order", Shopping.Answers("Delivery"));

        Assert.NotNull(buyer.Find("cart-moved"));
        Assert.Equal((100, 0), await _cast.StockOf(amplang));
    }

    [Fact]
    public async Task A_buyer_agrees_to_the_price_they_saw_and_to_no_other()
    {
        var amplang = await Goods();
        var buyer = await Ordered(amplang);
        await (await app.Inbox(amplang.Stall.Owner)).Submit("send-quote", ("Input.Fee", "30.000"));
        await buyer.Visit(buyer.Path);
        var seller = await app.Inbox(amplang.Stall.Owner, "diproses");
        Assert.Contains("Menunggu pembeli setuju", seller.Text("awaits-buyer"), StringComparison.Ordinal);
        await seller.Submit("send-quote", ("Input.Fee", "45.000"));

        await buyer.Submit("agree-quote");

        Assert.Equal("Ada yang berubah sejak halaman ini dibuka. Periksa sekali lagi, lalu tekan lagi.", buyer.Text("refusal"));
        Assert.Equal("Ongkir dari Dapur Contoh: Rp45.000. Setuju?", buyer.Text("h1"));
        await buyer.Submit("agree-quote");
        Assert.Equal("Rp95.000", buyer.Text("order-total"));
    }

    [Fact]
    public async Task When_price_and_yes_cross_one_of_them_wins_and_the_total_is_its()
    {
        var amplang = await Goods();
        var buyer = await Ordered(amplang);
        await (await app.Inbox(amplang.Stall.Owner)).Submit("send-quote", ("Input.Fee", "30.000"));
        await buyer.Visit(buyer.Path);
        var sellers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.Inbox(amplang.Stall.Owner, "diproses")));

        await Task.WhenAll([.. sellers.Select((seller, n) => seller.Submit("send-quote", ("Input.Fee", $"4{n}.000"))), .. Enumerable.Range(0, 3).Select(_ => Agree(buyer))]);

        var events = await EventsAsync(amplang.Stall);
        var agreed = events.FindAll(happened => happened.Type == "delivery_quote_agreed");
        var (fee, total) = (await app.Db.QueryAsync(
            $"select fee, total, goods from orders where business_id = {amplang.Stall.Id.Value}", row => (row.GetInt64(0), row.GetInt64(1)), default)).Single();
        Assert.True(agreed.Count <= 1);
        Assert.Equal(50_000 + fee, total);
        Assert.Equal(agreed.Count == 1 ? 30_000 : 0, fee);
        Assert.Equal(3, events.Count);
    }

    [Fact]
    public async Task No_means_no_and_the_goods_return()
    {
        var amplang = await Goods();
        var buyer = await Ordered(amplang);
        await (await app.Inbox(amplang.Stall.Owner)).Submit("send-quote", ("Input.Fee", "30.000"));

        await (await buyer.Visit(buyer.Path)).Submit("cancel-order");

        Assert.Equal("Pesanan Anda batalkan", buyer.Text("h1"));
        Assert.Equal((100, 0), await _cast.StockOf(amplang));
        Assert.DoesNotContain(
            await app.Services.GetRequiredService<StockCheck>().DifferencesAsync(TestContext.Current.CancellationToken), found => found.ProductId == amplang.Id.Value);

        var other = await Goods();
        await Ordered(other);
        await (await app.Inbox(other.Stall.Owner)).Submit("reject-order", ("Input.Reason", "CannotDeliver"));
        Assert.Equal((100, 0), await _cast.StockOf(other));
    }

    [Theory]
    [InlineData("Input.Fee", "", "Tulis ongkirnya dalam rupiah")]
    [InlineData("Input.Fee", "banyak", "")]
    [InlineData("Input.Fee", "-1", "")]
    [InlineData("Input.How", "sopir 0812-3456-7890", "Jangan tulis nomor telepon")]
    public async Task A_price_that_makes_no_sense_reaches_nobody_and_stays_in_the_form(string field, string value, string sentence)
    {
        var amplang = await Goods();
        await Ordered(amplang);
        var seller = await app.Inbox(amplang.Stall.Owner);

        await seller.Submit("send-quote", [.. new[] { ("Input.Fee", "30.000"), ("Input.How", "Travel") }.Where(answer => answer.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.OK, seller.Status);
        Assert.Contains(sentence, seller.Text("[data-test=inbox-order] [data-test=refusal]"), StringComparison.Ordinal);
        Assert.Equal(value, seller.Find($"[data-test=quote-form] [name='{field}']")?.GetAttribute("value"));
        Assert.Single(await EventsAsync(amplang.Stall));
    }

    [Fact]
    public async Task Only_the_buyer_agrees_and_only_who_works_there_names_a_price()
    {
        var amplang = await Goods();
        var buyer = await Ordered(amplang);
        var chat = Uri.UnescapeDataString(buyer.Find("whatsapp-link")!.GetAttribute("href")!).Split("/pesanan/")[^1];
        await (await app.Inbox(amplang.Stall.Owner)).Submit("send-quote", ("Input.Fee", "30.000"));

        var reader = await app.Visitor().Visit($"/pesanan/{chat}");
        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Null(reader.Find("agree-quote"));

        var other = await Goods();
        await Ordered(other);
        var stranger = await app.Inbox(other.Stall.Owner);
        var order = (await app.Db.QueryAsync($"select order_id from orders where business_id = {amplang.Stall.Id.Value}", row => row.GetGuid(0), default)).Single();
        await stranger.Submit("send-quote", ("Input.Order", order.ToString()), ("Input.Fee", "1"));
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);

        var helper = Id<Member>.New();
        await _cast.Employ(other.Stall.Id, helper, BusinessRole.OrderHelper);
        await (await app.Inbox(helper)).Submit("send-quote", ("Input.Fee", "5.000"));
        Assert.Equal(2, (await EventsAsync(other.Stall)).Count);
    }

    [Fact]
    public async Task A_seller_says_whether_other_places_are_served_and_how()
    {
        var stall = await _cast.Stall(fee: null);
        var owner = await app.As(stall.Owner).Visit($"/lapak/ongkir/{stall.Slug}");
        Assert.Null(owner.Find("[name='Input.Ships'][checked]"));

        await owner.Submit("elsewhere-form", ("Input.Ships", "true"), ("Input.How", "Titip speedboat tiap Selasa"));

        Assert.NotNull(owner.Find("[name='Input.Ships'][checked]"));
        Assert.Equal("Titip speedboat tiap Selasa", owner.Find("[name='Input.How']")?.GetAttribute("value"));
        Assert.Contains("Titip speedboat tiap Selasa", (await app.Visitor().Visit($"/toko/{stall.Slug}")).Text("ships-elsewhere"), StringComparison.Ordinal);

        await owner.Submit("elsewhere-form", ("Input.Ships", "true"), ("Input.How", "tanya 081234567890"));
        Assert.StartsWith("Jangan tulis nomor", owner.Text("field-error"), StringComparison.Ordinal);

        // an unticked box sends nothing at all
        await owner.Visit(owner.Path);
        await owner.Post($"/lapak/ongkir/{stall.Slug}?handler=Elsewhere", ("__RequestVerificationToken", owner.Find("[data-test=elsewhere-form] [name=__RequestVerificationToken]")!.GetAttribute("value")!));
        Assert.Null(owner.Find("[name='Input.Ships'][checked]"));
    }

    private async Task<Goods> Goods(string stall = "Dapur Contoh")
    {
        var known = await _cast.Stall(stall, fee: null);
        await _cast.Rate(known, "64.02.15", 10_000);
        return await _cast.Goods(known, price: 25_000);
    }

    private async Task<Browser> AtTheTill(Goods goods)
    {
        var buyer = await app.Visitor().Put(goods, 2);
        await buyer.Visit("/checkout");
        return await buyer.Submit("see-fee", ("Input.Handover", "Delivery"), ("Input.Where", Far));
    }

    private async Task<Browser> Ordered(Goods goods)
    {
        var buyer = await (await AtTheTill(goods)).Submit("place-order", Shopping.Answers("Delivery"));
        Assert.StartsWith("/pesanan/", buyer.Path, StringComparison.Ordinal);
        return buyer;
    }

    private static async Task<HttpStatusCode> Agree(Browser buyer)
    {
        using var press = buyer.Filled("agree-quote");
        using var answer = await buyer.Alone().SendAsync(press);
        return answer.StatusCode;
    }

    private Task<List<(string Type, long Version)>> EventsAsync(Stall stall) => app.Db.QueryAsync(
        $"""
        select e.type, e.version from events.mt_events e join orders o on o.order_id = e.stream_id
        where o.business_id = {stall.Id.Value} order by e.version
        """, row => (row.GetString(0), row.GetInt64(1)), default);
}
