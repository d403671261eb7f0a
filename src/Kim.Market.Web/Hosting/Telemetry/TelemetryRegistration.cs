using System.Diagnostics;
using Kim.Market.Web.Hosting.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Kim.Market.Web;

/// <summary>Traces and figures over OTLP, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says so; else nothing of it runs.</summary>
/// <remarks>The exporter's own settings are OpenTelemetry's: OTEL_EXPORTER_OTLP_PROTOCOL, _HEADERS, OTEL_SERVICE_NAME and so on.</remarks>
public static class TelemetryRegistration
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[Endpoint] is not { Length: > 0 })
        {
            return services;
        }

        // without it, the server's spans come without a method, a path or a status
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder().ConfigureResource(Name)
            .AddSource("Microsoft.AspNetCore", "Npgsql").AddOtlpExporter().Build());
        services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().ConfigureResource(Name)
            .AddMeter(
                "Kim.Market", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting",
                "Npgsql", "System.Runtime")
            .AddOtlpExporter().Build());
        services.AddHostedService<TelemetryExport>();
        return services;
    }

    /// <summary>Names each request's span after its route. Belongs first: the status it writes down is the final one.</summary>
    public static IApplicationBuilder UseSpanNames(this IApplicationBuilder app) =>
        app.ApplicationServices.GetService<TracerProvider>() is null ? app : app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            finally
            {
                if (Activity.Current is { IsAllDataRequested: true } span)
                {
                    SpanName.Write(span, context);
                }
            }
        });

    private static void Name(ResourceBuilder resource) => resource.AddService("pasar-kim").AddEnvironmentVariableDetector();
}
