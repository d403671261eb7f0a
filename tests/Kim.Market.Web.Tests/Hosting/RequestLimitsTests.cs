using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kim.Market.Web.Tests.Hosting;

public class RequestLimitsTests
{
    [Fact]
    public async Task A_request_may_bring_one_picture_but_not_a_film()
    {
        var ct = TestContext.Current.CancellationToken;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRequestLimits();
        await using var app = builder.Build();
        app.MapPost("/", async (HttpRequest request) =>
        {
            await request.Body.CopyToAsync(Stream.Null, ct);
            return "taken";
        });
        await app.StartAsync(ct);
        using var http = new HttpClient { BaseAddress = new(app.Urls.Single()), DefaultRequestHeaders = { ExpectContinue = true } };

        using var picture = new ByteArrayContent(new byte[RequestLimits.Usual]);
        using var taken = await http.PostAsync("/", picture, ct);
        using var film = new ByteArrayContent(new byte[RequestLimits.Usual + 1]);
        using var refused = await http.PostAsync("/", film, ct);

        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.False(taken.Headers.Contains("Server"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
    }
}
