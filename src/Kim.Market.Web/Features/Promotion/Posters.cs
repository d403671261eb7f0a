using System.Security.Cryptography;
using System.Text;
using Kim.Market.Web.Drawing;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Language;
using Kim.Market.Web.Pictures;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>Makes posters: the same once, however often it is asked for.</summary>
public sealed class Posters(PosterShelf shelf, DrawingPress press, IMediaStore media)
{
    // of another build another layout may come: its posters are others
    private static readonly string Build = typeof(Posters).Module.ModuleVersionId.ToString("N");

    /// <summary>What a drawing is known by: all that can be seen of it, and the program that draws it.</summary>
    internal static string KeyOf(Piece piece, PosterFile file, string address) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', Build, Languages.Code, file.Name, address, piece.Seen))));

    /// <summary>Null while it was not drawn.</summary>
    public Task<byte[]?> FindAsync(string key, CancellationToken ct) => shelf.FindAsync(key, ct);

    /// <returns>Null when too many wait for theirs.</returns>
    internal async Task<byte[]?> DrawAsync(string key, Piece piece, PosterFile file, string address, CancellationToken ct)
    {
        using var turn = await press.EnterAsync(ct);
        if (turn is null)
        {
            return null;
        }

        // whoever stood before may have wanted the same
        if (await shelf.FindAsync(key, ct) is { } made)
        {
            return made;
        }

        var scene = file.Layout.Draw(piece, address, file.Format, await PhotosAsync(piece, ct), Qr.Modules(address), piece.Colour is { } colour ? Colour.Of(colour) : null);
        var drawn = file.Format.IsPaper ? PdfScene.Write([scene], piece.Title) : await DrawingPress.DrawAsync(scene, ct);
        await shelf.KeepAsync(key, drawn, ct);
        return drawn;
    }

    // Those that are not in the store are left out: a poster without one is better than none.
    private async Task<List<Photograph>> PhotosAsync(Piece piece, CancellationToken ct)
    {
        List<Photograph> photos = [];
        foreach (var hash in piece.Photos)
        {
            var width = piece.Photos.Count == 1 ? PictureLimits.Widest : PictureLimits.Middle;
            await using var kept = await media.OpenAsync(PictureName.Of(hash, width, PictureFormat.Jpeg), ct);
            if (kept is not null && PictureHeader.Read(kept) is { } size)
            {
                kept.Position = 0;
                using var jpeg = new MemoryStream();
                await kept.CopyToAsync(jpeg, ct);
                photos.Add(new(jpeg.ToArray(), size.Width, size.Height));
            }
        }

        return photos;
    }
}
