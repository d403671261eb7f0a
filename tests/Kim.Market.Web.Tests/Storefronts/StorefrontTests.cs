using System.Net;
using System.Text.Json.Nodes;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Tests.Pictures;

namespace Kim.Market.Web.Tests.Storefronts;

/// <summary>A KIM arranges how it shows itself, and everybody sees it at once.</summary>
public sealed class StorefrontTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task A_writer_arranges_the_storefront_and_everybody_sees_it_at_once()
    {
        var stall = await _cast.Stall("Dapur Etalase");
        var (first, other) = (await _cast.Goods(stall, "Amplang Etalase"), await _cast.Goods(stall, "Terasi Etalase"));
        var slug = await SlugOf(stall);
        var reader = await app.Visitor().Visit($"/kim/{slug}"); // kept as it was
        Assert.Null(reader.Find(".own-colour"));
        Assert.Null(reader.Find("featured"));

        var writer = app.As(await _cast.Curator(stall.Kim, GroupRole.Writer));
        await writer.Visit("/kelola");
        await writer.Visit(writer.Find("front-link")!.GetAttribute("href")!);
        await writer.Submit(
            "front-form", ("Input.HasColour", "true"), ("Input.Colour", "#ffee00"), ("Input.Turns[5]", "1"), ("Input.Turns[0]", "2"), ("Input.Turns[1]", "0"),
            ("Input.Products", first.Id.ToString()), ("Input.Hours[0].Opens", "08:00"), ("Input.Hours[0].Closes", "16:30"),
            ("Input.Channels[1]", "@kim.etalase"));
        Assert.Equal($"/kelola/{slug}/etalase", writer.Path);
        Assert.Contains("digelapkan", writer.Text("measured"), StringComparison.Ordinal);

        await reader.Visit($"/kim/{slug}");
        Assert.NotNull(reader.Find(".own-colour"));
        Assert.Equal(["Amplang Etalase"], reader.Texts("[data-test=featured] h3"));
        Assert.Equal(["Tentang", "Produk"], reader.Texts(".tabs a"));
        Assert.Null(reader.Find("businesses"));
        Assert.Contains("08.00–16.30 WITA", reader.Text("hours"), StringComparison.Ordinal);
        Assert.Equal("https://www.instagram.com/kim.etalase", reader.Page.QuerySelector("[data-test=channels] a")!.GetAttribute("href"));
        Assert.Contains(other.Name, reader.Text("#produk"), StringComparison.Ordinal);
        await StyledAsync(reader);
        Described(reader);

        // and it is the same once more: nothing happens
        var version = await VersionOf(stall);
        await writer.Submit("front-form");
        Assert.Equal(version, await VersionOf(stall));
        Assert.NotNull(writer.Find("flash"));
    }

    [Fact]
    public async Task Whoever_was_slower_is_told_and_keeps_what_was_typed()
    {
        var stall = await _cast.Stall();
        var path = $"/kelola/{await SlugOf(stall)}/etalase";
        var (one, other) = (app.As(await _cast.Curator(stall.Kim)), app.As(await _cast.Curator(stall.Kim, GroupRole.Chair)));
        await one.Visit(path);
        await other.Visit(path);

        await one.Submit("front-form", ("Input.HasColour", "true"), ("Input.Colour", "#aa0000"));
        await other.Submit("front-form", ("Input.HasColour", "true"), ("Input.Colour", "#00aa00"));

        Assert.Contains("Ada yang berubah", other.Text("refusal"), StringComparison.Ordinal);
        Assert.Equal("#00aa00", other.Find("#Input_Colour")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field()
    {
        var stall = await _cast.Stall();
        var writer = app.As(await _cast.Curator(stall.Kim));
        await writer.Visit($"/kelola/{await SlugOf(stall)}/etalase");

        await writer.Submit(
            "front-form", ("Input.Hours[2].Opens", "16:00"), ("Input.Hours[2].Closes", "08:00"), ("Input.Channels[5]", "0812-3456-7890"));
        Assert.Equal(2, writer.All(".error").Count);
        Assert.NotNull(writer.Find("a[href='#Input_Hours_2__Opens']"));
        Assert.NotNull(writer.Find("#Input_Hours_2__Opens"));
        Assert.NotNull(writer.Find("a[href='#Input_Channels_5_']"));
        Assert.NotNull(writer.Find("#Input_Channels_5_"));

        await writer.Visit(writer.Path);
        await writer.Submit("front-form", ("Input.HasColour", "true"), ("Input.Colour", "merah"));
        Assert.Contains("#0b5259", writer.Text("refusal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_its_own_goods_are_featured_and_only_while_they_are_on_the_stall()
    {
        var (own, foreign) = (await _cast.Goods(await _cast.Stall(), "Madu Sendiri"), await _cast.Goods(await _cast.Stall(), "Madu Orang"));
        var beside = await _cast.Goods(own.Stall, "Lilin Sendiri");
        var slug = await SlugOf(own.Stall);
        var writer = app.As(await _cast.Curator(own.Stall.Kim));
        await writer.Visit($"/kelola/{slug}/etalase");
        Assert.DoesNotContain("Madu Orang", writer.Text("featured-goods"), StringComparison.Ordinal);
        await writer.Post(
            $"/kelola/{slug}/etalase", Token(writer), ("Input.Version", writer.Find("input[name='Input.Version']")!.GetAttribute("value")!),
            ("Input.Products", own.Id.ToString()), ("Input.Products", beside.Id.ToString()), ("Input.Products", foreign.Id.ToString()));

        var reader = await app.Visitor().Visit($"/kim/{slug}");
        Assert.Equal(["Lilin Sendiri", "Madu Sendiri"], reader.Texts("[data-test=featured] h3").Order());

        await _cast.Withdraw(beside);
        await reader.Visit($"/kim/{slug}");
        Assert.Equal(["Madu Sendiri"], reader.Texts("[data-test=featured] h3"));

        await _cast.Close(own.Stall);
        await reader.Visit($"/kim/{slug}");
        Assert.Null(reader.Find("featured"));
    }

    [Fact]
    public async Task A_cover_is_hung_and_taken_down()
    {
        var stall = await _cast.Stall();
        var slug = await SlugOf(stall);
        var writer = app.As(await _cast.Curator(stall.Kim, GroupRole.Writer));
        await writer.Visit($"/kelola/{slug}/etalase");
        await writer.Upload("cover-form", "Input.Photo", await Sample.OfAsync("jpg", 800, 600), ("Input.Alt", ""));
        Assert.NotNull(writer.Find("refusal"));
        await writer.Upload("cover-form", "Input.Photo", "bukan gambar"u8.ToArray(), ("Input.Alt", "Apa saja"));
        Assert.NotNull(writer.Find("refusal"));
        await writer.Upload("cover-form", "Input.Photo", await Sample.OfAsync("jpg", 800, 600), ("Input.Alt", "Dermaga saat pagi"));

        var reader = await app.Visitor().Visit($"/kim/{slug}");
        Assert.Equal("Dermaga saat pagi", reader.Find("cover")!.GetAttribute("alt"));

        await writer.Submit("uncover");
        await reader.Visit($"/kim/{slug}");
        Assert.Null(reader.Find("cover"));
    }

    [Fact]
    public async Task Another_KIM_s_storefront_is_not_there()
    {
        var (own, foreign) = (await _cast.Stall(), await _cast.Stall());
        var writer = app.As(await _cast.Curator(own.Kim));
        await writer.Visit($"/kelola/{await SlugOf(foreign)}/etalase");
        Assert.Equal(HttpStatusCode.NotFound, writer.Status);
        await writer.Visit($"/kelola/{await SlugOf(own)}/etalase");
        await writer.Post($"/kelola/{await SlugOf(foreign)}/etalase?handler=Announce", Token(writer), ("Input.Announcement", "Halo"), ("Input.Until", "2030-01-01"));
        Assert.Equal(HttpStatusCode.NotFound, writer.Status);

        var treasurer = app.As(await _cast.Curator(own.Kim, GroupRole.Treasurer));
        await treasurer.Visit($"/kelola/{await SlugOf(own)}/etalase");
        Assert.NotEqual(HttpStatusCode.OK, treasurer.Status);
    }

    private static (string, string) Token(Browser shown) =>
        ("__RequestVerificationToken", shown.Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);

    private static async Task StyledAsync(Browser reader)
    {
        var address = reader.Page.QuerySelector("link[href^='/warna/ffee00-']")!.GetAttribute("href")!;
        using var answer = await reader.Http.GetAsync(address);
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("--toko:#ffee00", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "If-None-Match", answer.Headers.ETag!.ToString() } } };
        using var unchanged = await reader.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    private static void Described(Browser reader)
    {
        var kim = JsonNode.Parse(reader.Page.QuerySelector("script[type='application/ld+json']")!.TextContent)!["@graph"]![0]!;
        Assert.Equal("https://www.instagram.com/kim.etalase", (string?)kim["sameAs"]![0]);
        Assert.Equal("https://schema.org/Monday", (string?)kim["location"]!["openingHoursSpecification"]![0]!["dayOfWeek"]);
    }

    private async Task<string> SlugOf(Stall stall) => (await app.Db.QueryAsync(
        $"select slug from groups where group_id = {stall.Kim.Value}", row => row.GetString(0), default)).Single();

    private async Task<long> VersionOf(Stall stall) => (await app.Db.QueryAsync(
        $"select version from groups where group_id = {stall.Kim.Value}", row => row.GetInt64(0), default)).Single();
}
