using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Kim.Market.Web.Pictures;

/// <summary>Keeps pictures in a folder: renditions as <c>ab/abcdef…-480.webp</c>, what was sent itself as <c>asal/ab/abcdef…</c>.</summary>
public sealed partial class FolderMedia(string folder) : IMediaStore
{
    public Stream? Open(PictureName name) => OpenFile(PathOf(name));

    public Stream? OpenOriginal(string hash) => Hash().IsMatch(hash) ? OpenFile(OriginalOf(hash)) : null;

    public async Task KeepOriginalAsync(string hash, string file, CancellationToken ct)
    {
        var path = OriginalOf(hash);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await MoveInAsync(file, path, ct);
            await SyncAsync([Path.GetDirectoryName(path)!], ct);
        }
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

    private string PathOf(PictureName name) => Path.Combine(folder, name.Hash[..2], name.ToString());

    private string OriginalOf(string hash) => Path.Combine(folder, "asal", hash[..2], hash);

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Hash();
}
