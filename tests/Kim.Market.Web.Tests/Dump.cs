using System.Diagnostics;
using Npgsql;

namespace Kim.Market.Web.Tests;

/// <summary>All of a database as a thief would have it, keys and all.</summary>
internal static class Dump
{
    public static async Task<string> OfAsync(MarketApp app)
    {
        var at = new NpgsqlConnectionStringBuilder(app.ConnectionString);
        var tool = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(home => Path.Combine(home, "bin", "pg_dump")).Last(File.Exists);
        using var dumping = Process.Start(new ProcessStartInfo(tool, ["--host", at.Host!, "--port", $"{at.Port}", "--username", at.Username!, "--exclude-table-data=app.regions", at.Database!])
        {
            RedirectStandardOutput = true,
            Environment = { ["PGPASSWORD"] = at.Password ?? "" },
        })!;
        var dump = await dumping.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await dumping.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, dumping.ExitCode);
        Assert.Contains("mt_events", dump, StringComparison.Ordinal);
        return dump;
    }
}
