using System.Net;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Accounts;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Nodes;

/// <summary>Two programs on one database are one market.</summary>
public sealed class TwoNodesTests(MarketApp one) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly WebApplicationFactory<Program> _other = one.WithWebHostBuilder(_ => { });
    private readonly Cast _cast = new(one.Services);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _other.DisposeAsync();

    [Fact]
    public async Task A_cart_filled_on_one_node_is_the_same_on_the_other()
    {
        var goods = await _cast.Goods(await _cast.Stall(), "Abon Dua Simpul");
        var buyer = one.Visitor();
        await buyer.Put(goods, 3);

        var page = await FromOther("/keranjang", ("kim_cart", buyer.Cookie("kim_cart")!));

        Assert.Contains("Abon Dua Simpul", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signed_in_on_one_node_is_signed_in_on_the_other()
    {
        var stall = await _cast.Stall("Dapur Dua Simpul");
        var seller = one.As(stall.Owner);

        using var answer = await AskOther("/lapak/pesanan", (AccountsFeature.Cookie, seller.Cookie(AccountsFeature.Cookie)!));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_new_price_replaces_the_page_that_the_other_node_had_kept()
    {
        var goods = await _cast.Goods(await _cast.Stall(), "Amplang Dua Simpul", price: 25_000);
        await _other.Services.GetRequiredService<Followers>().Ready.WaitAsync(Patience, Stop);
        Assert.Contains("Rp25.000", await FromOther($"/p/{goods.Slug}"), StringComparison.Ordinal);

        // the events that made the product may still arrive there, and drop what was kept before them
        await Eventually(async () =>
            (await FromOther($"/p/{goods.Slug}")).Length > 0 && _other.Services.GetRequiredService<PageCache>().Count > 0);

        Assert.Null(await one.Marketplace.TellAsync(
            goods.Id, (Product product) => product.SetPrice(new(31_000), one.Clock.GetUtcNow()), new Metadata(), Stop));

        Assert.Contains("Rp31.000", (await one.Visitor().Visit($"/p/{goods.Slug}")).Page.Body!.TextContent, StringComparison.Ordinal);
        await Eventually(async () => (await FromOther($"/p/{goods.Slug}")).Contains("Rp31.000", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_follower_runs_on_one_of_the_nodes()
    {
        // On a database of their own: in the shared one, a node of another test may still be leading.
        await using var first = new MarketApp();
        await first.InitializeAsync();
        await using var second = first.WithWebHostBuilder(_ => { });
        var nodes = new[] { first.Services.GetRequiredService<Followers>(), second.Services.GetRequiredService<Followers>() };

        await Eventually(() => Task.FromResult(nodes.SelectMany(node => node.States)
            .GroupBy(state => state.Name).All(follower => follower.Count(state => state.Status == FollowerStatus.Running) == 1)),
            () => string.Join('\n', nodes.SelectMany(node => node.States)));
    }

    private static async Task Eventually(Func<Task<bool>> holds, Func<string>? orElse = null)
    {
        for (var tried = 0; tried < 100; tried++)
        {
            if (await holds())
            {
                return;
            }

            await Task.Delay(Patience / 100, Stop);
        }

        Assert.Fail($"What should have come about did not. {orElse?.Invoke()}");
    }

    private async Task<string> FromOther(string path, params (string Name, string Value)[] cookies)
    {
        using var answer = await AskOther(path, cookies);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private async Task<HttpResponseMessage> AskOther(string path, params (string Name, string Value)[] cookies)
    {
        using var client = _other.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookies.Length > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        }

        return await client.SendAsync(request, Stop);
    }
}
