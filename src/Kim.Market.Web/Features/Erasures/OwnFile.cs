using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kim.Market.Web.Features.Erasures;

/// <summary>What is known of somebody in one file to take along: for people to read, and for other programs.</summary>
public static class OwnFile
{
    public const string Type = "application/json";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file, never a page
    };

    public static byte[] Of(JsonObject known) => JsonSerializer.SerializeToUtf8Bytes(known, Readable);
}
