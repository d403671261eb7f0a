using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Selections;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Features.Villages;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Home;

/// <summary>/ — the promise, the search, what is new, the way down the river, and who moved last.</summary>
[OpenTo(Audience.Everyone, What = "Melihat beranda pasar"), CachedPage]
public sealed class IndexModel(Movers movers, Showcase showcase, Words words, TimeProvider clock) : PageModel
{
    private const int InStrip = 5;

    /// <summary>The newest products: first in a strip, the rest in a grid further down.</summary>
    public ProductGrid Newest { get; private set; } = null!;

    public ProductGrid More { get; private set; } = null!;

    public bool HasMore { get; private set; }

    public IReadOnlyList<(RiverStop Stop, StopRow Place)> Stops { get; private set; } = [];

    public IReadOnlyList<KimCard> Moved { get; private set; } = [];

    /// <summary>What offices have chosen, by a criterion they state.</summary>
    public IReadOnlyList<SelectionTeaser> Selections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (newest, moved, stops, selections) = await movers.ReadAsync(ct);

        Newest = showcase.Lay(newest.Rows.Take(InStrip)) with { IsStrip = true, FirstRow = 2 };
        More = showcase.Lay(newest.Rows.Skip(InStrip));
        HasMore = newest.HasMore;
        Stops = [.. River.Stops.Join(stops, stop => stop.District.Value, place => place.Code, (stop, place) => (stop, place))];
        Moved = [.. moved.Select(Card)];
        Selections = selections;

        PageTags.Of(HttpContext).Add(PageDrops.Catalogue).Add(PageDrops.Results).Add(PageDrops.Selections)
            .Until(PastDay.EndOf(DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita), Zone.Wita))
            .Add(newest.Rows.Select(product => product.ProductId)).Add(moved.Select(mover => mover.GroupId));
    }

    private KimCard Card(Mover mover) => new(
        mover.Name, $"~/kim/{mover.Slug}", mover.Place,
        Note: words["menyelesaikan pesanan terakhir {0}", DateFormat.Full(mover.CompletedAt, Zone.Of(mover.TimeZone))]);
}
