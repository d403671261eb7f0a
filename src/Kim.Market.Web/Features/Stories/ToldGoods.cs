using System.Text.Json.Serialization;

namespace Kim.Market.Web.Features.Stories;

/// <summary>A product that a story tells of, as a list of stories names it.</summary>
public sealed record ToldGoods(string Slug, string Name);

/// <summary>How they come out of the list's statement.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ToldGoods[]))]
internal sealed partial class ToldJson : JsonSerializerContext;
