using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Domain;

namespace Kim.Market.Web.Events;

/// <summary>Stores money as the whole number of rupiah it is.</summary>
public sealed class RupiahJson : JsonConverter<Rupiah>
{
    public override Rupiah Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Rupiah value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
}
