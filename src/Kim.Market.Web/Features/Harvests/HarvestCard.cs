using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Domain.Harvests;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>The harvest of a product that one can queue for, or that is being offered, as the product's page shows it.</summary>
public sealed record HarvestCard(
    Guid HarvestId, short Status, int Capacity, DateOnly ReadyFrom, DateOnly ReadyUntil, DateTimeOffset QueueUntil, int Least, int Most, long? Price,
    int People, int Waiting, int Offered, int Confirmed)
{
    /// <summary>Of the product <c>p</c>; null where there is none.</summary>
    public static SqlPart OfProduct { get; } = SqlPart.Of(
        $"(select to_jsonb(h)::text from harvests h where h.product_id = p.product_id and h.status in ({(short)HarvestStatus.Announced}, {(short)HarvestStatus.Opened}))");

    public bool IsOpen => Status == (short)HarvestStatus.Opened;

    /// <summary>One may still join the line.</summary>
    public bool IsQueueing(DateTimeOffset now) => Status == (short)HarvestStatus.Announced && now < QueueUntil;

    public static HarvestCard? Read(string? row) => row is null ? null : JsonSerializer.Deserialize(row, HarvestJson.Default.HarvestCard);
}

/// <summary>How many of a product were sold in a month.</summary>
public sealed record SoldMonth(DateOnly Month, long Quantity);

/// <summary>How the database hands over rows within a row.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(HarvestCard))]
[JsonSerializable(typeof(SoldMonth[]))]
internal sealed partial class HarvestJson : JsonSerializerContext;
