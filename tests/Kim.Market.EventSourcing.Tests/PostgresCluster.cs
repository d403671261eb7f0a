using System.Diagnostics;
using Npgsql;

namespace Kim.Market.EventSourcing.Tests;

/// <summary>A throw-away PostgreSQL of our own: a unix socket in a temporary directory, gone at the end.</summary>
public sealed class PostgresCluster : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("kim-store-").FullName;
    private readonly string _bin = Directory.GetDirectories("/usr/lib/postgresql")
        .OrderByDescending(path => int.Parse(Path.GetFileName(path), null)).First() + "/bin";

    private readonly bool _durable;

    /// <param name="durable">Whether a commit has to survive a crash.</param>
    public PostgresCluster(bool durable)
    {
        _durable = durable;
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "postgres", _home);
        }

        AsPostgres("initdb", "-D", Pgdata, "-U", "kim", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "-N");
        Start();
    }

    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = _home,
        Username = "kim",
        Database = "postgres",
        IncludeErrorDetail = true,
    }.ConnectionString;

    private string Pgdata => _home + "/pg";

    /// <summary>The postmaster; its children are the backends.</summary>
    public int Pid => int.Parse(File.ReadLines(Pgdata + "/postmaster.pid").First(), null);

    public void Start()
    {
        var settings = $"-c listen_addresses= -c unix_socket_directories={_home} -c max_connections=200"
            + (_durable ? "" : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off");
        AsPostgres("pg_ctl", "-D", Pgdata, "-l", _home + "/log", "-w", "-s", "-o", settings, "start");
    }

    /// <summary>Ends the server as a power cut would: nobody may finish what they were doing.</summary>
    public void Kill()
    {
        var postmaster = Pid;
        var all = Directory.GetDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), out var pid) ? pid : 0)
            .Where(pid => pid != 0 && (pid == postmaster || ParentOf(pid) == postmaster))
            .OrderByDescending(pid => pid == postmaster)
            .ToList();
        Run("kill", ["-9", .. all.Select(pid => $"{pid}")]);
        while (all.Exists(IsAlive))
        {
            Thread.Sleep(10);
        }

        File.Delete(Pgdata + "/postmaster.pid");
        foreach (var socket in Directory.GetFiles(_home, ".s.PGSQL*"))
        {
            File.Delete(socket);
        }
    }

    public void Dispose()
    {
        AsPostgres("pg_ctl", "-D", Pgdata, "-m", "immediate", "-s", "stop");
        Directory.Delete(_home, recursive: true);
    }

    private static bool IsAlive(int pid)
    {
        try
        {
            return !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static int ParentOf(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], null);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private void AsPostgres(string program, params string[] arguments)
    {
        if (Environment.IsPrivilegedProcess)
        {
            Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", $"{_bin}/{program}", .. arguments]);
        }
        else
        {
            Run($"{_bin}/{program}", arguments);
        }
    }

    private void Run(string program, params string[] arguments)
    {
        // The server inherits its starter's output, so it must not be a pipe that someone reads to the end.
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$@\" >>\"$0\" 2>&1 </dev/null", _home + "/setup.log", program, .. arguments])
        {
            WorkingDirectory = "/",
        };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed: {File.ReadAllText(_home + "/setup.log")}");
        }
    }
}
