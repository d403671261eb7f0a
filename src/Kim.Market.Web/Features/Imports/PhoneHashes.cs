using System.Security.Cryptography;
using System.Text;
using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Imports;

/// <summary>Finds the same telephone number again without keeping it: hashed with a key that only this installation has.</summary>
public sealed class PhoneHashes(Secrets secrets)
{
    public async ValueTask<Hasher> OpenAsync(CancellationToken ct) => new(await secrets.OfAsync("directory-phone", ct));

    /// <summary>Holds the key.</summary>
    public sealed class Hasher(byte[] key)
    {
        private const int Length = 16;

        public byte[] Of(WhatsAppNumber number) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(number.International))[..Length];
    }
}
