using System.Collections.ObjectModel;
using System.Text.Json.Nodes;

namespace Kim.Market.Web.Features.Shared;

/// <summary>Where a page belongs in the navigation.</summary>
public enum Tab
{
    None,
    Home,
    Browse,
    Villages,
    Groups,
    Results,
    Cart,
    Orders,
    SignIn,
}

/// <summary>What a page tells the layout about itself. Injected in every view as <c>Head</c>.</summary>
public sealed class PageHead
{
    /// <summary>The name of the page; the layout adds the name of the site.</summary>
    public string? Title { get; set; }

    public string? Description { get; set; }

    public Tab Tab { get; set; }

    /// <summary>False on pages that carry the large search box themselves.</summary>
    public bool HasSearch { get; set; } = true;

    /// <summary>What was searched for, to be shown in the box.</summary>
    public string? Query { get; set; }

    /// <summary>False for pages that belong to one person or one moment.</summary>
    public bool IsForSearchEngines { get; set; } = true;

    /// <summary>The card, 1200 by 630, that others show when they link to the page: a path on this site, without a language.</summary>
    public string? Card { get; set; }

    /// <summary>What the page is about, in the words of Open Graph.</summary>
    public string Type { get; set; } = "website";

    /// <summary>Where readers of feeds follow what the page lists, as a path on this site.</summary>
    public string? Feed { get; set; }

    /// <summary>The way from home to this page, as it was drawn.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; set; } = [];

    /// <summary>What the page is about, in the words of schema.org.</summary>
    public Collection<JsonObject> Things { get; } = [];

    /// <summary>The room behind the market, such as "Lapak saya"; shown beside the logo.</summary>
    public string? Room { get; set; }

    /// <summary>The <c>aria-current</c> of a link to <paramref name="tab"/>; null leaves the attribute out.</summary>
    public string? Is(Tab tab) => tab == Tab ? "page" : null;
}
