using System.Buffers;
using System.Security.Cryptography;

namespace Kim.Market.Web.Pictures;

/// <summary>
/// Takes in pictures that people send, and keeps clean renditions of them: at once, or in two steps, so that nobody
/// waits for the second. Only then what was sent itself is kept too, where no address leads.
/// </summary>
public sealed class Pictures(IMediaStore media) : IDisposable
{
    private const int Piece = 80 * 1024;
    private const string Upload = "upload";

    // decoding is the heaviest thing this program does: more at once would only be slower for everybody
    private readonly SemaphoreSlim _desks = new(2);

    /// <summary>Keeps a picture. The same file is the same picture, and no work is done for it twice.</summary>
    /// <exception cref="PictureRefusedException">It is too large, broken, or no picture at all.</exception>
    public async Task<Picture> KeepAsync(Stream upload, CancellationToken ct)
    {
        using var sandbox = await Sandbox.OpenAsync(ct);
        var hash = await ReceiveAsync(upload, sandbox, ct);
        return await FindAsync(hash, ct) ?? await MakeAsync(sandbox, hash, ct);
    }

    /// <summary>A clean copy of a picture that nobody is to find by its name: its widest rendition, kept nowhere.</summary>
    /// <exception cref="PictureRefusedException">It is too large, broken, or no picture at all.</exception>
    public async Task<byte[]> CleanAsync(Stream upload, CancellationToken ct)
    {
        using var sandbox = await Sandbox.OpenAsync(ct);
        var hash = await ReceiveAsync(upload, sandbox, ct);
        await _desks.WaitAsync(ct);
        try
        {
            var made = await Renditions.MakeAsync(sandbox, Upload, hash, ct);
            return await File.ReadAllBytesAsync(made.MaxBy(rendition => rendition.Name.Width).File, ct);
        }
        finally
        {
            _desks.Release();
        }
    }

    /// <summary>What the QR codes in a picture hold; the picture itself is kept nowhere.</summary>
    /// <exception cref="PictureRefusedException">It is too large, broken, or no picture at all.</exception>
    public async Task<IReadOnlyList<string>> CodesInAsync(Stream upload, CancellationToken ct)
    {
        using var sandbox = await Sandbox.OpenAsync(ct);
        await ReceiveAsync(upload, sandbox, ct);
        await _desks.WaitAsync(ct);
        try
        {
            return await CodeReader.ReadAsync(sandbox, Upload, ct);
        }
        finally
        {
            _desks.Release();
        }
    }

    /// <summary>The first step: looks at the header and keeps what was sent, until somebody has time for it.</summary>
    /// <returns>The name it is found under.</returns>
    /// <exception cref="PictureRefusedException">It is too large, or no picture at all.</exception>
    public async Task<string> ReceiveAsync(Stream upload, CancellationToken ct)
    {
        using var sandbox = await Sandbox.OpenAsync(ct);
        var hash = await ReceiveAsync(upload, sandbox, ct);
        await media.KeepOriginalAsync(hash, sandbox.PathOf(Upload), ct);
        return hash;
    }

    /// <summary>Whether such a picture was received.</summary>
    public Task<bool> HasReceivedAsync(string hash, CancellationToken ct) => media.HasOriginalAsync(hash, ct);

    /// <summary>The second step: makes the renditions of what was received. Asked again, it finds them made.</summary>
    /// <exception cref="PictureRefusedException">It cannot be decoded.</exception>
    public async Task<Picture> PrepareAsync(string hash, CancellationToken ct)
    {
        return await FindAsync(hash, ct) ?? await RemakeAsync(hash, ct);
    }

    /// <summary>Makes the renditions of what was received, whatever there is of them: some were lost, or the widths have changed since.</summary>
    /// <exception cref="PictureRefusedException">It cannot be decoded, or what was sent is not kept either.</exception>
    public async Task<Picture> RemakeAsync(string hash, CancellationToken ct)
    {
        using var sandbox = await Sandbox.OpenAsync(ct);
        await using (var original = await media.OpenOriginalAsync(hash, ct) ?? throw new PictureRefusedException(PictureRefusals.Unreadable))
        await using (var file = sandbox.Create(Upload))
        {
            await original.CopyToAsync(file, ct);
        }

        return await MakeAsync(sandbox, hash, ct);
    }

    /// <summary>Whether every rendition of a picture is where it should be.</summary>
    public async Task<bool> IsWholeAsync(string hash, CancellationToken ct)
    {
        foreach (var name in PictureName.AllOf(hash))
        {
            if (!await media.HasAsync(name, ct))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The name a picture will have: it follows from the file alone.</summary>
    public static string HashOf(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file));

    public void Dispose() => _desks.Dispose();

    private async Task<Picture> MakeAsync(Sandbox sandbox, string hash, CancellationToken ct)
    {
        await _desks.WaitAsync(ct);
        try
        {
            await media.KeepAsync(await Renditions.MakeAsync(sandbox, Upload, hash, ct), ct);
        }
        finally
        {
            _desks.Release();
        }

        return await FindAsync(hash, ct) ?? throw new IOException($"Picture {hash} was kept, but is not there.");
    }

    /// <returns>The hash of what was received, after a look at its header.</returns>
    private static async Task<string> ReceiveAsync(Stream upload, Sandbox sandbox, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = sandbox.Create(Upload);
        var piece = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            for (int read; (read = await upload.ReadAsync(piece, ct)) > 0;)
            {
                if (file.Length + read > PictureLimits.Bytes)
                {
                    throw new PictureRefusedException(PictureRefusals.TooHeavy);
                }

                hash.AppendData(piece, 0, read);
                await file.WriteAsync(piece.AsMemory(0, read), ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        file.Position = 0;
        var header = PictureHeader.Read(file) ?? throw new PictureRefusedException(PictureRefusals.NotAPicture);
        return header.Fits
            ? Convert.ToHexStringLower(hash.GetHashAndReset())
            : throw new PictureRefusedException(PictureRefusals.TooManyPixels);
    }

    /// <remarks>The widest rendition is kept last: where it is, the others are.</remarks>
    private async Task<Picture?> FindAsync(string hash, CancellationToken ct)
    {
        await using var widest = await media.OpenAsync(PictureName.Of(hash, PictureLimits.Widest), ct);
        return widest is not null && PictureHeader.Read(widest) is { } size ? new(hash, size.Width, size.Height) : null;
    }
}
