using System.Diagnostics;
using Kim.Market.Web.Hosting.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace Kim.Market.Web.Tests.Hosting;

/// <summary>Telemetry is on here, towards an address at which nobody listens: what counts is what would be sent.</summary>
public class TelemetryTests
{
    [Theory]
    [InlineData("/pesanan/rahasia-kunci", 200)]
    [InlineData("/pesanan/rahasia-kunci/gagal", 500)]
    public async Task A_span_is_named_after_its_route_and_holds_no_key(string path, int status)
    {
        var ended = new TaskCompletionSource<Activity>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.DisplayName.Contains("/pesanan/", StringComparison.Ordinal))
                {
                    ended.TrySetResult(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var bench = await Bench.Start(
            (services, configuration) => services.AddTelemetry(configuration),
            app =>
            {
                app.UseSpanNames();
                app.Use(ApologizeAsync);
                app.MapGet("/pesanan/{key}", (string key) => key);
                app.MapGet("/pesanan/{key}/gagal", string (string key) => throw new InvalidOperationException());
            },
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"));

        await bench.Get(path);

        // A request is answered before it is over.
        var span = await ended.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.StartsWith("GET /pesanan/{key}", span.DisplayName, StringComparison.Ordinal);
        Assert.Equal(status, span.GetTagItem("http.response.status_code"));
        Assert.Equal(status == 500 ? ActivityStatusCode.Error : ActivityStatusCode.Unset, span.Status);
        Assert.DoesNotContain(span.TagObjects, tag => $"{tag.Value}".Contains("rahasia", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_an_address_to_send_to_nothing_of_it_runs()
    {
        await using var bench = await Bench.Start((services, configuration) => services.AddTelemetry(configuration), app => app.UseSpanNames());

        Assert.Null(bench.Services.GetService<TracerProvider>());
        Assert.Empty(bench.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<TelemetryExport>());
    }

    private static async Task ApologizeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (InvalidOperationException)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }
}
