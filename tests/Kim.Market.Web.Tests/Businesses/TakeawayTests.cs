using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Tests.Businesses;

public sealed class TakeawayTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task An_owner_takes_everything_along_and_nothing_of_a_buyer()
    {
        var goods = await _cast.Goods(await _cast.Stall("Dapur Pindah"), "Kerupuk Haruan");
        await _cast.Sent(goods.Stall);
        var buyer = await app.BuyerOf(goods);
        var path = new Uri($"/lapak/data/{goods.Stall.Slug}", UriKind.Relative);
        using var answer = await app.As(goods.Stall.Owner).Alone().GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        await using var zip = await ZipArchive.CreateAsync(
            await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), ZipArchiveMode.Read, leaveOpen: false, null,
            TestContext.Current.CancellationToken);

        Assert.Equal("Dapur Pindah", (await Json(zip, "profil.json"))[0].GetProperty("name").GetString());
        Assert.Equal("Kerupuk Haruan", (await Json(zip, "produk.json"))[0].GetProperty("name").GetString());
        Assert.Equal(2, (await Json(zip, "produk.json")).GetArrayLength());
        Assert.Equal(1, (await Json(zip, "pesanan.json")).GetArrayLength());
        var events = (await Text(zip, "kejadian.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(events, line => line.Contains("business_registered", StringComparison.Ordinal));
        Assert.Contains(events, line => line.Contains("order_placed", StringComparison.Ordinal));
        var all = string.Concat(await Task.WhenAll(zip.Entries.Select(entry => Text(zip, entry.Name)).ToList()));
        Assert.DoesNotContain("Pembeli Contoh", all, StringComparison.Ordinal);
        Assert.DoesNotContain("buyer", all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(buyer.Path.Split('/')[^1], all, StringComparison.Ordinal);

        // the table goes back in where tables go in
        var owner = app.As(goods.Stall.Owner);
        await owner.Visit($"/lapak/produk/csv?toko={goods.Stall.Slug}");
        await owner.Upload("csv-form", "Input.File", System.Text.Encoding.UTF8.GetBytes(await Text(zip, "produk.csv")));
        Assert.Contains("0 produk baru, 0 berubah, 1 tetap", owner.Text("plan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_owner_may()
    {
        var stall = await _cast.Stall();
        var staff = await _cast.Curator(stall.Kim);
        await _cast.Employ(stall.Id, staff, BusinessRole.Staff);
        var other = await _cast.Stall();
        var path = new Uri($"/lapak/data/{stall.Slug}", UriKind.Relative);
        using var refused = await app.As(staff).Alone().GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var foreign = await app.As(other.Owner).Alone().GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [Fact]
    public async Task A_stall_that_closes_says_when_it_opens_again_and_asks_its_owner_on_that_day()
    {
        var stall = await _cast.Stall("Dapur Libur");
        var back = PastDay.Of(DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddDays(9));
        var owner = app.As(stall.Owner);
        await owner.Visit($"/lapak/atur/{stall.Slug}");
        await owner.Submit("close-shop", ("Input.ReturnsOn", "2020-01-01"));
        Assert.Contains("paling cepat besok", owner.Text("refusal"), StringComparison.Ordinal);
        await owner.Submit("close-shop", ("Input.ReturnsOn", back));
        var visitor = app.Visitor();
        await visitor.Visit($"/toko/{stall.Slug}");
        Assert.Contains("buka lagi", visitor.Text("notice"), StringComparison.Ordinal);
        await owner.Submit("reopen-shop");
        await visitor.Visit($"/toko/{stall.Slug}");
        Assert.Equal("", visitor.Text("notice"));
    }

    private static async Task<JsonElement> Json(ZipArchive zip, string name) => JsonDocument.Parse(await Text(zip, name)).RootElement;

    private static async Task<string> Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync(TestContext.Current.CancellationToken));
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
