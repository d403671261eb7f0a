namespace Kim.Market.Web.Hosting;

/// <summary>A lock on a file, which the kernel lets go when its holder dies, however it dies.</summary>
internal static class FileLock
{
    private const int WouldBlock = 11; // EWOULDBLOCK on Linux, which .NET hands over as the HResult

    /// <summary>The lock held alone, or null while anybody else holds it in either way.</summary>
    public static FileStream? TryAlone(string path) => Try(path, FileAccess.ReadWrite, FileShare.None);

    /// <summary>The lock held together with others, or null while somebody holds it alone.</summary>
    public static FileStream? TryTogether(string path) => Try(path, FileAccess.Read, FileShare.Read);

    /// <summary>Waits until the lock can be held alone.</summary>
    public static async Task<FileStream> AloneAsync(string path, CancellationToken ct)
    {
        while (true)
        {
            var held = TryAlone(path);
            if (held is not null)
            {
                return held;
            }

            await Task.Delay(50, ct);
        }
    }

    private static FileStream? Try(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, access, share);
        }
        catch (IOException e) when (e.HResult == WouldBlock)
        {
            return null;
        }
    }
}
