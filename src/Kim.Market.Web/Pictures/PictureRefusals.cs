using Kim.Market.Domain;

namespace Kim.Market.Web.Pictures;

public static class PictureRefusals
{
    public static readonly Refusal TooHeavy = new("picture.too_heavy", PictureLimits.Megabytes);
    public static readonly Refusal TooManyPixels = new("picture.too_many_pixels", PictureLimits.Megapixels);
    public static readonly Refusal NotAPicture = new("picture.not_a_picture");
    public static readonly Refusal Unreadable = new("picture.unreadable");
}

/// <summary>What was sent in is not kept; the refusal says why.</summary>
public sealed class PictureRefusedException(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;
}
