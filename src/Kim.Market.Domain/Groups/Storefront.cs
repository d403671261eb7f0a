using System.Text.RegularExpressions;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Groups;

/// <summary>What a KIM's page is made of. The numbers are stored.</summary>
public enum StorefrontPart { Products, Businesses, Stories, Pulse, Questions, About }

/// <summary>When somebody is there on one day of every week, by the clock of the KIM's place.</summary>
public sealed record OpeningTime(DayOfWeek Day, TimeOnly Opens, TimeOnly Closes);

/// <summary>How a KIM shows itself. That the featured goods are of its own sellers, whoever finds them for the writer has checked.</summary>
/// <param name="Colour">Written <c>#rrggbb</c>; null for that of the house. What is shown of it is always readable, so any will do.</param>
/// <param name="Parts">What its page shows, from top to bottom.</param>
public sealed partial record Storefront(string? Colour, StorefrontPart[] Parts, Id<Product>[] Featured, OpeningTime[] Hours, Channel[] Channels)
{
    /// <summary>As every KIM begins.</summary>
    public static Storefront Plain { get; } = new(null, Enum.GetValues<StorefrontPart>(), [], [], []);

    /// <summary>Whether a KIM may leave a part out: not its goods, nor how it answers, nor who it is.</summary>
    public static bool MayHide(StorefrontPart part) => part is StorefrontPart.Businesses or StorefrontPart.Stories or StorefrontPart.Pulse;

    internal bool IsSame(Storefront other) =>
        Colour == other.Colour && Parts.SequenceEqual(other.Parts) && Featured.SequenceEqual(other.Featured)
        && Hours.SequenceEqual(other.Hours) && Channels.SequenceEqual(other.Channels);

    /// <summary>As it is stored: small letters, Monday first, everything once.</summary>
    internal Storefront Tidy() => new(
        Colour?.ToLowerInvariant(),
        [.. Parts.Distinct()],
        [.. Featured.Distinct()],
        [.. Hours.OrderBy(time => ((int)time.Day + 6) % 7)],
        [.. Channels.OrderBy(channel => channel.Kind)]);

    internal Refusal? Problem() =>
        Colour is { } colour && !Written().IsMatch(colour) ? StorefrontRefusals.BadColour
        : Parts.Any(part => !Enum.IsDefined(part)) || Enum.GetValues<StorefrontPart>().Any(part => !MayHide(part) && !Parts.Contains(part)) ? StorefrontRefusals.PartMissing
        : Featured.Distinct().Count() > Limits.FeaturedProducts ? StorefrontRefusals.TooManyFeatured
        : Hours.Any(time => !Enum.IsDefined(time.Day)) || Hours.DistinctBy(time => time.Day).Count() < Hours.Length ? StorefrontRefusals.DayTwice
        : Hours.Any(time => time.Closes <= time.Opens) ? StorefrontRefusals.HoursTurned
        : Channels.DistinctBy(channel => channel.Kind).Count() < Channels.Length ? StorefrontRefusals.ChannelTwice
        : Channels.Any(channel => Channel.Of(channel.Kind, channel.Address) != channel) ? StorefrontRefusals.BadChannel
        : null;

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Written();
}
