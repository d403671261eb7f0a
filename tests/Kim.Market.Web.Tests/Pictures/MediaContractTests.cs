using Kim.Market.Web.Hosting;
using Kim.Market.Web.Pictures;
using Microsoft.Extensions.Configuration;

namespace Kim.Market.Web.Tests.Pictures;

/// <summary>What every store of pictures promises, whichever it is.</summary>
public abstract class MediaContract : IAsyncLifetime
{
    private static readonly string Hash = new('a', 64);
    private static readonly string Other = new('b', 64);

    private readonly DirectoryInfo _desk = Directory.CreateTempSubdirectory("kim-media-");

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected IMediaStore Media { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Media = await OpenAsync(_desk.CreateSubdirectory("store").FullName);

    public virtual ValueTask DisposeAsync()
    {
        _desk.Delete(recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_was_never_kept_is_not_there()
    {
        Assert.Null(await Media.OpenAsync(PictureName.Of(Hash, 320), Stop));
        Assert.False(await Media.HasAsync(PictureName.Of(Hash, 320), Stop));
        Assert.Null(await Media.OpenOriginalAsync(Hash, Stop));
        Assert.False(await Media.HasOriginalAsync(Hash, Stop));
        Assert.Empty(await Originals());
        await Media.ForgetOriginalAsync(Hash, Stop);
    }

    [Fact]
    public async Task Renditions_come_back_byte_by_byte_and_one_can_seek_in_them()
    {
        var (small, large) = (PictureName.Of(Hash, 320), PictureName.Of(Hash, 1280, PictureFormat.Jpeg));
        await Media.KeepAsync([(small, Written("kecil")), (large, Written("besar sekali"))], Stop);

        Assert.Equal("kecil", await Read(await Media.OpenAsync(small, Stop)));
        Assert.True(await Media.HasAsync(large, Stop));
        Assert.False(await Media.HasAsync(PictureName.Of(Hash, 640), Stop));
        Assert.False(await Media.HasAsync(PictureName.Of(Hash, 320, PictureFormat.Jpeg), Stop));
        await using var content = await Media.OpenAsync(large, Stop);
        Assert.Equal(12, content!.Length);
        content.Position = 6;
        Assert.Equal("sekali", await Read(content));
    }

    [Fact]
    public async Task What_was_sent_is_apart_from_its_renditions_and_written_once()
    {
        await Media.KeepOriginalAsync(Hash, Written("asli"), Stop);
        await Media.KeepOriginalAsync(Hash, Written("lain"), Stop);
        await Media.KeepOriginalAsync(Other, Written(new string('x', 300_000)), Stop);

        Assert.Equal("asli", await Read(await Media.OpenOriginalAsync(Hash, Stop)));
        Assert.Equal(300_000, (await Read(await Media.OpenOriginalAsync(Other, Stop))).Length);
        Assert.True(await Media.HasOriginalAsync(Hash, Stop));
        Assert.Null(await Media.OpenAsync(PictureName.Of(Hash, 320), Stop));
        Assert.Equal([Hash, Other], (await Originals()).Order());
    }

    [Fact]
    public async Task What_was_sent_can_be_thrown_away_and_twice_is_once()
    {
        await Media.KeepOriginalAsync(Hash, Written("asli"), Stop);
        await Media.KeepAsync([(PictureName.Of(Hash, 320), Written("kecil"))], Stop);
        await Media.ForgetOriginalAsync(Hash, Stop);
        await Media.ForgetOriginalAsync(Hash, Stop);

        Assert.False(await Media.HasOriginalAsync(Hash, Stop));
        Assert.True(await Media.HasAsync(PictureName.Of(Hash, 320), Stop));
    }

    [Theory, InlineData(""), InlineData("../../etc/passwd"), InlineData("AAAA"), InlineData("asal/")]
    public async Task What_is_no_name_leads_nowhere(string name)
    {
        Assert.Null(await Media.OpenOriginalAsync(name, Stop));
        Assert.False(await Media.HasOriginalAsync(name, Stop));
        await Media.ForgetOriginalAsync(name, Stop);
        await Assert.ThrowsAsync<ArgumentException>(() => Media.KeepOriginalAsync(name, Written("x"), Stop));
    }

    [Fact]
    public async Task A_photo_takes_its_whole_way_through_it()
    {
        using var pictures = new Web.Pictures.Pictures(Media);
        using var upload = new MemoryStream(await Sample.OfAsync("jpg", 200, 100));
        var hash = await pictures.ReceiveAsync(upload, Stop);
        Assert.True(await pictures.HasReceivedAsync(hash, Stop));
        Assert.False(await pictures.IsWholeAsync(hash, Stop));

        Assert.Equal((200, 100), await pictures.PrepareAsync(hash, Stop) is var kept ? (kept.Width, kept.Height) : default);
        Assert.True(await pictures.IsWholeAsync(hash, Stop));
    }

    protected abstract Task<IMediaStore> OpenAsync(string folder);

    protected string Written(string content)
    {
        var file = Path.Combine(_desk.FullName, Guid.NewGuid().ToString("N"));
        File.WriteAllText(file, content);
        return file;
    }

    protected async Task<List<string>> Originals()
    {
        var found = new List<string>();
        await foreach (var (hash, at) in Media.OriginalsAsync(Stop))
        {
            Assert.InRange(at, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
            found.Add(hash);
        }

        return found;
    }

    private static async Task<string> Read(Stream? content)
    {
        using var reader = new StreamReader(content!);
        return await reader.ReadToEndAsync(Stop);
    }
}

public sealed class FolderMediaTests : MediaContract
{
    protected override Task<IMediaStore> OpenAsync(string folder) => Task.FromResult<IMediaStore>(new FolderMedia(folder));
}

public sealed class S3MediaTests : MediaContract
{
    private SmallS3 _s3 = null!;

    public override async ValueTask DisposeAsync()
    {
        ((S3Media)Media).Dispose();
        await _s3.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Keys_are_those_of_the_folder_behind_the_prefix_and_say_what_they_are()
    {
        var name = PictureName.Of(new('c', 64), 640, PictureFormat.Jpeg);
        await Media.KeepAsync([(name, Written("foto"))], Stop);
        await Media.KeepOriginalAsync(name.Hash, Written("asli"), Stop);

        Assert.Equal("image/jpeg", _s3.Objects[$"pasar/cc/{name}"].MediaType);
        Assert.Contains($"pasar/asal/cc/{name.Hash}", _s3.Objects.Keys);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_and_nothing_is_taken_for_kept()
    {
        using var stranger = new S3Media(_s3.Settings with { SecretKey = "tebakan" });
        await Assert.ThrowsAsync<IOException>(() => stranger.KeepAsync([(PictureName.Of(new('c', 64), 320), Written("foto"))], Stop));
        await Assert.ThrowsAsync<IOException>(() => stranger.OpenAsync(PictureName.Of(new('c', 64), 320), Stop));
        Assert.Empty(_s3.Objects);
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_keeps_nothing_and_says_so()
    {
        using var lost = new S3Media(_s3.Settings with { Bucket = "lain" });
        var failure = await Assert.ThrowsAsync<IOException>(() => lost.KeepOriginalAsync(new('c', 64), Written("foto"), Stop));
        Assert.Contains("'lain'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_storage_that_stumbles_is_asked_again()
    {
        _s3.Failures = 2;
        await Media.KeepAsync([(PictureName.Of(new('c', 64), 320), Written("foto"))], Stop);

        Assert.Single(_s3.Objects);
        Assert.Equal(3, _s3.Requests);
    }

    [Fact]
    public async Task A_storage_that_is_gone_is_a_failure_of_the_storage()
    {
        using var gone = new S3Media(_s3.Settings with { Endpoint = new("http://127.0.0.1:1") });
        await Assert.ThrowsAsync<IOException>(() => gone.HasAsync(PictureName.Of(new('c', 64), 320), Stop));
    }

    [Fact]
    public async Task A_long_list_is_read_page_by_page()
    {
        _s3.PageSize = 2;
        foreach (var letter in "abcde")
        {
            await Media.KeepOriginalAsync(new(letter, 64), Written("asli"), Stop);
        }

        Assert.Equal(5, (await Originals()).Count);
    }

    [Theory]
    [InlineData("Kim:S3:Endpoint", "ftp://x")]
    [InlineData("Kim:S3:Bucket", "")]
    [InlineData("Kim:S3:SecretKey", "")]
    public void Half_a_setting_stops_the_program_with_a_sentence(string name, string value)
    {
        Dictionary<string, string?> settings = new()
        {
            ["Kim:S3:Endpoint"] = "https://s3.example.org",
            ["Kim:S3:Bucket"] = "foto",
            ["Kim:S3:AccessKey"] = "a",
            ["Kim:S3:SecretKey"] = "b",
            ["Kim:S3:Prefix"] = "/pasar/",
        };
        Assert.Equal("pasar/", S3Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())!.Prefix);
        Assert.Null(S3Settings.Read(new ConfigurationBuilder().Build()));

        settings[name] = value;
        var failure = Assert.Throws<CannotStartException>(() => S3Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
        Assert.StartsWith(name, failure.Message, StringComparison.Ordinal);
    }

    protected override async Task<IMediaStore> OpenAsync(string folder)
    {
        _s3 = await SmallS3.StartAsync();
        return new S3Media(_s3.Settings);
    }
}
