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

    public void Start()
    {
        var settings = $"-c listen_addresses= -c unix_socket_directories={_home} -c max_connections=200"
            + (_durable ? "" : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off");
        AsPostgres("pg_ctl", "-D", Pgdata, "-l", _home + "/log", "-w", "-s", "-o", settings, "start");
    }

    /// <summary>Ends one backend in the middle of whatever it does; the server then throws out all the others.</summary>
    public static void KillBackend(int pid) => Kill(pid);

    /// <summary>Ends the whole server at once: nobody may finish what they were doing.</summary>
    public void KillServer()
    {
        var postmaster = int.Parse(File.ReadLines(Pgdata + "/postmaster.pid").First(), null);
        var children = Directory.GetDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), out var pid) ? pid : 0)
            .Where(pid => pid != 0 && ParentOf(pid) == postmaster)
            .ToList();
        foreach (var pid in children.Prepend(postmaster))
        {
            Kill(pid);
        }

        // What a crashed server leaves lying about would keep the next one from starting.
        foreach (var leftover in Directory.GetFiles(_home, ".s.PGSQL*").Append(Pgdata + "/postmaster.pid"))
        {
            File.Delete(leftover);
        }
    }

    public void Dispose()
    {
        AsPostgres("pg_ctl", "-D", Pgdata, "-m", "immediate", "-s", "stop");
        Directory.Delete(_home, recursive: true);
    }

    private static void Kill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
            process.WaitForExit();
        }
        catch (ArgumentException)
        {
            // It has ended by itself.
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
