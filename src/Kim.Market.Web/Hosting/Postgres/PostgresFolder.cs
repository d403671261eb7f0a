using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Kim.Market.Web.Hosting.Postgres;

/// <summary>Where one private database server keeps its files.</summary>
internal sealed partial record PostgresFolder(string Path, string Sockets)
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const int LongestSocketFolder = 90; // a socket's whole path may have 107 bytes

    /// <summary>The database itself; there only once it is complete.</summary>
    public string Cluster => In("cluster");

    /// <summary>A database being made; whatever an interrupted first start left here is thrown away.</summary>
    public string HalfMade => In("cluster.new");

    public string Password => In("password");

    public string Log => In("start.log");

    /// <summary>Held alone for the moments in which the server is started or stopped.</summary>
    public string Gate => In("gate.lock");

    /// <summary>Held together by every program that uses the server: the last one out stops it.</summary>
    public string Users => In("users.lock");

    /// <summary>The major version that made the cluster, or null before there is one.</summary>
    public static int? VersionOf(string cluster) => File.Exists(System.IO.Path.Combine(cluster, "PG_VERSION"))
        ? int.Parse(File.ReadAllText(System.IO.Path.Combine(cluster, "PG_VERSION")), CultureInfo.InvariantCulture)
        : null;

    /// <summary>Makes the folders of a server kept under <paramref name="data"/>, in reach of the account it will run as.</summary>
    public static async Task<(PostgresFolder Folder, PostgresPrograms Programs)> PrepareAsync(string data)
    {
        var wanted = System.IO.Path.Combine(System.IO.Path.GetFullPath(data), "postgres");
        var elsewhere = "/var/lib/pasar-kim-" + Short(wanted); // taken once, taken always: the folders above may open up later
        var path = Environment.IsPrivilegedProcess && Directory.Exists(elsewhere) ? elsewhere : wanted;

        Directory.CreateDirectory(data);
        var programs = await ProgramsForAsync(path);
        MakePrivate(path);
        await programs.GiveAsync(path);
        if (!await programs.CanWriteAsync(path))
        {
            path = elsewhere;
            MakePrivate(path);
            await programs.GiveAsync(path);
        }

        var sockets = SocketsOf(path);
        MakePrivate(sockets);
        await programs.GiveAsync(sockets);
        return (new PostgresFolder(path, sockets), programs);
    }

    private static async Task<PostgresPrograms> ProgramsForAsync(string path)
    {
        var cluster = System.IO.Path.Combine(path, "cluster");
        var account = !Environment.IsPrivilegedProcess ? null
            : Directory.Exists(cluster) ? await UnixAccount.OwnerOfAsync(cluster)
            : UnixAccount.First("postgres", "nobody"); // postgres refuses to run as root
        return new PostgresPrograms(PostgresPrograms.FindBin(VersionOf(cluster)), account);
    }

    private static string SocketsOf(string path)
    {
        var own = System.IO.Path.Combine(path, "socket");
        if (Encoding.UTF8.GetByteCount(own) <= LongestSocketFolder && PlainPath().IsMatch(own))
        {
            return own;
        }

        return System.IO.Path.Combine(Environment.IsPrivilegedProcess ? "/run" : "/tmp", "pasar-kim-" + Short(path));
    }

    private static void MakePrivate(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder, Private);
            if (!Environment.IsPrivilegedProcess)
            {
                File.SetUnixFileMode(folder, Private); // fails where the folder is somebody else's, waiting for us in /tmp
            }
        }
        catch (UnauthorizedAccessException e)
        {
            throw new CannotStartException($"{folder} belongs to another account of this machine; run as that one, or give another --data.", e);
        }
    }

    private static string Short(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];

    private string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>What both PostgreSQL's list of folders and a connection string take as one plain path.</summary>
    [GeneratedRegex("^[A-Za-z0-9/._-]+$")]
    private static partial Regex PlainPath();
}
