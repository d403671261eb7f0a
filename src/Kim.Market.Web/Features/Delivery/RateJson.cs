using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Events;

namespace Kim.Market.Web.Features.Delivery;

/// <summary>How the table of a business's delivery prices is kept in its row.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(RupiahJson), typeof(RegionCodeJson)], IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(DeliveryRate[]))]
internal sealed partial class RateJson : JsonSerializerContext;

/// <summary>Reads that table.</summary>
internal static class RateTable
{
    /// <summary>What a business asks for bringing goods, as its row has it.</summary>
    public static DeliveryRates Read(string village, long? onePrice, string table, bool? ships) => new(
        RegionCode.Parse(village), onePrice is { } price ? new Rupiah(price) : null,
        JsonSerializer.Deserialize(table, RateJson.Default.DeliveryRateArray)!, ships);
}
