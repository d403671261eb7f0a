using System.Net;
using Kim.Market.Web.Features.Promotion;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Promotion;

/// <summary>Passing a page on is counted, and nobody is.</summary>
public class SharesTests(MarketApp app)
{
    private const string Phone = "Mozilla/5.0 (Linux; Android 14) Mobile";

    private readonly Bazaar _bazaar = new(app);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_press_leads_to_the_message_and_counts_once()
    {
        var (_, slug) = await _bazaar.Goods(await _bazaar.Booth("64.02.09.2004"), "Amplang Bagi");

        var message = await PressAsync(slug, "whatsapp", ("User-Agent", Phone));
        var post = await PressAsync(slug, "facebook", ("User-Agent", Phone));

        Assert.Equal("wa.me", message!.Host);
        Assert.Contains($"http://localhost/p/{slug}", Uri.UnescapeDataString(message.Query), StringComparison.Ordinal);
        Assert.Equal("www.facebook.com", post!.Host);
        Assert.Equal(2, await CountAsync(slug));
        Assert.StartsWith("Dibagikan 2 kali.", (await app.Visitor().Visit($"/promosi/barang/{slug}")).Text("shared"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_KIM_reads_in_its_room_what_of_it_was_passed_on()
    {
        var cast = new Cast(app.Services);
        var kim = await cast.Kim();
        var goods = await cast.Goods(await cast.Stall(kim: kim));
        await PressAsync(goods.Slug, "whatsapp", ("User-Agent", Phone));
        await PressAsync(goods.Slug, "facebook", ("User-Agent", Phone));
        var (_, foreign) = await _bazaar.Goods(await _bazaar.Booth("64.02.09.2004"), "Amplang Orang Lain");
        await PressAsync(foreign, "whatsapp", ("User-Agent", Phone));

        var board = await app.As(await cast.Curator(kim)).Visit("/kelola");
        Assert.Equal("Dibagikan 2 kali", board.Text("shared-link"));
        await board.Visit(board.Find("shared-link")!.GetAttribute("href")!);
        var row = Assert.Single(board.All("shared-piece"));
        Assert.Equal($"/promosi/barang/{goods.Slug}", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("2", row.QuerySelector("td")!.TextContent);
    }

    [Fact]
    public async Task Machines_and_browsers_that_look_ahead_are_not_counted()
    {
        var (_, slug) = await _bazaar.Goods(await _bazaar.Booth("64.02.09.2004"), "Amplang Mesin");

        await PressAsync(slug, "whatsapp", ("User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1)"));
        await PressAsync(slug, "whatsapp", ("User-Agent", "WhatsApp/2.23.20.0"));
        await PressAsync(slug, "whatsapp", ("User-Agent", Phone), ("Sec-Purpose", "prefetch;prerender"));
        await PressAsync(slug, "whatsapp");

        Assert.Equal(0, await CountAsync(slug));
    }

    private async Task<Uri?> PressAsync(string slug, string way, params (string Name, string Value)[] headers)
    {
        using var http = app.CreateDefaultClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/bagikan/barang/{slug}/{way}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await http.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return answer.Headers.Location;
    }

    private Task<long> CountAsync(string slug) => app.Services.GetRequiredService<Shares>().OfAsync(PieceKind.Product, slug, Stop);
}
