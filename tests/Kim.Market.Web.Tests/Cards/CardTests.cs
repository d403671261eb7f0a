using System.Net;
using System.Text;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Cards;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Cards;

[Collection<CardMarketCollection>]
public sealed class CardTests(CardMarket market) : IAsyncLifetime
{
    private Goods _goods = null!;

    private FakeStripe Stripe => market.Stripe;

    private MarketApp App => market.App;

    public async ValueTask InitializeAsync() => _goods = await market.GoodsAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_buyer_pays_at_Stripe_and_comes_back_to_a_page_that_knows()
    {
        var early = await App.BuyerOf(_goods);
        Assert.Null(early.Find("pay-by-card"));
        var own = early.Path.Split('/')[^1];
        await (await App.Inbox(_goods.Stall.Owner)).Submit("accept-order");
        await early.Visit(early.Path);
        Assert.Equal("Bayar Rp50.000 dengan kartu", early.Text("pay-by-card"));

        var session = await market.OpenAsync(early);
        var asked = Stripe.Requests.Last(seen => seen is { Method: "POST", Path: "/v1/checkout/sessions" });
        Assert.Equal("5000000", asked.Form["line_items[0][price_data][unit_amount]"]);
        Assert.Equal("idr", asked.Form["line_items[0][price_data][currency]"]);
        Assert.Equal(StripePayments.Version, asked.Version);
        Assert.DoesNotContain(own, string.Join(' ', asked.Form.Values), StringComparison.Ordinal);
        Assert.DoesNotContain("Pembeli Contoh", string.Join(' ', asked.Form.Values), StringComparison.Ordinal);

        Stripe.Pay(session);
        await early.Visit(new Uri(asked.Form["success_url"]).PathAndQuery);
        Assert.EndsWith(own, early.Path.Split('?')[0], StringComparison.Ordinal);
        Assert.NotNull(early.Find("[data-now]"));
        await early.Submit("check-card");
        Assert.Contains("sudah tercatat", early.Text("flash"), StringComparison.Ordinal);
        Assert.Contains("Sudah dibayar dengan kartu, menurut Stripe", early.Text("order"), StringComparison.Ordinal);
        Assert.Contains("Dibayar dengan kartu, menurut Stripe", early.Texts("[data-test=timeline-item] b"));
        Assert.Null(early.Find("pay-by-card"));

        var seller = await App.Inbox(_goods.Stall.Owner, "diproses");
        Assert.Contains("Sudah dibayar dengan kartu, menurut Stripe", seller.Text("inbox-order"), StringComparison.Ordinal);
        Assert.Null(seller.Find("state-paid"));
        var rebuild = App.Services.GetRequiredService<Rebuild>();
        Assert.Empty(await rebuild.VerifyAsync("orders", null, TestContext.Current.CancellationToken));
        Assert.Empty(await rebuild.VerifyAsync("card_payments", null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_buyer_who_turned_back_goes_on_with_the_same_page_and_after_it_ran_out_with_another()
    {
        var (buyer, order) = await market.AcceptedAsync(_goods);
        var session = await market.OpenAsync(buyer);
        await buyer.Submit("check-card");
        Assert.Contains("belum dibayar dengan kartu", buyer.Text("flash"), StringComparison.Ordinal);
        Assert.Equal(session, await market.OpenAsync(buyer));

        Stripe.Expire(session);
        Assert.NotEqual(session, await market.OpenAsync(buyer));
        Assert.Equal(["card_payment_opened", "card_payment_failed", "card_payment_opened"], await market.EventsAsync(order));
    }

    [Fact]
    public async Task Messages_repeated_at_once_and_out_of_order_pay_once()
    {
        var (buyer, order) = await market.AcceptedAsync(_goods);
        var session = await market.OpenAsync(buyer);
        Stripe.Pay(session);
        var message = Stripe.Message("checkout.session.completed", session, "evt_once");
        var check = buyer.Filled("check-card");
        var answers = await Task.WhenAll([
            .. Enumerable.Range(0, 10).Select(_ => market.TellAsync(_goods, message)),
            buyer.Alone().SendAsync(check, TestContext.Current.CancellationToken),
        ]);
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found, answer.StatusCode.ToString()));
        await market.ToldAsync(_goods, "checkout.session.completed", session);
        await market.ToldAsync(_goods, "checkout.session.expired", session);
        Assert.Equal(["card_payment_opened", "card_payment_confirmed"], await market.EventsAsync(order));
    }

    [Fact]
    public async Task Only_what_Stripe_signed_for_this_very_stall_counts()
    {
        var (buyer, order) = await market.AcceptedAsync(_goods);
        var session = await market.OpenAsync(buyer);
        Stripe.Pay(session);
        var message = Stripe.Message("checkout.session.completed", session);
        var now = App.Clock.GetUtcNow();
        foreach (var signature in new[] { "", "t=1,v1=abc", FakeStripe.Sign(message, "whsec_somebodyElses00", now), FakeStripe.Sign(message, CardMarket.Secret, now.AddSeconds(-310)) })
        {
            using var refused = await market.TellAsync(_goods, message, signature);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        }

        using var tooLong = await market.TellAsync(_goods, new byte[(64 * 1024) + 1]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLong.StatusCode);
        foreach (var strange in new[] { "[]", "{", """{"id":"evt_1","type":"checkout.session.completed"}""" })
        {
            using var refused = await market.TellAsync(_goods, Encoding.UTF8.GetBytes(strange));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        // signed by another seller here: their secret says nothing about this order
        var other = await market.GoodsAsync();
        await market.ToldAsync(other, "checkout.session.completed", session);
        Assert.Equal(["card_payment_opened"], await market.EventsAsync(order));
        using var unknown = await market.TellAsync(_goods, """{"id":"evt_1","type":"charge.refunded","data":{"object":{"id":["?"]}}}"""u8.ToArray());
        Assert.Equal(HttpStatusCode.OK, unknown.StatusCode);
    }

    [Fact]
    public async Task Money_that_comes_after_the_end_goes_back_when_the_seller_presses_and_only_once()
    {
        var (buyer, order) = await market.AcceptedAsync(_goods);
        var session = await market.OpenAsync(buyer);
        var seller = await App.Inbox(_goods.Stall.Owner, "diproses");
        await seller.Submit("reject-order");
        Stripe.Pay(session);
        await market.ToldAsync(_goods, "checkout.session.completed", session);
        Assert.Contains("Penjual diminta mengembalikannya", (await buyer.Visit(buyer.Path)).Text("card-returning"), StringComparison.Ordinal);

        await seller.Visit("/lapak/pesanan?status=uang-kembali");
        Assert.Contains("Rp50.000 masuk ke akun Anda setelah pesanan ini berakhir", seller.Text("card-owed"), StringComparison.Ordinal);
        var helper = Id<Member>.New();
        await new Cast(App.Services).Employ(_goods.Stall.Id, helper, BusinessRole.OrderHelper);
        Assert.Null((await App.Inbox(helper, "uang-kembali")).Find("refund-card"));
        var presses = Enumerable.Range(0, 5).Select(_ => seller.Filled("refund-card")).ToList();
        var answers = await Task.WhenAll(presses.Select(press => seller.Alone().SendAsync(press, TestContext.Current.CancellationToken)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer.StatusCode));
        Assert.Equal(["card_payment_opened", "card_payment_came_late", "card_refund_made"], await market.EventsAsync(order));
        Assert.NotNull((await seller.Visit("/lapak/pesanan?status=uang-kembali")).Find("empty"));
        Assert.Contains("sedang kembali ke kartu Anda", (await buyer.Visit(buyer.Path)).Text("card-returning"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_paid_and_then_rejected_goes_back_through_Stripe()
    {
        var (buyer, order) = await market.AcceptedAsync(_goods);
        var session = await market.OpenAsync(buyer);
        Stripe.Pay(session);
        await market.ToldAsync(_goods, "checkout.session.completed", session);
        var seller = await App.Inbox(_goods.Stall.Owner, "diproses");
        Assert.Null(seller.Find("refund-card"));
        await seller.Submit("reject-order");
        await seller.Visit("/lapak/pesanan?status=uang-kembali");
        await seller.Submit("refund-card");
        Assert.Contains("Stripe mengembalikan uangnya", seller.Text("flash"), StringComparison.Ordinal);
        Assert.Contains("sedang kembali ke kartu Anda", (await buyer.Visit(buyer.Path)).Text("refund"), StringComparison.Ordinal);
        Assert.Null(buyer.Find("confirm-refund"));
        Assert.Equal(["card_payment_opened", "card_payment_confirmed", "card_refund_made"], await market.EventsAsync(order));
    }

    [Theory]
    [InlineData(4_900_000, "idr", "Rp49.000")]
    [InlineData(5_000_000, "usd", "50000.00 USD")]
    public async Task Another_amount_or_currency_is_told_and_pays_nothing(long minor, string currency, string told)
    {
        var (buyer, order) = await market.AcceptedAsync(_goods);
        var session = await market.OpenAsync(buyer);
        Stripe.Pay(session, minor, currency);
        await market.ToldAsync(_goods, "checkout.session.completed", session);
        Assert.Equal(["card_payment_opened", "card_payment_mismatched"], await market.EventsAsync(order));
        Assert.NotNull((await buyer.Visit(buyer.Path)).Find("pay-by-card"));
        Assert.Contains(told, buyer.Text("card-returning"), StringComparison.Ordinal);
        var seller = await App.Inbox(_goods.Stall.Owner, "diproses");
        Assert.Contains(told, seller.Text("card-owed"), StringComparison.Ordinal);
        await seller.Submit("refund-card");
        Assert.Null(seller.Find("card-owed"));
    }

    [Fact]
    public async Task Pressed_ten_times_at_once_over_a_bad_line_it_is_one_page_at_Stripe()
    {
        var (buyer, order) = await market.AcceptedAsync(_goods);
        var before = Stripe.Sessions;
        Stripe.CutAfterwards();
        Stripe.Fail(429, 500, 0);
        var presses = Enumerable.Range(0, 10).Select(_ => buyer.Filled("pay-by-card")).ToList();
        var answers = await Task.WhenAll(presses.Select(press => buyer.Alone().SendAsync(press, TestContext.Current.CancellationToken)));
        Assert.Single(answers.Select(answer => answer.Headers.Location?.AbsoluteUri).Distinct());
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Equal(before + 1, Stripe.Sessions);
        Assert.Equal(["card_payment_opened"], await market.EventsAsync(order));
    }

    [Fact]
    public async Task Where_Stripe_does_not_answer_nothing_changes_and_the_page_says_so()
    {
        var (buyer, order) = await market.AcceptedAsync(_goods);
        Stripe.Fail(500, 503, 500, 500);
        await buyer.Submit("pay-by-card");
        Assert.Equal(HttpStatusCode.OK, buyer.Status);
        Assert.Contains("Stripe sedang tidak menjawab", buyer.Text("refusal"), StringComparison.Ordinal);
        Assert.Empty(await market.EventsAsync(order));
    }

    [Fact]
    public async Task Nobody_asks_Stripe_without_end_in_the_seller_s_name()
    {
        var (buyer, _) = await market.AcceptedAsync(_goods);
        await market.OpenAsync(buyer);
        var before = Stripe.Requests.Count;
        var presses = Enumerable.Range(0, 30).Select(_ => buyer.Filled("check-card")).ToList();
        await Task.WhenAll(presses.Select(press => buyer.Alone().SendAsync(press, TestContext.Current.CancellationToken)));
        Assert.InRange(Stripe.Requests.Count - before, 1, 20);
        await buyer.Submit("check-card");
        Assert.Contains("Tunggu satu menit", buyer.Text("refusal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_in_a_seller_s_chat_pays_nothing()
    {
        var (buyer, _) = await market.AcceptedAsync(_goods);
        var chat = await App.Visitor().Visit("/pesanan/" + Uri.UnescapeDataString(buyer.Find("whatsapp-link")!.GetAttribute("href")!).Split("/pesanan/")[^1]);
        Assert.Equal(HttpStatusCode.OK, chat.Status);
        Assert.Null(chat.Find("pay-by-card"));
    }

    [Fact]
    public async Task A_button_may_lead_to_Stripe_here_and_nowhere_else()
    {
        using var here = await App.Visitor().Alone().GetAsync(new Uri("/keranjang", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.EndsWith($"form-action 'self' {Stripe.Address}", here.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    /// <summary>Last by its name: it moves this market's clock on.</summary>
    [Fact]
    public async Task What_nobody_told_is_asked_for_once_it_ran_out()
    {
        var (buyer, order) = await market.AcceptedAsync(_goods);
        var paid = await market.OpenAsync(buyer);
        Stripe.Pay(paid);
        var (other, forgotten) = await market.AcceptedAsync(_goods);
        Stripe.Expire(await market.OpenAsync(other));
        var watch = App.Services.GetRequiredService<CardWatch>();
        App.Clock.Advance(TimeSpan.FromHours(2.1));
        await watch.SweepAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["card_payment_opened", "card_payment_confirmed"], await market.EventsAsync(order));
        Assert.Equal(["card_payment_opened", "card_payment_failed"], await market.EventsAsync(forgotten));
    }
}
