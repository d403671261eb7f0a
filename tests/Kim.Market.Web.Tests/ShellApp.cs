using System.Net;
using Kim.Market.Web.Assets;
using Kim.Market.Web.Features;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kim.Market.Web.Tests;

/// <summary>The shell of the site without a market: its own pipeline, on a real port, with the pages a test maps.</summary>
public sealed class ShellApp : IAsyncDisposable
{
    // packing the assets as tightly as they are takes longer than the rest of a start
    private static readonly AssetCatalogue Assets = AssetCatalogue.Read(Path.Combine(AppContext.BaseDirectory, "wwwroot"));

    private readonly WebApplication _app;
    private readonly SocketsHttpHandler _connections = new() { AllowAutoRedirect = false, UseCookies = false };

    private ShellApp(WebApplication app)
    {
        _app = app;
        Client = new(_connections)
        {
            BaseAddress = new(app.Urls.Single()),
            DefaultRequestVersion = HttpVersion.Version11,
        };
    }

    public HttpClient Client { get; }

    public T The<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<ShellApp> Start(Action<WebApplication>? map = null, TimeProvider? clock = null, long maxBody = 30_000_000)
    {
        // named after the program, so that MVC finds its pages
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Kim.Market.Web" });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = maxBody;
        });
        builder.Services.AddShell().AddApplicationPart(typeof(ShellApp).Assembly);
        builder.Services.AddPageCache();
        builder.Services.AddSingleton(Assets);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);

        var app = builder.Build();
        app.UseAssets();
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
            return next(context);
        });
        app.UseLanguage();
        app.UsePageCache();
        app.UseErrorPages();
        app.UseSameOrigin();
        app.UseRouting();
        app.UsePageStore();
        map?.Invoke(app);
        app.MapControllers();
        app.MapRazorPages();
        await app.StartAsync();
        return new(app);
    }

    public Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, headers);

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<string> Text(string path) => Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _connections.Dispose();
        await _app.DisposeAsync();
    }
}
