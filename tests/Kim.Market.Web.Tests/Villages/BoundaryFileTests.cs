using System.Text;
using Kim.Market.Web.Features.Villages;

namespace Kim.Market.Web.Tests.Villages;

/// <summary>Outlines come from files that somebody else has made: all that is wrong in them is told, and nothing half is taken.</summary>
public sealed class BoundaryFileTests
{
    private const string West = """{"type":"Feature","properties":{"kode":"640201"},"geometry":{"type":"Polygon","coordinates":[[[116,0],[116.5,0],[116.5003,-0.2501],[116.5,-0.5],[116,-0.5],[116,0]]]}}""";
    private const string East = """{"type":"Feature","properties":{"kode":"64.02.02"},"geometry":{"type":"MultiPolygon","coordinates":[[[[116.5,0],[117,0],[117,-0.5],[116.5,-0.5],[116.5003,-0.2501],[116.5,0]]]]}}""";

    [Fact]
    public void Neighbours_keep_their_common_border()
    {
        var (found, problems) = Read(West, East);

        Assert.Empty(problems);
        Assert.Equal(["64.02.01", "64.02.02"], found.Select(boundary => boundary.Code.Value));
        Assert.Equal(found[0].Outline.East, found[1].Outline.West);
        Assert.Equal((116_000, 0, 116_500, 500), (found[0].Outline.West, found[0].Outline.North, found[0].Outline.East, found[0].Outline.South));
        Assert.Equal("M116000 0l500 0 0 500-500 0z", found[0].Outline.Path);
    }

    [Fact]
    public void However_fine_it_is_it_stays_short()
    {
        var circle = string.Join(',', Enumerable.Range(0, 20_000).Select(i => FormattableString.Invariant($"[{116 + Math.Cos(i * Math.Tau / 20_000)},{Math.Sin(i * Math.Tau / 20_000)}]")));

        var (found, problems) = Read($$$"""{"type":"Feature","properties":{"code":"64.02"},"geometry":{"type":"Polygon","coordinates":[[{{{circle}}}]]}}""");

        Assert.Empty(problems);
        Assert.InRange(found[0].Outline.Path.Length, 200, 12 * Outline.MostPoints);
    }

    [Theory]
    [InlineData("""{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}""", "Kemendagri code")]
    [InlineData("""{"type":"Feature","properties":{"kode":"640201"},"geometry":{"type":"Point","coordinates":[116,2]}}""", "neither Polygon")]
    [InlineData("""{"type":"Feature","properties":{"kode":"640201"},"geometry":{"type":"Polygon","coordinates":[[[0,116],[0,117],[1,117],[0,116]]]}}""", "longitude first")]
    [InlineData("""{"type":"Feature","properties":{"kode":"640201"},"geometry":{"type":"Polygon","coordinates":[[["a",0],[116,0]]]}}""", "two numbers")]
    [InlineData("""{"type":"Feature","properties":{"kode":"640201"},"geometry":{"type":"Polygon","coordinates":[5]}}""", "no lists")]
    [InlineData("""{"type":"Feature","properties":{"kode":"640201"},"geometry":{"type":"Polygon","coordinates":[[[116,0],[116.0001,0],[116,0.0001],[116,0]]]}}""", "too small")]
    [InlineData("""{"type":"Feature","properties":{"kode":"640201"},"geometry":null}""", "no geometry")]
    [InlineData("""{"type":"Feature","properties":{"kode":"640201"},"geometry":{"type":7,"coordinates":[[[116,1e999]]]}}""", "neither Polygon")]
    [InlineData("""{"type":"Feature","properties":{"kode":"640201"},"geometry":{"type":"Polygon","coordinates":[[[116,1e999]]]}}""", "outside Indonesia")]
    [InlineData("5", "Kemendagri code")]
    public void What_is_wrong_is_told_with_its_place(string feature, string said)
    {
        var (_, problems) = Read(West.Replace("640201", "640203", StringComparison.Ordinal), feature);
        Assert.Contains(said, Assert.Single(problems), StringComparison.Ordinal);
        Assert.StartsWith("Feature 2: ", problems[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"features":{}}""")]
    [InlineData("""{"features":[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]}""")]
    public void What_is_no_collection_is_refused(string file)
    {
        var (found, problems) = BoundaryFile.Read(Encoding.UTF8.GetBytes(file));
        Assert.Empty(found);
        Assert.Single(problems);
    }

    [Fact]
    public void A_region_that_comes_twice_is_refused_and_no_more_than_ten_things_are_told()
    {
        Assert.Contains("comes twice", Assert.Single(Read(West, West).Problems), StringComparison.Ordinal);
        Assert.Equal(10, Read([.. Enumerable.Repeat("{}", 50)]).Problems.Count);
    }

    private static (IReadOnlyList<ReadBoundary> Found, IReadOnlyList<string> Problems) Read(params string[] features) =>
        BoundaryFile.Read(Encoding.UTF8.GetBytes($$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}"""));
}
