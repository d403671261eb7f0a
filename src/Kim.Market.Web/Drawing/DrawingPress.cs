using System.Text;
using Kim.Market.Web.Pictures;

namespace Kim.Market.Web.Drawing;

/// <summary>Makes pictures of drawings, one at a time and as the least of what the machine has to do. Whoever finds too many waiting is asked to come back.</summary>
public sealed class DrawingPress : IDisposable
{
    private const int MostWaiting = 12;
    private const string Source = "scene.svg";
    private const string Made = "scene.jpg";

    private readonly SemaphoreSlim _desk = new(1);
    private int _waiting;

    /// <summary>Where work is done for one after the other; null when too many wait already.</summary>
    public async Task<IDisposable?> EnterAsync(CancellationToken ct)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return null;
        }

        try
        {
            await _desk.WaitAsync(ct);
        }
        catch
        {
            Interlocked.Decrement(ref _waiting);
            throw;
        }

        return new Turn(this);
    }

    public void Dispose() => _desk.Dispose();

    /// <summary>The drawing as JPEG, one pixel a unit.</summary>
    internal static async Task<byte[]> DrawAsync(Scene scene, CancellationToken ct)
    {
        using var sandbox = await Sandbox.OpenAsync(ct);
        await using (var file = sandbox.Create(Source))
        {
            await file.WriteAsync(Encoding.ASCII.GetBytes(SvgScene.Write(scene)), ct);
        }

        // without halving the colours: the edges of a code stay sharp
        _ = await sandbox.RunOwnAsync(ct, "nice", "-n", "10", "vips", "copy", Source, $"{Made}[Q=86,optimize_coding,strip,subsample_mode=off]")
            ?? throw new IOException("A drawing could not be made.");
        return await File.ReadAllBytesAsync(sandbox.PathOf(Made), ct);
    }

    private sealed class Turn(DrawingPress press) : IDisposable
    {
        private int _over;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _over, 1) == 0)
            {
                press._desk.Release();
                Interlocked.Decrement(ref press._waiting);
            }
        }
    }
}
