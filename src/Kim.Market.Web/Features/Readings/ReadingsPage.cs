using Kim.Market.Web.Features.Rooms;
using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Readings;

/// <summary>What the two lists share: a region's and the whole installation's.</summary>
public abstract class ReadingsPage : MarketPage
{
    /// <summary>Only what this member opened.</summary>
    [FromQuery(Name = "oleh")]
    public Guid? Reader { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public abstract string Address { get; }

    /// <summary>Which of several desks of a kind; null where there is only one.</summary>
    public virtual Guid? At => null;

    public abstract RoomBar Bar { get; }

    public Slice<ReadingLine> All { get; private set; } = new([], false);

    public string Link(Guid? reader, string? after = null) =>
        $"{Address}?di={At:N}{(reader is { } who ? $"&oleh={who:N}" : "")}{(after is null ? "" : $"&sesudah={Uri.EscapeDataString(after)}")}";

    public Paging Paging => new(null, All.Next(line => line.Key.ToString()) is { } next ? Link(Reader, next) : null);

    protected IActionResult Show(Slice<ReadingLine> all)
    {
        All = all;
        return Page();
    }
}
