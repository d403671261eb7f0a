using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Kim.Market.Web.Features.Notices;

namespace Kim.Market.Web.Tests.Notices;

/// <summary>A browser that is told things: reads RFC 8291 from the other end, step by step as the RFC has it.</summary>
public sealed class FakeBrowser : IDisposable
{
    private readonly ECDiffieHellman _key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _auth = RandomNumberGenerator.GetBytes(16);

    public FakeBrowser(string endpoint)
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        Target = new(endpoint, [4, .. point.X!, .. point.Y!], _auth);
    }

    public PushTarget Target { get; }

    /// <summary>What its form sends.</summary>
    public (string Field, string Value)[] Form =>
    [
        ("Input.Endpoint", Target.Endpoint), ("Input.Key", Base64Url.EncodeToString(Target.PublicKey)), ("Input.Secret", Base64Url.EncodeToString(Target.Secret)),
    ];

    public string Read(byte[] body)
    {
        var salt = body[..16];
        Assert.Equal(4096, BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(16)));
        var length = body[20];
        var sender = body[21..(21 + length)];
        var box = body[(21 + length)..];
        using var theirs = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new() { X = sender[1..33], Y = sender[33..] },
        });
        var secret = _key.DeriveRawSecretAgreement(theirs.PublicKey);

        // RFC 8291 3.4, written out with HMAC alone
        var prk = HMACSHA256.HashData(_auth, secret);
        var ikm = Mac(prk, [.. Encoding.ASCII.GetBytes("WebPush: info"), 0, .. Target.PublicKey, .. sender, 1]);
        var salted = HMACSHA256.HashData(salt, ikm);
        var key = Mac(salted, [.. Encoding.ASCII.GetBytes("Content-Encoding: aes128gcm"), 0, 1])[..16];
        var nonce = Mac(salted, [.. Encoding.ASCII.GetBytes("Content-Encoding: nonce"), 0, 1])[..12];
        var plain = new byte[box.Length - 16];
#pragma warning disable CA5390 // what is written out here are the labels of the RFC, no key
        using var aes = new AesGcm(key, 16);
#pragma warning restore CA5390
        aes.Decrypt(nonce, box.AsSpan(0, plain.Length), box.AsSpan(plain.Length), plain);
        Assert.Equal(2, plain[^1]);
        return Encoding.UTF8.GetString(plain[..^1]);
    }

    private static byte[] Mac(byte[] key, byte[] text) => HMACSHA256.HashData(key, text);

    public void Dispose() => _key.Dispose();
}
