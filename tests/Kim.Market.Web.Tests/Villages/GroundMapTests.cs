using System.Text;
using Kim.Market.Domain;
using Kim.Market.Domain.Potentials;
using Kim.Market.Web.Features.Villages;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Villages;

/// <summary>A map of our own: pins of what says where it is, outlines of what the operator has brought, and nothing else.</summary>
public sealed class GroundMapTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task What_says_where_it_is_has_a_pin_and_what_does_not_has_none()
    {
        var village = RegionCode.Parse("62.03.12.2001");
        var kim = await _cast.Kim(village: village);
        await Show(kim, village, "Riam Tanpa Titik", null);
        var reader = await app.Visitor().Visit($"/desa/{village}");
        Assert.Null(reader.Find("pins"));

        await Show(kim, village, "Riam Bertitik", new(-0.51234m, 113.87654m));
        foreach (var place in new[] { $"/desa/{village}", "/wilayah/62.03.12", "/wilayah/62.03", "/wilayah/62" })
        {
            await reader.Visit(place);
            Assert.Equal("Riam Bertitik", Assert.Single(reader.All("[data-test=pins] a[href^='/']")).TextContent);
            Assert.Null(reader.Find("ground")); // one pin on empty ground is no map
        }

        await Show(kim, village, "Riam Bertitik Dua", new(-0.6m, 113.9m));
        await reader.Visit("/wilayah/62.03");
        Assert.Equal(2, reader.All("[data-test=ground] circle").Count);
        await reader.Visit($"/desa/{village}");
        Assert.Contains("geo:-0.51234,113.87654", reader.All("spot").Select(link => link.GetAttribute("href")));
        await reader.Visit($"/desa/{village}/prospektus");
        Assert.Contains("-0.51234, 113.87654", reader.Text("paper"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outlines_are_taken_whole_or_not_at_all_and_coloured_like_the_squares()
    {
        var boundaries = app.Services.GetRequiredService<Boundaries>();
        var (good, _) = BoundaryFile.Read(Encoding.UTF8.GetBytes(File("61.04.02", "61.04.03")));
        var (bad, _) = BoundaryFile.Read(Encoding.UTF8.GetBytes(File("61.04.04", "61.99.01")));

        Assert.Equal(["61.99.01"], await boundaries.KeepAsync(bad, default));
        Assert.Empty(await boundaries.KeepAsync(good, default));
        Assert.Empty(await boundaries.KeepAsync(good, default)); // brought again

        var reader = await app.Visitor().Visit("/wilayah/61.04?ukur=potensi");
        Assert.Equal(2, reader.All("[data-test=ground] path").Count);
        Assert.All(reader.All("[data-test=ground] path"), path => Assert.NotNull(path.GetAttribute("data-q")));

        static string File(params string[] codes) =>
            $$"""{"type":"FeatureCollection","features":[{{string.Join(',', codes.Select((code, i) => $$$"""{"type":"Feature","properties":{"kode":"{{{code}}}"},"geometry":{"type":"Polygon","coordinates":[[[{{{110 + i}}},-2],[{{{111 + i}}},-2],[{{{111 + i}}},-3],[{{{110 + i}}},-2]]]}}"""))}}]}""";
    }

    [Fact]
    public void A_single_pin_is_shown_with_some_ground_around_it()
    {
        var map = new GroundMap([], [new("danau", "Danau", "Desa", -0.5m, 116.1m)]);
        var box = map.ViewBox.Split(' ').Select(int.Parse).ToArray();

        Assert.InRange(box[2], 100, 130);
        Assert.InRange(116_100, box[0], box[0] + box[2]);
        Assert.InRange(500, box[1], box[1] + box[3]);
        Assert.InRange(map.PinSize, 1, 4);
    }

    private async Task Show(Id<Domain.Groups.Group> kim, RegionCode village, string title, Coordinate? spot)
    {
        var (id, _) = await _cast.Potential(
            kim, new(PotentialKind.Tourism, title, "Air terjun kecil.", [], [], new(AttractionKind.Nature, "Perahu 2 jam.", null, "", "", "", "", spot), null), village);
        await _cast.Confirmed(id);
    }
}
