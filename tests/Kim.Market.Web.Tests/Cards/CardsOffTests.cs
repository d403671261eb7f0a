using System.Net;
using Kim.Market.Domain.Payments;
using Kim.Market.Web.Features.Cards;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Cards;

/// <summary>As it is for everybody until an operator says otherwise.</summary>
public sealed class CardsOffTests(MarketApp app)
{
    [Fact]
    public async Task Nobody_hears_of_cards()
    {
        var cast = new Cast(app.Services);
        var goods = await cast.Goods(await cast.Stall());
        var owner = await app.As(goods.Stall.Owner).Visit($"/lapak/pembayaran/{goods.Stall.Slug}");
        Assert.Null(owner.Find("card-form"));
        var buyer = await app.BuyerOf(goods);
        await (await app.Inbox(goods.Stall.Owner)).Submit("accept-order");
        Assert.Null((await buyer.Visit(buyer.Path)).Find("pay-by-card"));
        using var hook = await app.Visitor().Alone().PostAsync(new Uri($"/webhooks/stripe/{goods.Stall.Id}", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, hook.StatusCode);
        using var page = await app.Visitor().Alone().GetAsync(new Uri("/keranjang", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.EndsWith("form-action 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_for_trying_out_is_not_taken_where_money_is_real()
    {
        Assert.True(CardKeys.TryRead(FakeStripe.Key, null, out var keys, out _));
        Assert.Equal(CardRefusals.TestKey, await app.Services.GetRequiredService<CardAccountDesk>().KeepAsync(Guid.NewGuid(), keys, Asker.Visitor, default));
    }
}
