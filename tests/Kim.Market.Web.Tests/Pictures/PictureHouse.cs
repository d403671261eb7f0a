using Kim.Market.Web.Pictures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kim.Market.Web.Tests.Pictures;

/// <summary>A site of pictures alone, with one in it.</summary>
public sealed class PictureHouse : IAsyncLifetime
{
    private WebApplication _app = null!;

    public Album Album { get; } = new();

    public Picture Picture { get; private set; } = null!;

    public HttpClient Client() => _app.GetTestClient();

    public async ValueTask InitializeAsync()
    {
        Picture = await Album.Keep(await Sample.OfAsync("jpg", 640, 480));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IMediaStore>(Album.Media);
        _app = builder.Build();
        _app.MapPictures();
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Album.Dispose();
    }
}
