using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Potentials;
using Kim.Market.Web.Tests.Pictures;

namespace Kim.Market.Web.Tests.Potentials;

/// <summary>What a village has is shown as well as told; an officer looks at a photo as at a sentence.</summary>
public sealed class PotentialPhotoTests(MarketApp app)
{
    private static readonly RegionCode Village = RegionCode.Parse("64.02.01.2006");

    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task A_photo_is_seen_everywhere_once_an_officer_has_looked()
    {
        var kim = await _cast.Kim(village: Village);
        var (id, slug) = await _cast.Potential(kim, new(
            PotentialKind.Tourism, "Danau Uji Foto", "Danau dengan burung.", [], [],
            new Visit(AttractionKind.Nature, "Ketinting 1 jam.", null, "", "", "", ""), null), Village);
        await _cast.Confirmed(id);
        var reader = app.Visitor();
        using var http = reader.Http;
        var card = await Card(http, slug);
        var writer = app.As(await _cast.Curator(kim, GroupRole.Writer));
        await writer.Visit($"/kelola/potensi/{id}");
        await writer.Visit(writer.Find("photos-link")!.GetAttribute("href")!);
        await writer.Upload("photo-form", "Input.Photo", await Sample.OfAsync("jpg", 800, 600), ("Input.Alt", "Danau dari dermaga"));
        await writer.Upload("photo-form", "Input.Photo", await Sample.OfAsync("png", 640, 480), ("Input.Alt", "Burung pagi hari"));
        Assert.Equal(2, writer.All("gallery-photo").Count);

        await reader.Visit($"/potensi/{slug}");
        Assert.Null(reader.Find("potential-photo")); // nobody has looked

        var officer = app.As(await _cast.Officer("64.02"));
        await officer.Visit("/dinas/potensi");
        var row = officer.All("office-potential").Single(found => found.TextContent.Contains("Danau Uji Foto", StringComparison.Ordinal));
        Assert.Equal(2, row.QuerySelectorAll("[data-test=potential-photo]").Length);
        row.QuerySelector("[data-test=confirm]")!.Closest("form")!.SetAttribute("data-test", "decided");
        await officer.Submit("decided");

        await reader.Visit($"/potensi/{slug}");
        Assert.Equal(["Danau dari dermaga", "Burung pagi hari"], reader.All("potential-photo").Select(photo => photo.QuerySelector("img")!.GetAttribute("alt")));
        await reader.Visit($"/desa/{Village}");
        Assert.Equal(
            "Danau dari dermaga",
            reader.All("journey").Single(found => found.TextContent.Contains("Danau Uji Foto", StringComparison.Ordinal)).QuerySelector("img")!.GetAttribute("alt"));
        await reader.Visit($"/desa/{Village}/potensi");
        Assert.Contains(reader.All("potential-card"), found => found.QuerySelector("img")?.GetAttribute("alt") == "Danau dari dermaga");
        Assert.NotEqual(card, await Card(http, slug)); // another picture on the card of a link
    }

    [Fact]
    public async Task What_was_taken_away_has_no_photos_to_change()
    {
        var kim = await _cast.Kim(village: Village);
        var (id, _) = await _cast.Potential(kim, village: Village);
        var writer = app.As(await _cast.Curator(kim));
        await writer.Visit($"/kelola/potensi/{id}");
        await writer.Submit("withdraw-form", ("Input.Reason", "Salah desa."));

        await writer.Visit($"/kelola/potensi/{id}/foto");
        Assert.Equal(HttpStatusCode.NotFound, writer.Status);
    }

    private static async Task<string> Card(HttpClient http, string slug)
    {
        using var answer = await http.GetAsync(new Uri($"/promosi/potensi/{slug}/kartu.jpg", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.ETag!.Tag;
    }
}
