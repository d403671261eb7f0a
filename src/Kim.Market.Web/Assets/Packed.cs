using System.IO.Compression;
using Microsoft.Extensions.Primitives;

namespace Kim.Market.Web.Assets;

/// <summary>The same bytes in the three forms a browser may ask for, compressed once and sent many times.</summary>
public sealed class Packed
{
    private readonly byte[] _plain;
    private readonly byte[]? _brotli;
    private readonly byte[]? _gzip;

    private Packed(byte[] plain, byte[]? brotli, byte[]? gzip) => (_plain, _brotli, _gzip) = (plain, brotli, gzip);

    /// <summary>What this costs in memory.</summary>
    public int Size => _plain.Length + (_brotli?.Length ?? 0) + (_gzip?.Length ?? 0);

    public ReadOnlyMemory<byte> Plain => _plain;

    /// <summary>For pictures and fonts, which are compressed already.</summary>
    public static Packed AsIs(byte[] plain) => new(plain, null, null);

    /// <summary>As small as it gets: for what is packed once per start.</summary>
    public static Packed Tightly(byte[] plain) =>
        new(plain, Brotli(plain, quality: 11), Gzip(plain, CompressionLevel.SmallestSize));

    /// <summary>Small enough within a millisecond: for what is packed while somebody waits.</summary>
    public static Packed Quickly(byte[] plain) =>
        new(plain, Brotli(plain, quality: 4), Gzip(plain, CompressionLevel.Fastest));

    /// <summary>Picks the best form the browser takes; <paramref name="coding"/> is null for the plain one.</summary>
    public ReadOnlyMemory<byte> For(StringValues accepted, out string? coding)
    {
        if (_brotli is not null && Accepts(accepted, "br"))
        {
            coding = "br";
            return _brotli;
        }

        if (_gzip is not null && Accepts(accepted, "gzip"))
        {
            coding = "gzip";
            return _gzip;
        }

        coding = null;
        return _plain;
    }

    private static bool Accepts(StringValues accepted, string coding)
    {
        foreach (var line in accepted)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var item = line.AsSpan(range.Start.Value, range.End.Value - range.Start.Value).Trim();
                var parameter = item.IndexOf(';');
                var name = parameter < 0 ? item : item[..parameter].TrimEnd();
                if (name.Equals(coding, StringComparison.OrdinalIgnoreCase))
                {
                    return parameter < 0 || !IsZero(item[(parameter + 1)..]);
                }
            }
        }

        return false;
    }

    // "q=0" and "q=0.000" refuse a coding; every other weight allows it
    private static bool IsZero(ReadOnlySpan<char> parameter)
    {
        var weight = parameter.Trim();
        return weight.StartsWith("q=0", StringComparison.OrdinalIgnoreCase)
            && weight[2..].IndexOfAnyExcept('0', '.') < 0;
    }

    private static byte[] Brotli(byte[] plain, int quality)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, packed, out var length, quality, window: 22)
            ? packed[..length]
            : throw new InvalidOperationException("Brotli did not fit its own upper bound.");
    }

    private static byte[] Gzip(byte[] plain, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        return packed.ToArray();
    }
}
