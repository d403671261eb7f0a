using System.Net;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Orders;

/// <summary>What a seller can do who does not know whether an order is meant (U14).</summary>
public sealed class DoubtTests(MarketApp app) : IAsyncLifetime
{
    private static int _numbers = 1_000_000;

    private readonly Cast _cast = new(app.Services);
    private readonly string _phone = $"0856-77{Interlocked.Increment(ref _numbers)}";
    private Goods _goods = null!;

    public async ValueTask InitializeAsync() => _goods = await _cast.Goods(await _cast.Stall());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_seller_telephones_and_whoever_reads_out_the_code_has_the_number()
    {
        var buyer = await OrderAsync();
        var code = buyer.Text("callback-code");
        Assert.Matches("^[0-9]{4}$", code);

        var seller = await app.Inbox(_goods.Stall.Owner);
        Assert.DoesNotContain(code, seller.Text("main"), StringComparison.Ordinal);
        await seller.Submit("confirm-form", ("Input.Code", code == "0000" ? "1111" : "0000"));
        Assert.Contains("tidak cocok", seller.Text("refusal"), StringComparison.Ordinal);
        await seller.Submit("confirm-form", ("Input.Code", $" {code[..2]} {code[2..]}"));
        Assert.Contains("nomor terbukti", seller.Text("number-confirmed"), StringComparison.Ordinal);
        Assert.Null(seller.Find("confirm-form"));

        await buyer.Visit(buyer.Path);
        Assert.Null(buyer.Find("callback"));
        Assert.Contains(buyer.Texts("[data-test=timeline-item] b"), step => step == "Penjual menelepon, nomor pembeli terbukti");
        await seller.Submit("accept-order");
        await seller.Visit("/lapak/pesanan?status=diproses");
        Assert.NotNull(seller.Find("number-confirmed"));
    }

    [Fact]
    public async Task Four_digits_are_not_guessed_not_even_by_twenty_presses_at_once()
    {
        var buyer = await OrderAsync();
        var code = buyer.Text("callback-code");
        var seller = await app.Inbox(_goods.Stall.Owner);
        var wrong = Enumerable.Range(0, 20).Select(i => (int.Parse(code, System.Globalization.CultureInfo.InvariantCulture) + 1 + i) % 10_000)
            .Select(guess => seller.Filled("confirm-form", ("Input.Code", $"{guess:0000}"))).ToList();
        await Task.WhenAll(wrong.Select(press => seller.Alone().SendAsync(press, TestContext.Current.CancellationToken)));

        await seller.Submit("confirm-form", ("Input.Code", code));
        Assert.Contains("paling banyak 5 kali", seller.Text("refusal"), StringComparison.Ordinal);
        Assert.Null(seller.Find("number-confirmed"));
    }

    [Fact]
    public async Task Only_the_buyers_own_page_shows_the_code_and_no_strangers_inbox_takes_it()
    {
        var buyer = await OrderAsync();
        var chat = Uri.UnescapeDataString(buyer.Find("whatsapp-link")!.GetAttribute("href")!);
        var key = System.Text.RegularExpressions.Regex.Match(chat, "/pesanan/([A-Za-z0-9_-]{22})").Groups[1].Value;
        Assert.Null((await app.Visitor().Visit($"/pesanan/{key}")).Find("callback"));

        var order = (await app.Db.QueryAsync($"select order_id from orders where business_id = {_goods.Stall.Id.Value}", row => row.GetGuid(0), default)).Single();
        var others = await _cast.Goods(await _cast.Stall());
        await OrderAsync(others);
        var stranger = await app.Inbox(others.Stall.Owner);
        await stranger.Submit("confirm-form", ("Input.Order", order.ToString()), ("Input.Code", buyer.Text("callback-code")));
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    [Fact]
    public async Task Who_took_back_many_orders_is_told_of_from_five_on_and_not_before_and_never_after_being_forgotten()
    {
        for (var i = 0; i < 4; i++)
        {
            var regretful = await OrderAsync();
            await regretful.Submit("cancel-order");
        }

        var buyer = await OrderAsync();
        Assert.Null((await app.Inbox(_goods.Stall.Owner)).Find("buyer-past"));

        // at another stall, in another spelling: the same number
        var elsewhere = await _cast.Goods(await _cast.Stall());
        var last = await OrderAsync(elsewhere, "+62" + _phone[1..].Replace("-", "", StringComparison.Ordinal));
        await last.Submit("cancel-order");
        Assert.Equal("5 dari 5 pesanan terakhir dari nomor ini dibatalkan pembeli.", (await app.Inbox(_goods.Stall.Owner)).Text("buyer-past"));

        await last.Visit(last.Path + "/data");
        await last.Submit("erase-form", ("Input.Sure", "true"));
        Assert.Null((await app.Inbox(_goods.Stall.Owner)).Find("buyer-past"));
        Assert.NotNull(buyer.Find("callback"));
    }

    private async Task<Browser> OrderAsync(Goods? goods = null, string? phone = null)
    {
        var buyer = await app.Visitor().Put(goods ?? _goods);
        await buyer.Visit("/checkout");
        return await buyer.Submit("checkout-form", ("Input.Name", "Pembeli Contoh"), ("Input.WhatsApp", phone ?? _phone), ("Input.Handover", "Pickup"));
    }
}
