using System.Security.Cryptography;
using System.Text;
using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Imports;

/// <summary>Finds the same telephone number again without keeping it: hashed with a key that only this installation has.</summary>
public sealed class PhoneHashes(NpgsqlDataSource db)
{
    private Hasher? _hasher;

    // Drawn by the first node that needs it, and the same for all.
    public async ValueTask<Hasher> OpenAsync(CancellationToken ct)
    {
        if (_hasher is null)
        {
            var drawn = RandomNumberGenerator.GetBytes(32);
            await db.ExecuteAsync($"insert into app.secrets (name, value) values ('directory-phone', {drawn}) on conflict do nothing", ct);
            _hasher = new((await db.RowsAsync<byte[]>($"select value from app.secrets where name = 'directory-phone'", ct)).Single());
        }

        return _hasher;
    }

    /// <summary>Holds the key.</summary>
    public sealed class Hasher(byte[] key)
    {
        private const int Length = 16;

        public byte[] Of(WhatsAppNumber number) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(number.International))[..Length];
    }
}
