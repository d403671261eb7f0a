using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Kim.Market.Web.Pictures;

/// <summary>Keeps pictures in a folder.</summary>
public sealed class FolderMedia(string folder) : IMediaStore
{
    public Task<Stream?> OpenAsync(PictureName name, CancellationToken ct) => Task.FromResult<Stream?>(OpenFile(PathOf(name)));

    public Task<bool> HasAsync(PictureName name, CancellationToken ct) =>
        Task.FromResult(new FileInfo(PathOf(name)) is { Exists: true, Length: > 0 });

    public Task<Stream?> OpenOriginalAsync(string hash, CancellationToken ct) =>
        Task.FromResult<Stream?>(PathOfOriginal(hash) is { } path ? OpenFile(path) : null);

    public Task<bool> HasOriginalAsync(string hash, CancellationToken ct) => Task.FromResult(File.Exists(PathOfOriginal(hash)));

    public async Task KeepOriginalAsync(string hash, string file, CancellationToken ct)
    {
        var path = PathOfOriginal(hash) ?? throw new ArgumentException($"'{hash}' is no picture.", nameof(hash));
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await MoveInAsync(file, path, ct);
            await SyncAsync([Path.GetDirectoryName(path)!], ct);
        }
    }

    public async IAsyncEnumerable<(string Hash, DateTimeOffset KeptAt)> OriginalsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var originals = new DirectoryInfo(Path.Combine(folder, MediaKeys.Originals));
        foreach (var file in originals.Exists ? originals.EnumerateFiles("*", SearchOption.AllDirectories) : [])
        {
            ct.ThrowIfCancellationRequested();
            if (MediaKeys.HashOf(file.Name) is { } hash)
            {
                yield return (hash, new(file.LastWriteTimeUtc, TimeSpan.Zero));
            }
        }

        await Task.CompletedTask;
    }

    public Task ForgetOriginalAsync(string hash, CancellationToken ct)
    {
        if (PathOfOriginal(hash) is { } path && File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    public async Task KeepAsync(IReadOnlyList<(PictureName Name, string File)> renditions, CancellationToken ct)
    {
        foreach (var (name, file) in renditions)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
            await MoveInAsync(file, PathOf(name), ct);
        }

        await SyncAsync([folder, .. renditions.Select(rendition => Path.GetDirectoryName(PathOf(rendition.Name))!).Distinct()], ct);
    }

    private static FileStream? OpenFile(string path)
    {
        try
        {
            return new FileStream(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static async Task MoveInAsync(string file, string path, CancellationToken ct)
    {
        // under another name first: whoever asks meanwhile finds all of it or nothing
        var part = path + "." + Guid.NewGuid().ToString("N");
        await using (var source = File.OpenRead(file))
        await using (var target = new FileStream(part, FileMode.CreateNew))
        {
            await source.CopyToAsync(target, ct);
            target.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
    }

    /// <summary>Makes the names last as well: .NET can sync a file, but not the folder that lists it.</summary>
    private static async Task SyncAsync(IEnumerable<string> folders, CancellationToken ct)
    {
        using var sync = Process.Start("sync", folders);
        await sync.WaitForExitAsync(ct);
        if (sync.ExitCode != 0)
        {
            throw new IOException("A picture was written, but the disk did not confirm it.");
        }
    }

    private string PathOf(PictureName name) => Path.Combine(folder, MediaKeys.Of(name));

    private string? PathOfOriginal(string hash) => MediaKeys.OfOriginal(hash) is { } key ? Path.Combine(folder, key) : null;
}
