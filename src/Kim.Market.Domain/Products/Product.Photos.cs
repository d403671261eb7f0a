namespace Kim.Market.Domain.Products;

/// <content>Its photos: up to five, the first one for lists, each with words for those who do not see it.</content>
public sealed partial record Product
{
    /// <summary>All of them at once, in this order.</summary>
    public static Decision<ProductEvent> SetPhotos(Photo[] photos, DateTimeOffset now) =>
        photos.Length is 0 or > Limits.PhotosPerProduct ? ProductRefusals.PhotoCount
        : photos.Any(photo => photo.Alt.Trim().Length is 0 or > Limits.AltText) ? ProductRefusals.AltText
        : [new ProductPhotographed(photos, now)];

    /// <summary>One more, behind the others. The same picture twice is once.</summary>
    public Decision<ProductEvent> AddPhoto(Photo photo, DateTimeOffset now) =>
        Photos.Any(known => known.Hash == photo.Hash) ? [] : SetPhotos([.. Photos, photo], now);

    /// <summary>Says in words what a photo shows.</summary>
    public Decision<ProductEvent> TellPhoto(string hash, string alt, DateTimeOffset now) =>
        Photos.FirstOrDefault(photo => photo.Hash == hash) is not { } told ? ProductRefusals.NoSuchPhoto
        : told.Alt == alt.Trim() ? []
        : SetPhotos([.. Photos.Select(photo => photo == told ? told with { Alt = alt.Trim() } : photo)], now);

    /// <summary>Moves a photo one place towards the front.</summary>
    public Decision<ProductEvent> ForwardPhoto(string hash, DateTimeOffset now)
    {
        var at = IndexOf(hash);
        return at < 0 ? ProductRefusals.NoSuchPhoto
            : at == 0 ? []
            : SetPhotos([.. Photos.RemoveAt(at).Insert(at - 1, Photos[at])], now);
    }

    /// <summary>Takes a photo away; what may be seen, or waits to be, keeps one at least.</summary>
    public Decision<ProductEvent> RemovePhoto(string hash, DateTimeOffset now) =>
        IndexOf(hash) is var at && at < 0 ? []
        : Photos.Length == 1 && Status is ProductStatus.Published or ProductStatus.Submitted ? ProductRefusals.LastPhoto
        : [new ProductPhotographed([.. Photos.RemoveAt(at)], now)];

    private int IndexOf(string hash) => Photos.ToList().FindIndex(photo => photo.Hash == hash);
}
