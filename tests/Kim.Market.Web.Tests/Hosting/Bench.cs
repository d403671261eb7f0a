using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kim.Market.Web.Tests.Hosting;

/// <summary>A small application around the one part of the host that a test is about.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Bench(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public static async Task<Bench> Start(
        Action<IServiceCollection, IConfiguration> services, Action<WebApplication> use, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        services(builder.Services, builder.Configuration);
        var app = builder.Build();
        use(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Bench(app);
    }

    public Task<HttpContext> Get(string path, string scheme = "http", string host = "pasar.example", string from = "127.0.0.1", params (string Name, string Value)[] headers) =>
        Ask(HttpMethods.Get, path, scheme, host, from, headers);

    public Task<HttpContext> Post(string path) => Ask(HttpMethods.Post, path, "http", "pasar.example", "127.0.0.1", []);

    private Task<HttpContext> Ask(string method, string path, string scheme, string host, string from, (string Name, string Value)[] headers) =>
        _app.GetTestServer().SendAsync(
            context =>
            {
                context.Request.Method = method;
                context.Request.Path = path;
                (context.Request.Scheme, context.Request.Host) = (scheme, new HostString(host));
                context.Connection.RemoteIpAddress = IPAddress.Parse(from);
                foreach (var (name, value) in headers)
                {
                    context.Request.Headers[name] = value;
                }
            },
            TestContext.Current.CancellationToken);

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
