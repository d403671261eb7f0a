namespace Kim.Market.Domain.Products;

/// <summary>The photos of something that is written, in their order: the same rule for whatever is.</summary>
public static class Gallery
{
    /// <summary>Each has words for whoever does not see it (WCAG 1.1.1), and nobody's number in them.</summary>
    /// <returns>Null where nothing is wrong.</returns>
    public static Refusal? Problem(IReadOnlyList<Photo> photos, int most) =>
        photos.Count > most ? GalleryRefusals.TooMany(most)
        : photos.DistinctBy(photo => photo.Hash).Count() < photos.Count ? GalleryRefusals.Twice
        : photos.Any(photo => photo.Alt.Trim().Length is 0 or > Limits.AltText) ? GalleryRefusals.NeedsWords
        : photos.Any(photo => PublicText.HoldsNumber(photo.Alt)) ? GalleryRefusals.HoldsNumber
        : null;

    public static Photo[] Tidy(IReadOnlyList<Photo> photos) => [.. photos.Select(photo => photo with { Alt = photo.Alt.Trim() })];
}

public static class GalleryRefusals
{
    public static readonly Refusal NeedsWords = new("gallery.needs_words", Limits.AltText);
    public static readonly Refusal Twice = new("gallery.twice");
    public static readonly Refusal HoldsNumber = new("gallery.holds_number");

    public static Refusal TooMany(int most) => new("gallery.too_many", most);
}
