using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Kim.Market.Web.Features.Notices;

/// <summary>Where a browser is told, and the keys by which only it can read what it is told.</summary>
/// <param name="PublicKey">A point of P-256, uncompressed.</param>
public sealed record PushTarget(string Endpoint, byte[] PublicKey, byte[] Secret)
{
    public const int KeyLength = 65;
    public const int SecretLength = 16;
}

/// <summary>Seals a message for one browser (RFC 8291, by RFC 8188): the service that carries it cannot read it.</summary>
public static class PushMessage
{
    /// <summary>What every service takes.</summary>
    public const int Longest = 3_000;

    private const int SaltLength = 16;
    private const int TagLength = 16;
    private const int RecordSize = 4_096;

    public static byte[] Seal(PushTarget to, byte[] text)
    {
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Seal(to, text, own, RandomNumberGenerator.GetBytes(SaltLength));
    }

    /// <param name="own">For this message alone.</param>
    /// <exception cref="CryptographicException">The browser's key is no point of the curve.</exception>
    internal static byte[] Seal(PushTarget to, byte[] text, ECDiffieHellman own, byte[] salt)
    {
        var ownPublic = PointOf(own.ExportParameters(includePrivateParameters: false).Q);
        using var theirs = ECDiffieHellman.Create(KeyOf(to.PublicKey));
        var shared = own.DeriveRawSecretAgreement(theirs.PublicKey);
        byte[] info = [.. "WebPush: info\0"u8, .. to.PublicKey, .. ownPublic];
        var material = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, to.Secret, info);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, material, 16, salt, "Content-Encoding: aes128gcm\0"u8.ToArray());
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, material, 12, salt, "Content-Encoding: nonce\0"u8.ToArray());

        byte[] plain = [.. text, 2]; // 2: the last record
        var sealedText = new byte[plain.Length + TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, sealedText.AsSpan(0, plain.Length), sealedText.AsSpan(plain.Length));
        var size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, RecordSize);
        return [.. salt, .. size, (byte)ownPublic.Length, .. ownPublic, .. sealedText];
    }

    /// <summary>Whether something a browser sent is a key at all.</summary>
    public static bool IsKey(byte[] point)
    {
        if (point is not [4, ..] || point.Length != PushTarget.KeyLength)
        {
            return false;
        }

        try
        {
            using var known = ECDiffieHellman.Create(KeyOf(point));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    internal static byte[] PointOf(ECPoint point) => [4, .. point.X!, .. point.Y!];

    private static ECParameters KeyOf(byte[] point) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new() { X = point[1..33], Y = point[33..65] },
    };
}
