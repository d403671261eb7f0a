namespace Kim.Market.Domain.Groups;

public static class StorefrontRefusals
{
    public static readonly Refusal BadColour = new("storefront.bad_colour");
    public static readonly Refusal PartMissing = new("storefront.part_missing");
    public static readonly Refusal TooManyFeatured = new("storefront.too_many_featured", Limits.FeaturedProducts);
    public static readonly Refusal DayTwice = new("storefront.day_twice");
    public static readonly Refusal HoursTurned = new("storefront.hours_turned");
    public static readonly Refusal ChannelTwice = new("storefront.channel_twice");
    public static readonly Refusal BadChannel = new("storefront.bad_channel");
    public static readonly Refusal AnnouncementLength = new("storefront.announcement_length", Limits.Announcement);
    public static readonly Refusal HoldsNumber = new("storefront.holds_number");
    public static readonly Refusal EndsTooSoon = new("storefront.ends_too_soon");
    public static readonly Refusal EndsTooLate = new("storefront.ends_too_late");
    public static readonly Refusal CoverNeedsWords = new("storefront.cover_needs_words");
}
