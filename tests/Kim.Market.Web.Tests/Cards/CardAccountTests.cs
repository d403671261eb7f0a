using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Cards;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Cards;

/// <summary>The account with Stripe that an owner names: whose it is, and who learns of it.</summary>
[Collection<CardMarketCollection>]
public sealed class CardAccountTests(CardMarket market) : IAsyncLifetime
{
    private Goods _goods = null!;

    private MarketApp App => market.App;

    public async ValueTask InitializeAsync() => _goods = await market.GoodsAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_owner_names_an_account_whose_key_works_and_no_event_holds_it()
    {
        var owner = await App.As(_goods.Stall.Owner).Visit($"/lapak/pembayaran/{_goods.Stall.Slug}");
        Assert.Contains("berakhir dengan ests", owner.Text("card-account"), StringComparison.Ordinal);
        Assert.EndsWith($"/webhooks/stripe/{_goods.Stall.Id}", owner.Text("card-webhook"), StringComparison.Ordinal);
        Assert.DoesNotContain(FakeStripe.Key, owner.Page.Source.Text, StringComparison.Ordinal);
        foreach (var (key, secret, sentence) in new[]
        {
            ("sk_test_51FakeStripeForTests", "", "Kunci ini bisa melakukan segalanya"), ("rk_test_51SomebodyElsesKey00", "", "Stripe menolak kunci"),
            (FakeStripe.Key, "hunter2", "Rahasia webhook dimulai dengan whsec_"), ("", "", "Kunci terbatas Stripe dimulai dengan"),
        })
        {
            await owner.Submit("card-form", ("Input.Key", key), ("Input.Signing", secret));
            Assert.StartsWith(sentence, owner.Text("field-error"), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(await App.Db.QueryAsync(
            $"select data::text || coalesce(headers::text, '') from events.mt_events where stream_id = {_goods.Stall.Id.Value}", row => row.GetString(0), default),
            stored => stored.Contains("FakeStripe", StringComparison.Ordinal) || stored.Contains("forTestsOnly", StringComparison.Ordinal));

        await owner.Visit($"/lapak/pembayaran/{_goods.Stall.Slug}");
        await owner.Submit("drop-card");
        Assert.Null(owner.Find("card-account"));
        using var answer = await market.TellAsync(_goods, "{}"u8.ToArray());
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task It_counts_while_whoever_named_it_owns_the_business()
    {
        var (buyer, _) = await market.AcceptedAsync(_goods);
        Assert.NotNull(buyer.Find("pay-by-card"));
        var next = Id<Member>.New();
        await new Cast(App.Services).Employ(_goods.Stall.Id, next, BusinessRole.Staff);
        Assert.NotEqual(HttpStatusCode.OK, (await App.As(next).Visit($"/lapak/pembayaran/{_goods.Stall.Slug}")).Status);
        Assert.Null(await App.Marketplace.TellAsync(_goods.Stall.Id, (Business known) => known.HandOver(_goods.Stall.Owner, next, App.Clock.GetUtcNow()), new Metadata(), default));

        Assert.Null((await buyer.Visit(buyer.Path)).Find("pay-by-card"));
        Assert.Null((await App.As(next).Visit($"/lapak/pembayaran/{_goods.Stall.Slug}")).Find("card-account"));
        Assert.Null(await App.Services.GetRequiredService<CardAccounts>().KeysAsync(_goods.Stall.Id.Value, default));
    }

    [Fact]
    public async Task The_page_on_privacy_says_who_else_is_told_what()
    {
        Assert.Contains("Dari kami Stripe hanya menerima nomor pesanan", (await App.Visitor().Visit("/privasi")).Text("main"), StringComparison.Ordinal);
    }
}
