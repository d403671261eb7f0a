using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Domain;

namespace Kim.Market.Web.Events;

/// <summary>Stores a place as its dotted code.</summary>
public sealed class RegionCodeJson : JsonConverter<RegionCode>
{
    public override RegionCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RegionCode.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, RegionCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
