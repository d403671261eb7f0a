using Kim.Market.Domain;
using Kim.Market.Domain.Potentials;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Businesses;
using Kim.Market.Web.Features.Harvests;
using Kim.Market.Web.Features.Potentials;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Villages;

/// <summary>/desa/{kode} and /wilayah/{kode} — one place, a village or anything wider up to a province: what is made there, by whom, and the way on.</summary>
[OpenTo(Audience.Everyone, What = "Melihat desa dan kecamatan"), CachedPage(VaryBy = ["sesudah", "usaha", "ukur"])]
public sealed class DetailsModel(Places places, RegionPages pages, Showcase showcase, TileMaps tiles, Words words, TimeProvider clock) : PageModel
{
    private const int MostNeighbours = 12;

    [FromQuery(Name = "sesudah")] public string? After { get; init; }

    /// <summary>Where its list of UMKM goes on.</summary>
    [FromQuery(Name = "usaha")] public string? AfterBusiness { get; init; }

    /// <summary>What the map is coloured by.</summary>
    [FromQuery(Name = "ukur")] public string? Measure { get; init; }

    public Region Region { get; private set; } = null!;

    /// <summary>The places within; null for a village.</summary>
    public RegionMap? Map { get; private set; }

    public RegionContents Contents { get; private set; } = null!;

    public IReadOnlyList<Crumb> Crumbs { get; private set; } = [];

    public ProductGrid Products { get; private set; } = null!;

    public string? MoreProducts { get; private set; }

    public IReadOnlyList<KimCard> Businesses { get; private set; } = [];

    public string? MoreBusinesses { get; private set; }

    public IReadOnlyList<KimCard> Groups { get; private set; } = [];

    /// <summary>Places nearby where somebody sells: in the same kecamatan, or else in the same regency.</summary>
    public IReadOnlyList<NearbyRow> Neighbours { get; private set; } = [];

    public bool IsVillage => Region.Code.IsVillage();

    /// <summary>What there is that one neither travels to nor brings money for.</summary>
    public IReadOnlyList<ShownPotential> Potentials { get; private set; } = [];

    public IReadOnlyList<ShownPotential> Journeys { get; private set; } = [];

    public IReadOnlyList<ShownPotential> Openings { get; private set; } = [];

    /// <summary>What is sold here by season.</summary>
    public IReadOnlyList<CalendarRow> Seasons { get; private set; } = [];

    /// <summary>Every number that is said of this very village.</summary>
    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    /// <summary>Where all of its potentials stand; null when they are here already.</summary>
    public string? MorePotentials { get; private set; }

    public DateOnly Today => DateFormat.DayIn(clock.GetUtcNow(), Zone.Of(Region.TimeZone));

    public int Sellers => Contents.Find(Region.Code)?.Businesses ?? 0;

    public async Task<IActionResult> OnGetAsync(string kode, CancellationToken ct)
    {
        if (!RegionCode.TryParse(kode, null, out var code) || await places.FindAsync(code, ct) is not { } region)
        {
            return NotFound();
        }

        var address = PlaceAddress.Of(region.Code);
        if (region.Code.Value != kode || Request.Path.StartsWithSegments(PlaceAddress.Wider, StringComparison.Ordinal) == region.Code.IsVillage())
        {
            return LocalRedirectPermanent(Url.Content(address) + Request.QueryString);
        }

        Region = region;
        Contents = await pages.ReadAsync(region.Code, ProductKey.Read(After), BusinessKey.Read(AfterBusiness), ct);
        Show();
        if (Map is not null)
        {
            PageTags.Of(HttpContext).Add(PageDrops.Results);
        }

        ShowAnswers();
        PageTags.Of(HttpContext).Add(PageDrops.Catalogue).Add(PageDrops.Directory).Add(PageDrops.Potentials).Add(PageDrops.Enquiries).Add(PageDrops.Stories).Add(PageDrops.Villages).Add(PageDrops.Selections)
            .Until(PastDay.EndOf(Today, Zone.Of(Region.TimeZone)))
            .Add(Contents.Groups.Select(row => row.GroupId))
            .Add(Contents.Businesses.Rows.Select(row => row.BusinessId))
            .Add(Contents.Products.Rows.Select(row => row.ProductId));
        return Page();
    }

    private void Show()
    {
        var address = PlaceAddress.Of(Region.Code);
        Products = showcase.Lay(Contents.Products.Rows) with { FirstRow = 4 };
        MoreProducts = Contents.Products.Next(ProductKey.After) is { } product ? $"{address}?sesudah={product}#produk" : null;
        Businesses = [.. Contents.Businesses.Rows.Select(business => business.Card(words))];
        MoreBusinesses = Contents.Businesses.Next(BusinessKey.After) is { } business ? $"{address}?usaha={business}#usaha" : null;
        Groups = [.. Contents.Groups.Select(group => group.Card(words))];
        Map = IsVillage ? null : RegionMap.Of(
            Region.Code, Enum.TryParse<TallyKind>(Measure, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : default,
            Contents.Within(Region.Code), Contents.Tallies, tiles.Of(Region.Code));
        Seasons = SeasonCalendar.Of(Contents.Seasonal, clock.GetUtcNow());
        ShowPotentials();
        var near = Selling(Region.Code.Parent).ToList();
        Neighbours = [.. (near.Count > 0 ? near : Selling(Region.Code.Parent?.Parent)).Take(MostNeighbours)];
        Crumbs = [new(words["Desa"], "~/desa"), .. Above(), new(Region.Name)];
    }

    private void ShowAnswers()
    {
        if (Contents.Answers.Next is { } next)
        {
            PageTags.Of(HttpContext).Until(next); // one more enquiry is over its time then
        }
    }

    private void ShowPotentials()
    {
        var most = IsVillage ? PotentialPages.OnVillage : PotentialPages.OnRegion;
        var all = Contents.Potentials.Take(most).ToList();
        Journeys = [.. all.Where(potential => potential.Says.Visit is not null)];
        Openings = [.. all.Where(potential => potential.Says.Opportunity is not null)];
        Potentials = [.. all.Where(potential => potential.Says is { Visit: null, Opportunity: null })];
        Figures = IsVillage ? [.. all.SelectMany(potential => potential.Says.Figures)] : [];
        MorePotentials = Contents.Potentials.Count > most || !IsVillage ? $"~/desa/{Region.Code}/potensi" : null;
        if (Figures.Count > 0 || Contents.Record != ShownRecord.Nothing)
        {
            PageTags.Of(HttpContext).Until(PastDay.EndOf(Today, Zone.Of(Region.TimeZone))); // tomorrow one of them may be too old
        }
    }

    private IEnumerable<NearbyRow> Selling(RegionCode? within) => within is { } place
        ? Contents.Within(place).Where(near => near.Businesses > 0 && near.Code != Region.Code.Value && !near.Region.Contains(Region.Code))
        : [];

    private IEnumerable<Crumb> Above() => Contents.Nearby
        .Where(place => place.Code != Region.Code.Value && place.Region.Contains(Region.Code))
        .Select(place => new Crumb(place.Name, PlaceAddress.Of(place.Code)));
}
