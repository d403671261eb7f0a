using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Payments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Payments;

public sealed class PayingTests(MarketApp app) : IAsyncLifetime
{
    private readonly Cast _cast = new(app.Services);
    private Goods _goods = null!;

    public async ValueTask InitializeAsync()
    {
        _goods = await _cast.Goods(await _cast.Stall());
        var owner = await app.As(_goods.Stall.Owner).Visit($"/lapak/pembayaran/{_goods.Stall.Slug}");
        await owner.Submit("qris-form", ("Input.Written", Posters.Stall));
        await owner.Submit("keep-qris");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_buyer_sees_whom_to_pay_and_how_much_once_the_seller_has_accepted_until_the_money_is_there()
    {
        var buyer = await app.BuyerOf(_goods);
        Assert.Null(buyer.Find("pay-qris"));

        var seller = await app.Inbox(_goods.Stall.Owner);
        Assert.Null(seller.Find("state-paid"));
        await seller.Submit("accept-order");
        await buyer.Visit(buyer.Path);
        Assert.Equal("LAPAK KIM CONTOH", buyer.Text("merchant"));
        Assert.Equal("NMID ID1099999999999", buyer.Text("nmid"));
        Assert.Equal("Rp50.000", buyer.Text("pay-amount"));
        Assert.Contains("<svg role=\"img\"", buyer.Find("qris-code")!.InnerHtml, StringComparison.Ordinal);

        await seller.Visit("/lapak/pesanan?status=diproses");
        await seller.Submit("state-paid");
        Assert.Contains("Tercatat", seller.Text("flash"), StringComparison.Ordinal);
        Assert.Null(seller.Find("state-paid"));

        await buyer.Visit(buyer.Path);
        Assert.Null(buyer.Find("pay-qris"));
        Assert.Equal(
            ["Pesanan dibuat", "Penjual menerima pesanan", "Penjual menyatakan uangnya sudah masuk", "Penjual menyiapkan barang"],
            buyer.Texts("[data-test=timeline-item] b").Take(4));

        await (await seller.Visit("/lapak/pesanan?status=diproses")).Submit("ready-order");
        await buyer.Visit(buyer.Path);
        Assert.Equal("Ambil di Balai Sari Jaya, sudah dibayar", buyer.Text("h1"));
        Assert.Contains("Sudah dibayar, menurut penjual", buyer.Text("order"), StringComparison.Ordinal);
        await (await seller.Visit("/lapak/pesanan?status=siap")).Submit("hand-over");
        await buyer.Visit(buyer.Path);
        Assert.Equal("Pesanan selesai", buyer.Text("h1"));
    }

    [Fact]
    public async Task A_seller_who_rejects_what_is_paid_leaves_it_in_the_open_that_money_must_go_back()
    {
        var buyer = await app.BuyerOf(_goods);
        var seller = await app.Inbox(_goods.Stall.Owner);
        await seller.Submit("accept-order");
        await (await seller.Visit("/lapak/pesanan?status=diproses")).Submit("state-paid");
        await seller.Submit("reject-order");
        await buyer.Visit(buyer.Path);
        Assert.Contains("Uang yang sudah masuk harus kembali ke pembeli.", buyer.Text("order"), StringComparison.Ordinal);
        Assert.Null(buyer.Find("pay-qris"));
    }

    [Fact]
    public async Task Only_where_the_operator_says_so_the_amount_stands_in_the_code()
    {
        var buyer = await app.BuyerOf(_goods);
        await (await app.Inbox(_goods.Stall.Owner)).Submit("accept-order");
        var token = buyer.Path.Split('/')[^1];

        var plain = Assert.Single(await app.Services.GetRequiredService<QrisCodes>().ToPayAsync(token, default)).Value;
        Assert.False(plain.HasAmount);
        Assert.Equal(Posters.Stall, plain.Code.Payload);

        var injecting = new ConfigurationBuilder().AddInMemoryCollection([new("Qris:AmountInjection", "true")]).Build();
        var filled = Assert.Single(await new QrisCodes(app.Db, injecting).ToPayAsync(token, default)).Value;
        Assert.True(filled.HasAmount);
        Assert.Equal(new Rupiah(50_000), filled.Code.Amount);
        Assert.Equal("LAPAK KIM CONTOH", filled.Code.Merchant);
        Assert.Empty(await new QrisCodes(app.Db, injecting).ToPayAsync("AAAAAAAAAAAAAAAAAAAAAA", default));
    }

    [Fact]
    public async Task Pressed_ten_times_at_once_it_is_stated_once()
    {
        await app.BuyerOf(_goods);
        var seller = await app.Inbox(_goods.Stall.Owner);
        await seller.Submit("accept-order");
        await seller.Visit("/lapak/pesanan?status=diproses");
        var presses = Enumerable.Range(0, 10).Select(_ => seller.Filled("state-paid")).ToList();
        var order = seller.Find("[name='Input.Order']")!.GetAttribute("value")!;
        var answers = await Task.WhenAll(presses.Select(press => seller.Alone().SendAsync(press, TestContext.Current.CancellationToken)));
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.OK));
        Assert.Single(await app.Db.QueryAsync(
            $"select seq_id from events.mt_events where stream_id = {Guid.Parse(order)} and type = 'payment_received_stated'", row => row.GetInt64(0), default));
    }

    [Fact]
    public async Task A_helper_of_the_KIM_says_nothing_about_somebody_else_s_account()
    {
        await app.BuyerOf(_goods);
        var seller = await app.Inbox(_goods.Stall.Owner);
        await seller.Submit("accept-order");
        var helper = Id<Member>.New();
        await _cast.Employ(_goods.Stall.Id, helper, BusinessRole.OrderHelper);
        var desk = await app.As(helper).Visit("/lapak/pesanan?status=diproses");
        Assert.NotNull(desk.Find("ready-order"));
        Assert.Null(desk.Find("state-paid"));
        var press = await desk.Filled("ready-order").Content!.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await desk.Post("/lapak/pesanan?handler=Paid&status=diproses", [.. press.Split('&').Select(pair => Uri.UnescapeDataString(pair).Split('=')).Select(pair => (pair[0], pair[1]))]);
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
    }
}
