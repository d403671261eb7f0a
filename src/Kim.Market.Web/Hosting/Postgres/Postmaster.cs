using System.Globalization;

namespace Kim.Market.Web.Hosting.Postgres;

/// <summary>The server process of one cluster, as the machine knows it.</summary>
internal static class Postmaster
{
    public const int Port = 5432; // only the name of the socket: no TCP port is opened

    /// <summary>Its process id, or null where none is alive.</summary>
    /// <remarks>PostgreSQL's own check takes a zombie or a reused process id for a living server, so the command line decides.</remarks>
    public static int? FindProcess(PostgresFolder folder)
    {
        var note = NoteOf(folder);
        if (!File.Exists(note)
            || !int.TryParse(File.ReadLines(note).FirstOrDefault(), CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        try
        {
            var command = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/cmdline")).Split('\0');
            return Path.GetFileName(command[0]) == "postgres" && command.Contains(folder.Cluster) ? id : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Removes what a server left behind that died without a word; true if there was something.</summary>
    public static bool ForgetDead(PostgresFolder folder)
    {
        var socket = Path.Combine(folder.Sockets, string.Create(CultureInfo.InvariantCulture, $".s.PGSQL.{Port}"));
        var left = new[] { NoteOf(folder), socket, socket + ".lock" }.Where(File.Exists).ToList();
        left.ForEach(File.Delete);
        return left.Count > 0;
    }

    private static string NoteOf(PostgresFolder folder) => Path.Combine(folder.Cluster, "postmaster.pid");
}
