using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Orders;

public sealed class RefundTests(MarketApp app) : IAsyncLifetime
{
    private readonly Cast _cast = new(app.Services);
    private Goods _goods = null!;
    private Browser _buyer = null!;
    private Browser _seller = null!;

    public async ValueTask InitializeAsync()
    {
        _goods = await _cast.Goods(await _cast.Stall());
        await app.NameAccount(_goods.Stall);
        _buyer = await app.BuyerOf(_goods);
        _seller = await app.Inbox(_goods.Stall.Owner);
        await _seller.Submit("accept-order");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_paid_order_that_is_rejected_stays_open_until_the_buyer_has_the_money()
    {
        await PaidAsync();
        Assert.Contains("Rp50.000 harus Anda kembalikan", _seller.Text("reject-paid"), StringComparison.Ordinal);
        await _seller.Submit("reject-order");
        await _buyer.Visit(_buyer.Path);
        Assert.StartsWith("Rp50.000 harus kembali kepada Anda", _buyer.Text("refund"), StringComparison.Ordinal);
        Assert.Null(_buyer.Find("miss-refund"));
        Assert.Contains("uang kembali Rp50.000", Uri.UnescapeDataString(_buyer.Find("whatsapp-link")!.GetAttribute("href")!), StringComparison.Ordinal);

        await _seller.Visit("/lapak/pesanan?status=uang-kembali");
        Assert.Equal("1 pembeli menunggu uangnya kembali", _seller.Text("h1"));
        Assert.NotNull(_seller.Find("buyer-whatsapp"));
        Assert.Null(_seller.Find("confirm-form"));
        await _seller.Submit("refund-form", ("Input.Back", ""));
        Assert.Contains("Tulis lewat apa uangnya dikembalikan", _seller.Text("refusal"), StringComparison.Ordinal);
        await _seller.Submit("refund-form", ("Input.Back", "ke rekening 1234567890"));
        Assert.Contains("Jangan tulis nomor rekening", _seller.Text("refusal"), StringComparison.Ordinal);
        Assert.Equal("ke rekening 1234567890", _seller.Find("[name='Input.Back']")!.GetAttribute("value"));
        await _seller.Submit("refund-form", ("Input.Back", "transfer BRI sore ini"));
        Assert.NotNull(_seller.Find("empty"));

        await _buyer.Visit(_buyer.Path);
        Assert.Equal("transfer BRI sore ini", _buyer.Text("refund-how"));
        await _buyer.Submit("confirm-refund");
        Assert.StartsWith("Rp50.000 sudah kembali kepada Anda", _buyer.Text("refund"), StringComparison.Ordinal);
        Assert.Equal(
            ["Penjual menolak pesanan", "Penjual menyatakan uangnya sudah dikembalikan", "Pembeli menyatakan uangnya sudah kembali"],
            _buyer.Texts("[data-test=timeline-item] b").Skip(4));
        Assert.DoesNotContain("harus kembali", _buyer.Text("order"), StringComparison.Ordinal);
        Assert.Empty(await app.Services.GetRequiredService<Rebuild>().VerifyAsync("orders", null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_a_buyer_misses_comes_back_to_the_seller_and_to_the_desk_of_the_KIM()
    {
        await PaidAsync();
        await _seller.Submit("reject-order");
        var chair = app.As(await _cast.Curator(_goods.Stall.Kim, GroupRole.Chair));
        await chair.Visit("/kelola");
        Assert.Contains("Ingatkan penjualnya", chair.Text("owed"), StringComparison.Ordinal);
        await _seller.Visit("/lapak/pesanan?status=uang-kembali");
        await _seller.Submit("refund-form", ("Input.Back", "tunai"));
        Assert.Null((await chair.Visit("/kelola")).Find("owed"));

        await _buyer.Visit(_buyer.Path);
        await _buyer.Submit("miss-refund");
        Assert.StartsWith("Anda menyatakan Rp50.000 belum masuk", _buyer.Text("refund"), StringComparison.Ordinal);
        Assert.Contains("pembeli menyatakan belum masuk", (await chair.Visit("/kelola")).Text("owed"), StringComparison.Ordinal);
        Assert.DoesNotContain("Pembeli Contoh", chair.Text("main"), StringComparison.Ordinal);
        await _seller.Visit("/lapak/pesanan?status=uang-kembali");
        Assert.StartsWith("Pembeli menyatakan Rp50.000 belum masuk", _seller.Text("refund"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_that_turns_up_after_the_end_is_owed_too()
    {
        await _seller.Visit("/lapak/pesanan?status=diproses");
        await _seller.Submit("reject-order");
        Assert.Null((await _buyer.Visit(_buyer.Path)).Find("refund"));
        await _seller.Visit("/lapak/pesanan?status=selesai");
        await _seller.Submit("state-late");
        Assert.NotNull((await _buyer.Visit(_buyer.Path)).Find("refund"));
    }

    [Fact]
    public async Task The_key_in_a_seller_s_chat_and_a_helper_s_desk_say_nothing_about_money()
    {
        await PaidAsync();
        await _seller.Submit("reject-order");
        var helper = Id<Member>.New();
        await _cast.Employ(_goods.Stall.Id, helper, BusinessRole.OrderHelper);
        var desk = await app.Inbox(helper, "uang-kembali");
        Assert.NotNull(desk.Find("refund"));
        Assert.Null(desk.Find("refund-form"));
        await _seller.Visit("/lapak/pesanan?status=uang-kembali");
        var order = _seller.Find("[name='Input.Order']")!.GetAttribute("value")!;
        var version = _seller.Find("[name='Input.Version']")!.GetAttribute("value")!;
        (string, string)[] answers = [("Input.Order", order), ("Input.Version", version), ("Input.Command", Guid.NewGuid().ToString()), ("Input.Back", "tunai")];
        await app.BuyerOf(_goods);
        await desk.Visit("/lapak/pesanan?status=baru");
        await desk.Post("/lapak/pesanan?handler=Refund&status=uang-kembali", [.. answers, Token(desk)]);
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);

        var stranger = await app.BuyerOf(await _cast.Goods(await _cast.Stall()));
        await stranger.Post($"{stranger.Path}?handler=Refunded", [.. answers, Token(stranger)]);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    [Fact]
    public async Task Pressed_ten_times_at_once_the_money_went_back_once()
    {
        await PaidAsync();
        await _seller.Submit("reject-order");
        await _seller.Visit("/lapak/pesanan?status=uang-kembali");
        var order = Guid.Parse(_seller.Find("[name='Input.Order']")!.GetAttribute("value")!);
        var presses = Enumerable.Range(0, 10).Select(_ => _seller.Filled("refund-form", ("Input.Back", "tunai"))).ToList();
        var answers = await Task.WhenAll(presses.Select(press => _seller.Alone().SendAsync(press, TestContext.Current.CancellationToken)));
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.OK));
        Assert.Single(await app.Db.QueryAsync(
            $"select seq_id from events.mt_events where stream_id = {order} and type = 'refund_stated'", row => row.GetInt64(0), default));
    }

    private static (string, string) Token(Browser page) =>
        ("__RequestVerificationToken", page.Find("[name=__RequestVerificationToken]")!.GetAttribute("value")!);

    private async Task PaidAsync()
    {
        await _seller.Visit("/lapak/pesanan?status=diproses");
        await _seller.Submit("state-paid-else");
        await _seller.Visit("/lapak/pesanan?status=diproses");
    }
}
