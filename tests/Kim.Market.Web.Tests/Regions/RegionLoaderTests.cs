using System.IO.Compression;
using Kim.Market.Domain;
using Kim.Market.Web.Features.Regions;

namespace Kim.Market.Web.Tests.Regions;

/// <summary>These change the tables, so they have a database to themselves.</summary>
public sealed class RegionLoaderTests(RegionsDatabase database) : IClassFixture<RegionsDatabase>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kim-regions-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_same_files_are_not_loaded_twice()
    {
        await database.Loader.LoadAsync(RegionsDatabase.Seeds, Ct);

        Assert.False(await database.Loader.LoadAsync(RegionsDatabase.Seeds, Ct));
    }

    [Fact]
    public async Task A_newer_decree_renames_adds_and_removes()
    {
        await Write("64,Kalimantan Timur", "64.02,Kabupaten Kutai Kartanegara", "64.02.03,Loa Janan", "64.02.03.2006,Batuah");
        await database.Loader.LoadAsync(_folder, Ct);
        await Write("64,Kalimantan Timur", "64.02,Kabupaten Kutai Kartanegara", "64.02.21,Batuah Raya", "64.02.21.2001,Batuah Baru");
        await AppendTo("successions.csv", "64.02.03.2006,64.02.21.2001,Batuah Baru,Keputusan Contoh 1,2027-01-01");

        Assert.True(await database.Loader.LoadAsync(_folder, Ct));

        Assert.Equal("Desa Batuah Baru, Kec. Batuah Raya", (await Find("64.02.03.2006"))!.PlaceText);
        Assert.Null(await Find("64.02.03"));
    }

    [Fact]
    public async Task A_broken_file_leaves_everything_as_it_was()
    {
        await database.Loader.LoadAsync(RegionsDatabase.Seeds, Ct);
        await Write("64,Kalimantan Timur", "64.02.03.2006,Batuah");

        await Assert.ThrowsAsync<KeyNotFoundException>(() => database.Loader.LoadAsync(_folder, Ct));

        Assert.Equal("Desa Batuah, Kec. Loa Janan", (await Find("64.02.03.2006"))!.PlaceText);
        Assert.False(await database.Loader.LoadAsync(RegionsDatabase.Seeds, Ct));
    }

    [Fact]
    public async Task A_code_used_up_by_two_regions_is_refused()
    {
        await Write("64,Kalimantan Timur", "64,Kalimantan Timur");

        await Assert.ThrowsAsync<ArgumentException>(() => database.Loader.LoadAsync(_folder, Ct));
    }

    private async Task<Region?> Find(string code) => await database.Places.FindAsync(RegionCode.Parse(code), Ct);

    private async Task Write(params string[] regions)
    {
        await using (var packed = new GZipStream(File.Create(Path.Combine(_folder, "regions.csv.gz")), CompressionLevel.Fastest))
        await using (var csv = new StreamWriter(packed))
        {
            await csv.WriteAsync(string.Join('\n', regions.Prepend("code,name")));
        }

        await File.WriteAllTextAsync(Path.Combine(_folder, "words.csv"), "prefix,kind,word\n", Ct);
        await File.WriteAllTextAsync(Path.Combine(_folder, "successions.csv"), "old_code,new_code,name,decree,date\n", Ct);
    }

    private async Task AppendTo(string file, string row) =>
        await File.AppendAllTextAsync(Path.Combine(_folder, file), row, Ct);
}
