using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kim.Market.Web.Tests;

/// <summary>A machine on this one that stands for somebody else's: it answers as it is told, at an address of its own.</summary>
public abstract class FakeSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    protected FakeSite()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Address { get; private set; } = "";

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _app.DisposeAsync();
    }

    protected abstract Task AnswerAsync(HttpContext http);

    protected static async Task<T> StartAsync<T>(T site) where T : FakeSite
    {
        await site._app.StartAsync();
        site.Address = site._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return site;
    }
}
