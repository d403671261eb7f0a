namespace Kim.Market.Domain.Products;

public static class ProductRefusals
{
    public static readonly Refusal NameLength = new("product.name_length", Limits.Name);
    public static readonly Refusal BadSlug = new("product.bad_slug");
    public static readonly Refusal NoCategory = new("product.no_category");
    public static readonly Refusal NoUnit = new("product.no_unit");
    public static readonly Refusal BadContent = new("product.bad_content");
    public static readonly Refusal AboutLength = new("product.about_length", Limits.About);
    public static readonly Refusal BadPrice = new("product.bad_price");
    public static readonly Refusal PhotoCount = new("product.photo_count", Limits.PhotosPerProduct);
    public static readonly Refusal AltText = new("product.alt_text", Limits.AltText);
    public static readonly Refusal NoPrice = new("product.no_price");
    public static readonly Refusal NoPhoto = new("product.no_photo");
    public static readonly Refusal LastPhoto = new("product.last_photo");
    public static readonly Refusal NoSuchPhoto = new("product.no_such_photo");
    public static readonly Refusal NotSubmitted = new("product.not_submitted");
    public static readonly Refusal NotSeenYet = new("product.not_seen_yet");
    public static readonly Refusal NoFixPoint = new("product.no_fix_point");
    public static readonly Refusal FixRemark = new("product.fix_remark", Limits.Remark);
}
