using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>Statements that are run once in a database, for ever under this name.</summary>
public sealed record Script(string Name, string Text)
{
    public string Fingerprint => FingerprintOf(Text);

    internal static string FingerprintOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    /// <summary>The one way in which text that is not a <see cref="Sql"/> is run: definitions, from our own source.</summary>
    internal static async Task RunAsync(NpgsqlConnection connection, string text, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

#pragma warning disable CA2100 // definitions take no parameters; their text and names come from our own source
        await using var command = new NpgsqlCommand(text, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(ct);
    }
}
