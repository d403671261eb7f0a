using System.Diagnostics;

namespace Kim.Market.Web.Pictures;

/// <summary>Keeps renditions in a folder: <c>ab/abcdef…-480.webp</c>.</summary>
public sealed class FolderMedia(string folder) : IMediaStore
{
    public Stream? Open(PictureName name)
    {
        try
        {
            return new FileStream(PathOf(name), new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
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
}
