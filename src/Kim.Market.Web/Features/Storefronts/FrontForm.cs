using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Kim.Market.Web.Features.Storefronts;

/// <summary>One day of the week on the form; both empty for a day on which nobody is there.</summary>
public sealed class DayForm
{
    [StringLength(8)]
    public string? Opens { get; init; }

    [StringLength(8)]
    public string? Closes { get; init; }
}

/// <summary>What is typed on the page of a storefront.</summary>
public sealed class FrontForm
{
    /// <summary>How a part that is left out says so in place of its turn.</summary>
    public const int Hidden = 0;

    /// <summary>Monday first.</summary>
    public static readonly DayOfWeek[] Week = [.. Enumerable.Range(1, 7).Select(at => (DayOfWeek)(at % 7))];

    private static readonly StorefrontPart[] AllParts = Enum.GetValues<StorefrontPart>();

    /// <summary>As it was seen.</summary>
    public long Version { get; init; }

    [Display(Name = "Warna etalase")]
    [StringLength(7)]
    public string? Colour { get; init; }

    /// <summary>Without one the page has the colours of the house.</summary>
    public bool HasColour { get; init; }

    /// <summary>The turn of each part, in the order in which they are declared.</summary>
    public int[] Turns { get; init; } = [];

    public Guid[] Products { get; init; } = [];

    public DayForm[] Hours { get; init; } = [];

    /// <summary>In the order in which the kinds are declared.</summary>
    public string?[] Channels { get; init; } = [];

    [Display(Name = "Isi pengumuman")]
    [StringLength(Limits.Announcement)]
    public string? Announcement { get; init; }

    [Display(Name = "Tampil sampai")]
    public DateOnly? Until { get; init; }

    public IFormFile? Photo { get; init; }

    [Display(Name = "Apa yang terlihat di foto ini?")]
    [StringLength(Limits.AltText)]
    public string? Alt { get; init; }

    public static FrontForm Of(DeskFront known) => known.Front switch
    {
        var front => new()
        {
            Version = known.Version,
            Colour = front.Colour ?? Drawing.Colour.River.ToString(),
            HasColour = front.Colour is not null,
            Turns = [.. AllParts.Select(part => Array.IndexOf(front.Parts, part) + 1)],
            Products = [.. front.Featured.Select(product => product.Value)],
            Hours = [.. Week.Select(day => front.Hours.FirstOrDefault(time => time.Day == day) is { } time ? new DayForm { Opens = Typed(time.Opens), Closes = Typed(time.Closes) } : new())],
            Channels = [.. Enum.GetValues<ChannelKind>().Select(kind => front.Channels.FirstOrDefault(channel => channel.Kind == kind)?.Address)],
        },
    };

    /// <summary>What was typed, with what is wrong about it beside its field; the turns of two that want the same are taken as they stand.</summary>
    /// <param name="own">What may be featured, in the order in which it is shown.</param>
    public Storefront Read(IEnumerable<Guid> own, ModelStateDictionary state, Func<Refusal, string> say)
    {
        List<OpeningTime> hours = [];
        foreach (var (day, at) in Week.Zip(Hours).Select((pair, at) => ((pair.First, pair.Second), at)))
        {
            var (opens, closes) = (TimeOf(day.Second.Opens), TimeOf(day.Second.Closes));
            if (opens is { } from && closes is { } until && until > from)
            {
                hours.Add(new(day.First, from, until));
            }
            else if (!string.IsNullOrWhiteSpace(day.Second.Opens) || !string.IsNullOrWhiteSpace(day.Second.Closes))
            {
                state.AddModelError($"Input.Hours[{at}].Opens", say(StorefrontRefusals.HoursTurned));
            }
        }

        List<Channel> channels = [];
        foreach (var (kind, typed) in Enum.GetValues<ChannelKind>().Zip(Channels).Where(pair => !string.IsNullOrWhiteSpace(pair.Second)))
        {
            if (Channel.Of(kind, typed!) is { } channel)
            {
                channels.Add(channel);
            }
            else
            {
                state.AddModelError($"Input.Channels[{(int)kind}]", say(StorefrontRefusals.BadChannel));
            }
        }

        return new(HasColour ? Colour ?? "" : null, Parts(), [.. own.Where(Products.Contains).Select(id => new Id<Product>(id))], [.. hours], [.. channels]);
    }

    private StorefrontPart[] Parts() =>
    [
        .. AllParts.Select((part, at) => (Part: part, Turn: at < Turns.Length ? Turns[at] : AllParts.Length))
            .Where(part => part.Turn != Hidden || !Storefront.MayHide(part.Part)).OrderBy(part => part.Turn).Select(part => part.Part),
    ];

    private static TimeOnly? TimeOf(string? typed) => TimeOnly.TryParseExact(
        typed?.Trim().Replace('.', ':'), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string Typed(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
