using System.Globalization;
using Kim.Market.Web.Features.Rooms;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Audit;

/// <summary>What the four trails share: a stall's, a KIM's, a region's and the whole installation's.</summary>
public abstract class TrailPage : MarketPage
{
    private const int LongestText = 80;

    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    /// <summary>Only what this member did.</summary>
    [FromQuery(Name = "oleh")]
    public Guid? Actor { get; init; }

    [FromQuery(Name = "jenis")]
    public AuditKind? Kind { get; init; }

    /// <summary>Only what helpers did for somebody else.</summary>
    [FromQuery(Name = "mewakili")]
    public bool IsHelp { get; init; }

    [FromQuery(Name = "dari")]
    public DateOnly? From { get; init; }

    [FromQuery(Name = "sampai")]
    public DateOnly? To { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    public Paging Paging { get; private set; } = new(null, null);

    /// <summary>The name of the person whose acts are shown, where only theirs are.</summary>
    public string? ActorName => Actor is null ? null : Entries.Select(entry => entry.Line.Name).FirstOrDefault(name => name is { Length: > 0 });

    /// <summary>The page's own address, without what narrows it.</summary>
    public abstract string Address { get; }

    /// <summary>Which of several desks of a kind; null where there is only one.</summary>
    public virtual Guid? At => null;

    public abstract RoomBar Bar { get; }

    public abstract string Heading { get; }

    public bool IsNarrowed => Text is { Length: > 0 } || Actor is not null || IsFiltered;

    public bool IsFiltered => Kind is not null || IsHelp || From is not null || To is not null;

    /// <summary>The kinds that can turn up here.</summary>
    public abstract IReadOnlyList<AuditKind> Kinds { get; }

    /// <summary>This page narrowed to one person's acts.</summary>
    public string By(Guid actor) => With(("oleh", actor.ToString("N")));

    /// <summary>A day as a date field takes it.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    protected AuditQuestion Asked => new(Bounded(Text), Actor, Kind, IsHelp, Midnight(From, 0), Midnight(To, 1));

    protected IActionResult Show(Slice<AuditEntry> page)
    {
        Entries = page.Rows;
        Paging = new(null, page.Next(entry => With(
            ("q", Text), ("oleh", Actor?.ToString("N")), ("jenis", Kind?.ToString()), ("mewakili", IsHelp ? "true" : null),
            ("dari", Day(From)), ("sampai", Day(To)), ("sesudah", entry.Line.Key.ToString()))));
        return Page();
    }

    // PostgreSQL takes no text with a zero in it, and nobody types one.
    private static string? Bounded(string? typed) => typed is null ? null : new string([.. typed.Trim().Where(letter => !char.IsControl(letter)).Take(LongestText)]);

    // Days are those of central Kalimantan, as in every figure.
    private static DateTimeOffset? Midnight(DateOnly? day, int later) => day is { Year: > 1 and < 9999 } date
        ? new DateTimeOffset(date.AddDays(later), TimeOnly.MinValue, Zone.Wita.Offset).ToUniversalTime()
        : null;

    private string With(params (string Name, string? Value)[] query)
    {
        var kept = query.Prepend(("di", At?.ToString("N"))).Where(part => part.Item2 is { Length: > 0 })
            .Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}");
        return $"{Address}?{string.Join('&', kept)}";
    }
}
