namespace Kim.Market.Web.Features.Promotion;

/// <summary>
/// Keeps what was drawn, by what it shows, in a folder of this node that never grows beyond a limit: the longest unused goes first.
/// Nothing on it is missed when it is gone; it is drawn again.
/// </summary>
public sealed class PosterShelf(string folder, long most, TimeProvider clock)
{
    private readonly Lock _sweeping = new();
    private long? _size;

    public async Task<byte[]?> FindAsync(string key, CancellationToken ct)
    {
        try
        {
            var kept = await File.ReadAllBytesAsync(PathOf(key), ct);
            File.SetLastWriteTimeUtc(PathOf(key), clock.GetUtcNow().UtcDateTime);
            return kept.Length > 0 ? kept : null;
        }
        catch (IOException) // it was never here, or is being swept
        {
            return null;
        }
    }

    public async Task KeepAsync(string key, byte[] drawn, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var part = $"{PathOf(key)}.{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(part, drawn, ct);
        File.Move(part, PathOf(key), overwrite: true);
        lock (_sweeping)
        {
            _size = (_size ?? Files().Sum(file => file.Length) - drawn.Length) + drawn.Length;
            if (_size > most)
            {
                Sweep();
            }
        }
    }

    // Down to three quarters, so that not every drawing sweeps.
    private void Sweep()
    {
        var size = 0L;
        foreach (var file in Files().OrderByDescending(file => file.LastWriteTimeUtc))
        {
            if (size + file.Length <= most * 3 / 4)
            {
                size += file.Length;
                continue;
            }

            file.Delete();
        }

        _size = size;
    }

    private IEnumerable<FileInfo> Files() => new DirectoryInfo(folder).EnumerateFiles();

    private string PathOf(string key) => Path.Combine(folder, key);
}
