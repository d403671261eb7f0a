using System.Text.Json;
using Kim.Market.Web.Hosting.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kim.Market.Web;

/// <summary>
/// <c>/healthz</c>: the process answers. <c>/readyz</c>: it may be sent visitors. Both speak JSON and tell no secret.
/// </summary>
public static class HealthRoutes
{
    private static readonly OpenToAttribute Policy = new(Audience.Everyone) { What = "Memeriksa apakah situs ini hidup" };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DrainingHealth>("process")
            .AddCheck<DatabaseHealth>("database", timeout: Patience)
            .AddCheck<FollowersHealth>("followers");
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/healthz", new() { Predicate = _ => false, ResponseWriter = WriteAsync }).WithMetadata(Policy);
        app.MapHealthChecks("/readyz", new() { ResponseWriter = WriteAsync }).WithMetadata(Policy);
    }

    private static async Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter.AsStream());
        json.WriteStartObject();
        json.WriteString("status", Word(report.Status));
        foreach (var (name, entry) in report.Entries)
        {
            json.WriteString(name, entry.Description ?? Word(entry.Status));
        }

        json.WriteEndObject();
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "degraded",
        _ => "unavailable",
    };
}
