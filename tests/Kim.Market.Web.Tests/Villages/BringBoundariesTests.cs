using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Villages;
using Kim.Market.Web.Tests.Hosting;

namespace Kim.Market.Web.Tests.Villages;

/// <summary><c>kim boundaries FILE.geojson</c>, as an operator types it.</summary>
public sealed class BringBoundariesTests : IDisposable
{
    private readonly OpenFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_good_file_is_in_place_and_any_other_changes_nothing()
    {
        await using var market = new MarketApp();
        await market.InitializeAsync();
        Task<int> Bring(string file) => Web.Cli.Cli.RunAsync(["boundaries", file, "--database", market.ConnectionString], Application.Build);

        Assert.Equal(Web.Cli.ExitCode.Done, await Bring(Written("baik.geojson", Outlines("64.02.01", "64.02.02"))));
        Assert.Equal(Web.Cli.ExitCode.Failed, await Bring(Written("kode.geojson", Outlines("64.02.03", "64.99.01")))); // no such region
        Assert.Equal(Web.Cli.ExitCode.Failed, await Bring(Written("rusak.geojson", "{\"features\":[5]}")));
        Assert.Equal(Web.Cli.ExitCode.WrongUse, await Bring(Large("besar.geojson")));
        Assert.Equal(Web.Cli.ExitCode.WrongUse, await Bring(Path.Combine(_folder.Path, "tidak-ada.geojson")));

        Assert.Equal(["64.02.01", "64.02.02"], await market.Db.QueryAsync($"select code from app.boundaries order by code", row => row.GetString(0), default));
        var map = await market.Visitor().Visit("/wilayah/64.02");
        Assert.Equal(2, map.All("[data-test=ground] path").Count);
    }

    private static string Outlines(params string[] codes) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(',', codes.Select((code, i) => $$$"""{"type":"Feature","properties":{"kode":"{{{code}}}"},"geometry":{"type":"Polygon","coordinates":[[[{{{116 + i}}},-0.1],[{{{117 + i}}},-0.1],[{{{117 + i}}},-1],[{{{116 + i}}},-0.1]]]}}"""))}}]}""";

    private string Written(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    // As long as it may not be, without a byte of it on the disk.
    private string Large(string name)
    {
        var path = Path.Combine(_folder.Path, name);
        using var file = File.Create(path);
        file.SetLength(BoundaryFile.MostBytes + 1);
        return path;
    }
}
