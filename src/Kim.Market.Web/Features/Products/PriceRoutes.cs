using System.Text.Json.Serialization;
using Kim.Market.Domain;
using Kim.Market.Web.Features.Products;

namespace Kim.Market.Web;

/// <summary>One price of a trail, for machines.</summary>
/// <param name="Until">Null for the price of today.</param>
public sealed record OpenPrice(DateTimeOffset From, DateTimeOffset? Until, long Price);

/// <summary>Serves the trail of a price as open data: <c>/p/{slug}/harga.json</c>.</summary>
public static class PriceRoutes
{
    private const int Most = 200;

    public static void MapPrices(this IEndpointRouteBuilder app) => app.MapGet("/p/{slug}/harga.json", AnswerAsync)
        .WithMetadata(new OpenToAttribute(Audience.Everyone) { What = "Mengunduh jejak harga" });

    private static async Task<IResult> AnswerAsync(string slug, ProductPages pages, CancellationToken ct) =>
        Slug.IsValid(slug) && await pages.StepsAsync(slug, ct) is { } steps
            ? TypedResults.Json(Open(steps), OpenPriceJson.Default.OpenPriceArray)
            : TypedResults.NotFound();

    private static OpenPrice[] Open(IReadOnlyList<PriceStep> steps) =>
    [
        .. steps.Select((step, i) => new OpenPrice(step.From, i + 1 < steps.Count ? steps[i + 1].From : null, step.Price)).TakeLast(Most),
    ];
}

/// <summary>How open prices are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OpenPrice[]))]
internal sealed partial class OpenPriceJson : JsonSerializerContext;
