using System.Diagnostics;
using System.Globalization;

namespace Kim.Market.Web.Hosting.Postgres;

/// <summary>PostgreSQL's own programs as installed on this machine, run as an account that PostgreSQL accepts.</summary>
internal sealed class PostgresPrograms(string bin, UnixAccount? account)
{
    public const int OldestVersion = 15;
    private const string Packaged = "/usr/lib/postgresql";

    /// <summary>
    /// Finds the folder of initdb, pg_ctl and postgres: KIM_PG_BIN, else the distribution's.
    /// A cluster can only be opened by the major version that made it, so <paramref name="version"/> asks for that one.
    /// </summary>
    public static string FindBin(int? version = null)
    {
        if (Environment.GetEnvironmentVariable("KIM_PG_BIN") is { Length: > 0 } chosen)
        {
            return File.Exists(Path.Combine(chosen, "initdb"))
                ? chosen
                : throw new CannotStartException($"KIM_PG_BIN names {chosen}, but there is no initdb in it.");
        }

        var installed = InstalledVersions();
        if (version is { } made)
        {
            return installed.Contains(made)
                ? BinOf(made)
                : throw new CannotStartException(
                    $"The database was made by PostgreSQL {made}, which is not installed. " +
                    $"Install postgresql-{made}, or move the database on as docs/operations.md describes.");
        }

        return installed.Count > 0
            ? BinOf(installed.Max())
            : throw new CannotStartException(
                $"PostgreSQL {OldestVersion} or newer was not found. Install it (apt-get install postgresql), " +
                "or name a running server with --database.");
    }

    /// <summary>Runs one program to its end.</summary>
    /// <exception cref="CannotStartException">It failed; the message holds what it said.</exception>
    public Task RunAsync(string program, params IEnumerable<string> arguments)
    {
        IEnumerable<string> command = [Path.Combine(bin, program), .. arguments];
        return ExecuteAsync(account is null ? command : [.. account.Drop, .. command]);
    }

    /// <summary>Hands a file or folder to the account PostgreSQL runs as.</summary>
    public Task GiveAsync(string path) =>
        account is null ? Task.CompletedTask : ExecuteAsync(["chown", account.Owner, path]);

    /// <summary>Whether the account PostgreSQL runs as can write into a folder: all folders above must let it through.</summary>
    public async Task<bool> CanWriteAsync(string folder)
    {
        if (account is null)
        {
            return true;
        }

        try
        {
            await ExecuteAsync([.. account.Drop, "test", "-w", folder]);
            return true;
        }
        catch (CannotStartException)
        {
            return false;
        }
    }

    private static HashSet<int> InstalledVersions() => !Directory.Exists(Packaged)
        ? []
        : [.. Directory.EnumerateDirectories(Packaged)
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var v) ? v : 0)
            .Where(version => version >= OldestVersion && File.Exists(Path.Combine(BinOf(version), "initdb")))];

    private static string BinOf(int version) => string.Create(CultureInfo.InvariantCulture, $"{Packaged}/{version}/bin");

    private static async Task ExecuteAsync(IEnumerable<string> command)
    {
        // a started server keeps the output it was born with: a pipe would only end when the server does, a file is no trouble
        var output = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >\"$KIM_OUTPUT\" 2>&1 </dev/null", "sh", .. command])
            {
                WorkingDirectory = "/",
            };
            foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            {
                start.Environment.Remove(name); // PGDATA, PGPORT and their like mean some other server
            }

            start.Environment["KIM_OUTPUT"] = output;
            start.Environment["LC_ALL"] = "C.UTF-8";
            start.Environment["TZ"] = "UTC";
            using var process = Process.Start(start)!;
            await process.WaitForExitAsync();

            if (process.ExitCode != 0)
            {
                var said = (await File.ReadAllTextAsync(output)).Trim();
                throw new CannotStartException(
                    string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', command)} failed ({process.ExitCode}): {said}"));
            }
        }
        finally
        {
            File.Delete(output);
        }
    }
}
