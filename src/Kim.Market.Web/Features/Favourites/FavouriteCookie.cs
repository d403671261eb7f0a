using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kim.Market.Web.Features.Favourites;

/// <summary>Something a browser remembers, and how it was when it was kept.</summary>
/// <param name="WasOut">There was none when it was kept.</param>
public sealed record Kept(Guid Product, long Price, bool WasOut);

/// <summary>The cookie in which a browser keeps what its owner likes: sealed, nowhere else, and without a word about the person.</summary>
public sealed class FavouriteCookie(IDataProtectionProvider protection)
{
    /// <summary>More would not fit into a cookie that every request carries.</summary>
    public const int Most = 60;

    private const string Name = "kim_favorit";
    private const int IdLength = 16;
    private const int EntryLength = IdLength + sizeof(long) + 1;
    private const int LongestText = 3_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly IDataProtector _seal = protection.CreateProtector("favourites");

    /// <summary>The newest first; nothing where somebody wrote into it.</summary>
    public IReadOnlyList<Kept> Read(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { Length: > 0 and <= LongestText } text || !Base64Url.IsValid(text))
        {
            return [];
        }

        try
        {
            return
            [
                .. _seal.Unprotect(Base64Url.DecodeFromChars(text)).Chunk(EntryLength)
                    .Select(entry => new Kept(new Guid(entry.AsSpan(0, IdLength)), BinaryPrimitives.ReadInt64BigEndian(entry.AsSpan(IdLength)), entry[^1] == 1)),
            ];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    public void Write(HttpContext http, IReadOnlyList<Kept> kept)
    {
        if (kept.Count == 0)
        {
            http.Response.Cookies.Delete(Name);
            return;
        }

        var bytes = new byte[kept.Count * EntryLength];
        for (var i = 0; i < kept.Count; i++)
        {
            kept[i].Product.TryWriteBytes(bytes.AsSpan(i * EntryLength));
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan((i * EntryLength) + IdLength), kept[i].Price);
            bytes[((i + 1) * EntryLength) - 1] = kept[i].WasOut ? (byte)1 : (byte)0;
        }

        http.Response.Cookies.Append(Name, Base64Url.EncodeToString(_seal.Protect(bytes)), new CookieOptions
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            MaxAge = Lifetime,
            IsEssential = true,
        });
    }
}
