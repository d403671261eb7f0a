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
    public static readonly Refusal Archived = new("product.archived");
    public static readonly Refusal DiscountNotShown = new("product.discount_not_shown");
    public static readonly Refusal DiscountNotLower = new("product.discount_not_lower");
    public static readonly Refusal DiscountOver = new("product.discount_over");
    public static readonly Refusal NoFixPoint = new("product.no_fix_point");
    public static readonly Refusal FixRemark = new("product.fix_remark", Limits.Remark);

    public static readonly Refusal BadLead = new("product.bad_lead", Making.LongestLead);
    public static readonly Refusal BadCapacity = new("product.bad_capacity", Limits.Stock);
    public static readonly Refusal BadCutOff = new("product.bad_cut_off");
    public static readonly Refusal DepositLength = new("product.deposit_length", Limits.Remark);
    public static readonly Refusal BadSeason = new("product.bad_season");
    public static readonly Refusal BadMinimum = new("product.bad_minimum", Limits.Quantity);
    public static readonly Refusal StoryLength = new("product.story_length", Story.Longest);
    public static readonly Refusal PublicNumber = new("product.public_number");

    public static readonly Refusal OptionLength = new("product.option_length", Limits.Option);
    public static readonly Refusal OtherFamily = new("product.other_family");
    public static readonly Refusal TooManyOptions = new("product.too_many_options", Product.MostOptions);

    /// <summary>There is such an option already.</summary>
    public static Refusal OptionTaken(string option) => new("product.option_taken", option);

    /// <summary>Fewer than its seller sells at once.</summary>
    public static Refusal TooFew(int minimum) => new("product.too_few", minimum);

    /// <summary>Nobody could ever buy it at that price, at least not in the last thirty days.</summary>
    public static Refusal NeverInForce(Rupiah was) => new("product.never_in_force", was);

    /// <summary>It held, but not long enough: says for how many whole days of the last thirty.</summary>
    public static Refusal TooShortInForce(int days) => new("product.too_short_in_force", days);

    /// <summary>Before that many days are over, the struck-through price would have become a price of long ago.</summary>
    public static Refusal DiscountTooLong(int days) => new("product.discount_too_long", days);
}
