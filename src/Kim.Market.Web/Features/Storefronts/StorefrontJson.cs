using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Domain.Groups;
using Kim.Market.Web.Events;

namespace Kim.Market.Web.Features.Storefronts;

/// <summary>How a storefront is kept in the row of its KIM.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(IdJson)])]
[JsonSerializable(typeof(Storefront))]
internal sealed partial class StorefrontJson : JsonSerializerContext
{
    public static Storefront Read(string column) => JsonSerializer.Deserialize(column, Default.Storefront)!;
}
