using System.Globalization;

namespace Kim.Market.Web.Hosting;

/// <summary>The right to be the one web server of a data folder; it ends with the process that holds it.</summary>
public sealed class ServingClaim : IDisposable
{
    private readonly FileStream _held;

    private ServingClaim(FileStream held) => _held = held;

    /// <summary>Takes the claim, and writes down for others who holds it.</summary>
    /// <exception cref="CannotStartException">Another living process holds it.</exception>
    public static ServingClaim Take(string data, string address)
    {
        Directory.CreateDirectory(data);
        var note = Path.Combine(data, "serving");
        var held = FileLock.TryAlone(Path.Combine(data, "serving.lock"))
            ?? throw new CannotStartException(
                $"This data folder is already being served by {Holder(note)}. Stop that one first, or give another --data.");

        File.WriteAllText(note, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} at {address}"));
        return new ServingClaim(held);
    }

    public void Dispose() => _held.Dispose();

    private static string Holder(string note) => File.Exists(note) ? File.ReadAllText(note) : "another process";
}
