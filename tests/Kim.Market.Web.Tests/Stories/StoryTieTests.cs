using System.Net;
using System.Xml.Linq;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Stories;
using Kim.Market.Web.Tests.Pictures;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Stories;

/// <summary>Stories of villages and what they have, with pictures, on a day of their own, and for readers of feeds.</summary>
public sealed class StoryTieTests(MarketApp app)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly Cast _cast = new(app.Services);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_story_of_a_village_stands_on_its_page_and_on_that_of_what_it_has()
    {
        var village = RegionCode.Parse("64.02.01.2001");
        var (kim, slug) = await Kim(village);
        var (potential, address) = await _cast.Potential(kim, village: village);
        await _cast.Confirmed(potential);
        var reader = app.Visitor();
        await reader.Visit($"/desa/{village}"); // kept before there is a story
        Assert.Null(reader.Find("kim-stories"));

        var writer = app.As(await _cast.Curator(kim, GroupRole.Writer));
        await writer.Visit($"/kelola/{slug}/cerita/tulis");
        await writer.Visit(writer.Find("of-village")!.GetAttribute("href")!);
        await writer.Submit("story-form", ("Input.Title", "Titian yang menyala"), ("Input.Place", "Di titian **ulin**."), ("Input.Hope", "Lampu surya."));
        Assert.Contains("Pilih", writer.Page.Body!.TextContent, StringComparison.Ordinal); // a story is about somebody or something
        await writer.Submit(
            "story-form", ("Input.Title", "Titian yang menyala"), ("Input.Place", "Di titian **ulin**."), ("Input.Hope", "Lampu surya."),
            ("Input.Villages", village.Value), ("Input.Potentials", potential.ToString()));
        Assert.Equal($"/kelola/{slug}/cerita", writer.Path);

        await reader.Visit($"/desa/{village}");
        Assert.Contains("Di titian ulin.", reader.Text("kim-stories"), StringComparison.Ordinal);
        await reader.Visit(reader.Page.QuerySelector("[data-test=kim-stories] h3 a")!.GetAttribute("href")!);
        Assert.Equal("ulin", reader.Page.QuerySelector(".told strong")!.TextContent);
        Assert.NotNull(reader.Page.QuerySelector($"[data-test=told-places] a[href='/desa/{village}']"));
        Assert.NotNull(reader.Page.QuerySelector($"[data-test=told-places] a[href='/potensi/{address}']"));
        await reader.Visit($"/potensi/{address}");
        Assert.Contains("Titian yang menyala", reader.Text("kim-stories"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_village_of_another_KIM_is_not_for_the_telling()
    {
        var (kim, slug) = await Kim(RegionCode.Parse("64.02.01.2002"));
        var (other, _) = await _cast.Potential(await _cast.Kim());
        await _cast.Confirmed(other);
        var writer = app.As(await _cast.Curator(kim, GroupRole.Writer));
        await writer.Visit($"/kelola/{slug}/cerita/tulis?tentang=desa");
        await writer.Submit("story-form", ("Input.Title", "Bukan desa kami"), ("Input.Place", "Jauh."), ("Input.Villages", Cast.Village.Value), ("Input.Potentials", other.ToString()));

        Assert.Equal(0, (await app.Db.QueryAsync($"select count(*) from stories where group_id = {kim.Value}", row => row.GetInt64(0), Stop)).Single());
    }

    [Fact]
    public async Task A_story_for_a_later_day_is_read_by_nobody_before_it()
    {
        var village = RegionCode.Parse("64.02.01.2003");
        var (kim, slug) = await Kim(village);
        var writer = app.As(await _cast.Curator(kim, GroupRole.Writer));
        var day = DateOnly.FromDateTime(app.Clock.GetUtcNow().AddDays(9).UtcDateTime);
        await writer.Visit($"/kelola/{slug}/cerita/tulis?tentang=desa");
        await writer.Submit("story-form", ("Input.Title", "Besok saja"), ("Input.Place", "Di sini."), ("Input.Villages", village.Value), ("Input.From", "2020-01-01"));
        Assert.Contains("Pilih hari sesudah hari ini", writer.Page.Body!.TextContent, StringComparison.Ordinal);
        await writer.Submit("story-form", ("Input.From", day.ToString("yyyy-MM-dd", null)));
        Assert.Contains("tampil mulai", writer.Text("desk-story"), StringComparison.Ordinal);

        var reader = app.Visitor();
        await reader.Visit("/cerita/besok-saja");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
        await app.Services.GetRequiredService<StoryTimers>().SweepAsync(Stop); // not yet
        await reader.Visit("/cerita/besok-saja");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);

        await writer.Visit(writer.Page.QuerySelector("[data-test=desk-story] a")!.GetAttribute("href")!);
        await writer.Submit("show-now");
        await reader.Visit("/cerita/besok-saja");
        Assert.Equal(HttpStatusCode.OK, reader.Status);
    }

    [Fact]
    public async Task A_story_appears_by_itself_when_its_moment_has_come()
    {
        var (kim, _) = await Kim(RegionCode.Parse("64.02.01.2004"));
        var id = Id<Domain.Stories.Story>.New();
        var now = app.Clock.GetUtcNow();
        Assert.Null(await app.Marketplace.BeginAsync(
            id, Domain.Stories.Story.Write(
                id, kim, "Pada waktunya", $"pada-waktunya-{Cast.Mark()}", Domain.Stories.StoryBlock.Of("Kami.", null, null, null), [], [], now.AddDays(-2),
                new([RegionCode.Parse("64.02.01.2004")], []), now.AddMinutes(-1)), new Metadata(), Stop));
        await app.Services.GetRequiredService<StoryTimers>().SweepAsync(Stop);

        var row = (await app.Db.QueryAsync($"select shown, shows_from is null, written_at from stories where story_id = {id.Value}", row => (row.GetBoolean(0), row.GetBoolean(1), row.GetDateTime(2)), Stop)).Single();
        Assert.Equal((true, true), (row.Item1, row.Item2));
        Assert.True(row.Item3 > now.AddMinutes(-2).UtcDateTime); // new at its moment, not when it was written
    }

    [Fact]
    public async Task Pictures_of_a_story_have_words_and_an_order()
    {
        var (kim, _) = await Kim(Cast.Village);
        var (story, slug) = await _cast.Story(await _cast.Goods(await _cast.Stall(kim: kim)), "Cerita bergambar");
        var writer = app.As(await _cast.Curator(kim, GroupRole.Writer));
        await writer.Visit($"/kelola/cerita/{story}");
        await writer.Visit(writer.Find("photos-link")!.GetAttribute("href")!);
        await writer.Upload("photo-form", "Input.Photo", await Sample.OfAsync("jpg", 800, 600), ("Input.Alt", ""));
        Assert.Contains("Tulis apa yang terlihat", writer.Page.Body!.TextContent, StringComparison.Ordinal);
        await writer.Upload("photo-form", "Input.Photo", "bukan gambar"u8.ToArray(), ("Input.Alt", "Apa saja"));
        Assert.NotNull(writer.Page.QuerySelector("[data-test=photo-form]"));
        await writer.Upload("photo-form", "Input.Photo", await Sample.OfAsync("jpg", 800, 600), ("Input.Alt", "Dua orang di titian"));
        await writer.Upload("photo-form", "Input.Photo", await Sample.OfAsync("png", 640, 480), ("Input.Alt", "Kerupuk dijemur"));
        await writer.Submit("forward-photo");

        var reader = app.Visitor();
        await reader.Visit($"/cerita/{slug}");
        Assert.Equal(["Kerupuk dijemur", "Dua orang di titian"], reader.All("story-photo").Select(photo => photo.QuerySelector("img")!.GetAttribute("alt")));
        await writer.Visit($"/kelola/cerita/{story}/foto");
        await writer.Submit("remove-photo");
        await reader.Visit($"/cerita/{slug}");
        Assert.Equal(["Dua orang di titian"], reader.All("story-photo").Select(photo => photo.QuerySelector("img")!.GetAttribute("alt")));
    }

    [Fact]
    public async Task Readers_of_feeds_hear_of_the_newest()
    {
        var (kim, slug) = await Kim(Cast.Village);
        var (_, story) = await _cast.Story(await _cast.Goods(await _cast.Stall(kim: kim)), "Kabar & <cerita>");
        using var http = app.Visitor().Http;
        using var answer = await http.GetAsync(new Uri($"/kim/{slug}/cerita.atom", UriKind.Relative), Stop);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).Root!;

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Atom + "feed", feed.Name);
        var entry = Assert.Single(feed.Elements(Atom + "entry"));
        Assert.Equal("Kabar & <cerita>", entry.Element(Atom + "title")!.Value);
        Assert.EndsWith($"/cerita/{story}", entry.Element(Atom + "id")!.Value, StringComparison.Ordinal);
        Assert.NotNull(entry.Element(Atom + "updated"));

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/kim/{slug}/cerita.atom");
        again.Headers.Add("If-None-Match", answer.Headers.ETag!.ToString());
        using var same = await http.SendAsync(again, Stop);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        using var all = await http.GetAsync(new Uri("/cerita.atom", UriKind.Relative), Stop);
        Assert.Contains(story, await all.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        var reader = app.Visitor();
        await reader.Visit($"/kim/{slug}");
        Assert.Equal($"/kim/{slug}/cerita.atom", reader.Page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href"));
        await reader.Visit("/cerita");
        Assert.Contains(reader.All("story-card"), card => card.TextContent.Contains("Kabar & <cerita>", StringComparison.Ordinal));
        await reader.Visit("/kim/tidak-ada/cerita.atom");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
    }

    private async Task<(Id<Group> Id, string Slug)> Kim(RegionCode village)
    {
        var kim = await _cast.Kim("KIM Bercerita", village);
        return (kim, (await app.Db.QueryAsync($"select slug from groups where group_id = {kim.Value}", row => row.GetString(0), Stop)).Single());
    }
}
