using System.Text;

namespace Kim.Market.Web.Hosting.Postgres;

/// <summary>How the private server is set: one file beside PostgreSQL's own, written anew at each start.</summary>
internal static class PostgresSettings
{
    private const string FileName = "pasar-kim.conf";

    public static string PathIn(string cluster) => Path.Combine(cluster, FileName);

    // A tenth of the machine: the figures of a kabupaten of five years fit in, and a small machine keeps room for the site itself.
    private static long BufferMegabytes => Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (10 << 20), 128, 1024);

    /// <summary>Makes a fresh cluster read our file.</summary>
    public static async Task IncludeAsync(string cluster)
    {
        await using var file = new FileStream(Path.Combine(cluster, "postgresql.conf"), FileMode.Append);
        await file.WriteAsync(Encoding.UTF8.GetBytes($"\ninclude '{FileName}'\n"));
        file.Flush(flushToDisk: true);
    }

    public static Task WriteAsync(string cluster, string sockets) => File.WriteAllTextAsync(
        PathIn(cluster),
        $"""
        # Written by Pasar KIM at each start.
        listen_addresses = ''
        port = {Postmaster.Port}
        unix_socket_directories = '{sockets}'
        unix_socket_permissions = 0700
        max_connections = 100
        shared_buffers = {BufferMegabytes}MB
        jit = off                      # page queries are short: compiling them costs more than it saves
        timezone = 'UTC'
        log_timezone = 'UTC'
        logging_collector = on
        log_directory = '../log'
        log_filename = 'postgres-%a.log'
        log_truncate_on_rotation = on  # a week of logs, then round again
        log_rotation_age = 1d
        log_rotation_size = 0

        """);
}
