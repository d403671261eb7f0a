using System.Text.Json.Serialization;
using Kim.Market.Domain.MarketDays;
using Kim.Market.Web.Events;

namespace Kim.Market.Web.Features.MarketDays;

/// <summary>How a market day's plan is kept in its row.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(RupiahJson), typeof(RegionCodeJson)])]
[JsonSerializable(typeof(MarketPlan))]
[JsonSerializable(typeof(Dictionary<DateOnly, string>))]
internal sealed partial class MarketJson : JsonSerializerContext;
