using System.Globalization;
using Npgsql;

namespace Kim.Market.Benchmarks;

/// <summary>Processor time of this process and of the PostgreSQL server beside it, and of everybody else.</summary>
public sealed class CpuMeter
{
    private readonly int _postmaster;

    private CpuMeter(int postmaster) => _postmaster = postmaster;

    /// <summary>Finds the server's processes through a connection; a server elsewhere counts nothing.</summary>
    public static async Task<CpuMeter> CreateAsync(NpgsqlDataSource db)
    {
        await using var command = db.CreateCommand("select pg_backend_pid()");
        var backend = (int)(await command.ExecuteScalarAsync())!;
        var isHere = File.Exists($"/proc/{backend}/comm") && File.ReadAllText($"/proc/{backend}/comm").StartsWith("postgres", StringComparison.Ordinal);
        return new(isHere ? ParentOf(backend) : 0);
    }

    public TimeSpan Ours => Environment.CpuUsage.TotalTime + Server;

    /// <summary>All processors together, whoever used them.</summary>
    public static TimeSpan Everybodys
    {
        get
        {
            var ticks = File.ReadLines("/proc/stat").First()
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..].Select(Number).ToArray();

            // Idle and waiting for disks is nobody's time; the last two are counted in the first already.
            return TimeSpan.FromMilliseconds(10 * (ticks[..8].Sum() - ticks[3] - ticks[4]));
        }
    }

    /// <summary>The server's part of it.</summary>
    public TimeSpan Server
    {
        get
        {
            if (_postmaster == 0)
            {
                return TimeSpan.Zero;
            }

            var nanoseconds = 0L;
            foreach (var path in Directory.EnumerateDirectories("/proc"))
            {
                if (int.TryParse(Path.GetFileName(path), out var pid) && (pid == _postmaster || ParentOf(pid) == _postmaster))
                {
                    nanoseconds += Read($"/proc/{pid}/schedstat") is { Length: > 0 } text ? Number(text.Split(' ')[0]) : 0;
                }
            }

            return TimeSpan.FromMicroseconds(nanoseconds / 1000);
        }
    }

    private static int ParentOf(int pid) =>
        Read($"/proc/{pid}/stat") is { Length: > 0 } stat ? (int)Number(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1]) : 0;

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return ""; // it has ended meanwhile
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
