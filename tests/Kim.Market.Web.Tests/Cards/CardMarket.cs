using System.Net;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Cards;

/// <summary>A market that takes cards, and what stands for Stripe.</summary>
public sealed class CardMarket : IAsyncLifetime
{
    public const string Secret = "whsec_forTestsOnly0000";

    public FakeStripe Stripe { get; private set; } = null!;

    public MarketApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Stripe = await FakeStripe.StartAsync();
        App = new MarketApp
        {
            Settings = new Dictionary<string, string>
            {
                ["Stripe:Enabled"] = "true",
                ["Stripe:ApiBase"] = Stripe.Address,
                ["Stripe:CheckoutOrigin"] = Stripe.Address,
                ["Stripe:TestKeys"] = "true",
            },
        };
        await App.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Stripe.DisposeAsync();
    }

    /// <summary>Something at a stall that takes cards.</summary>
    public async Task<Goods> GoodsAsync()
    {
        var cast = new Cast(App.Services);
        var goods = await cast.Goods(await cast.Stall());
        var owner = await App.As(goods.Stall.Owner).Visit($"/lapak/pembayaran/{goods.Stall.Slug}");
        await owner.Submit("card-form", ("Input.Key", FakeStripe.Key), ("Input.Signing", Secret));
        Assert.NotNull(owner.Find("card-account"));
        return goods;
    }

    /// <summary>A buyer whose order was accepted, on its page.</summary>
    public async Task<(Browser Buyer, Guid Order)> AcceptedAsync(Goods goods)
    {
        var buyer = await App.BuyerOf(goods);
        var seller = await App.Inbox(goods.Stall.Owner);
        var order = Guid.Parse(seller.Find("[name='Input.Order']")!.GetAttribute("value")!);
        await seller.Submit("accept-order");
        return (await buyer.Visit(buyer.Path), order);
    }

    /// <summary>Presses "pay by card"; the session that was opened.</summary>
    public async Task<string> OpenAsync(Browser buyer)
    {
        using var press = buyer.Filled("pay-by-card");
        using var answer = await buyer.Alone().SendAsync(press, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith(Stripe.Address, answer.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        await buyer.Visit(buyer.Path);
        return answer.Headers.Location!.AbsolutePath.Split('/')[^1];
    }

    /// <summary>Sends a message as Stripe does.</summary>
    public async Task<HttpResponseMessage> TellAsync(Goods goods, byte[] body, string? signature = null)
    {
        using var content = new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json; charset=utf-8" } } };
        content.Headers.Add("Stripe-Signature", signature ?? FakeStripe.Sign(body, Secret, App.Clock.GetUtcNow()));
        return await App.Visitor().Alone().PostAsync(new Uri($"/webhooks/stripe/{goods.Stall.Id}", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    public async Task ToldAsync(Goods goods, string type, string session, string? id = null)
    {
        using var answer = await TellAsync(goods, Stripe.Message(type, session, id));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>What the order's own history says of cards and refunds.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync(Guid order) => await App.Db.QueryAsync(
        $"select type from events.mt_events where stream_id = {order} and (type like 'card%' or type like 'refund%') order by version", row => row.GetString(0), default);
}

/// <summary>Those who pay by card take turns in one market.</summary>
[CollectionDefinition]
public sealed class CardMarketCollection : ICollectionFixture<CardMarket>;
