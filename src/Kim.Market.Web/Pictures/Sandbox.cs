using System.Diagnostics;

namespace Kim.Market.Web.Pictures;

/// <summary>
/// A folder in which a program reads what a stranger sent: without rights, without our environment, with little memory
/// and little time. Whatever the file does to the program, it does not do to us.
/// </summary>
internal sealed class Sandbox : IDisposable
{
    private const int CannotBeRun = 126;
    private const int IsNotThere = 127;

    private static readonly string[] Limits =
    [
        "timeout", "--kill-after=1", "30",
        "prlimit", "--as=1500000000", "--cpu=15", "--fsize=60000000", "--nofile=64", "--core=0",
    ];

    private static readonly string[] NoRights = Environment.IsPrivilegedProcess
        ? ["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups", "--no-new-privs"]
        : ["setpriv", "--no-new-privs"];

    private readonly string _folder;

    private Sandbox(string folder) => _folder = folder;

    public static async Task<Sandbox> OpenAsync(CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new(Directory.CreateTempSubdirectory("pasar-kim-").FullName);
        }

        var folder = Path.Combine(Path.GetTempPath(), "pasar-kim-" + Guid.NewGuid().ToString("N"));
        using var install = Process.Start("install", ["-d", "-o", "nobody", "-g", "nogroup", "-m", "0700", folder]);
        await install.WaitForExitAsync(ct);
        return install.ExitCode == 0 ? new(folder) : throw new IOException($"{folder} could not be made.");
    }

    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>A new file that the program can read, and nobody can change.</summary>
    public FileStream Create(string name) => new(PathOf(name), new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.ReadWrite,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
        Options = FileOptions.Asynchronous,
    });

    /// <returns>What it said, or null when it failed or was ended.</returns>
    /// <exception cref="IOException">There is no such program: that is not the stranger's fault.</exception>
    public Task<string?> RunAsync(CancellationToken ct, params IEnumerable<string> command) => RunAsync(withModules: false, ct, command);

    /// <summary>For a file that we wrote ourselves: its format may be one that is kept from strangers, such as SVG.</summary>
    /// <inheritdoc cref="RunAsync(CancellationToken, IEnumerable{string})"/>
    public Task<string?> RunOwnAsync(CancellationToken ct, params IEnumerable<string> command) => RunAsync(withModules: false, isOwn: true, command, ct);

    /// <param name="withModules">
    /// Whether libvips looks for its modules, as the formats of some phones need; loading them takes as long as making a
    /// small picture.
    /// </param>
    /// <inheritdoc cref="RunAsync(CancellationToken, IEnumerable{string})"/>
    public Task<string?> RunAsync(bool withModules, CancellationToken ct, params IEnumerable<string> command) => RunAsync(withModules, isOwn: false, command, ct);

    private async Task<string?> RunAsync(bool withModules, bool isOwn, IEnumerable<string> command, CancellationToken ct)
    {
        var start = new ProcessStartInfo(Limits[0], [.. Limits.Skip(1), .. NoRights, .. command])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        start.Environment["HOME"] = start.Environment["TMPDIR"] = _folder;
        if (!isOwn)
        {
            start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        }

        start.Environment["VIPS_CONCURRENCY"] = "1";
        if (!withModules)
        {
            start.Environment["VIPSHOME"] = _folder;
        }

        using var process = Process.Start(start)!;
        try
        {
            var said = process.StandardOutput.ReadToEndAsync(ct);
            var complained = process.StandardError.ReadToEndAsync(ct);
            await Task.WhenAll(said, complained, process.WaitForExitAsync(ct));
            return process.ExitCode switch
            {
                0 => await said,
                CannotBeRun or IsNotThere => throw new IOException($"A program is missing on this machine: {await complained}"),
                _ => null,
            };
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
