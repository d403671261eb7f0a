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

/// <summary>/desa/{kode} — one place, from village up to regency: what is made there, by whom, and the way on.</summary>
[OpenTo(Audience.Everyone, What = "Melihat desa dan kecamatan"), CachedPage(VaryBy = ["sesudah", "usaha"])]
public sealed class DetailsModel(Places places, RegionPages pages, Showcase showcase, Words words, TimeProvider clock) : PageModel
{
    private const int MostNeighbours = 12;

    [FromQuery(Name = "sesudah")] public string? After { get; init; }

    /// <summary>Where its list of UMKM goes on.</summary>
    [FromQuery(Name = "usaha")] public string? AfterBusiness { get; init; }

    public Region Region { get; private set; } = null!;

    public RegionContents Contents { get; private set; } = null!;

    public IReadOnlyList<Crumb> Crumbs { get; private set; } = [];

    public ProductGrid Products { get; private set; } = null!;

    public string? MoreProducts { get; private set; }

    public IReadOnlyList<KimCard> Businesses { get; private set; } = [];

    public string? MoreBusinesses { get; private set; }

    public IReadOnlyList<KimCard> Groups { get; private set; } = [];

    /// <summary>Places nearby where somebody sells: in the same kecamatan, or else in the same regency.</summary>
    public IReadOnlyList<NearbyRow> Neighbours { get; private set; } = [];

    public IReadOnlyList<NearbyRow> Inside { get; private set; } = [];

    public bool IsVillage => Region.Code.Value.Length > 8;

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

        if (region.Code.Value != kode)
        {
            return LocalRedirectPermanent(Url.Content($"~/desa/{region.Code}") + Request.QueryString);
        }

        Region = region;
        Contents = await pages.ReadAsync(region.Code, ProductKey.Read(After), BusinessKey.Read(AfterBusiness), ct);
        Show();
        ShowAnswers();
        PageTags.Of(HttpContext).Add(PageDrops.Catalogue).Add(PageDrops.Directory).Add(PageDrops.Potentials).Add(PageDrops.Enquiries).Add(PageDrops.Stories)
            .Add(Contents.Groups.Select(row => row.GroupId))
            .Add(Contents.Businesses.Rows.Select(row => row.BusinessId))
            .Add(Contents.Products.Rows.Select(row => row.ProductId));
        return Page();
    }

    private void Show()
    {
        var address = $"~/desa/{Region.Code}";
        Products = showcase.Lay(Contents.Products.Rows) with { FirstRow = 4 };
        MoreProducts = Contents.Products.Next(ProductKey.After) is { } product ? $"{address}?sesudah={product}#produk" : null;
        Businesses = [.. Contents.Businesses.Rows.Select(business => business.Card(words))];
        MoreBusinesses = Contents.Businesses.Next(BusinessKey.After) is { } business ? $"{address}?usaha={business}#usaha" : null;
        Groups = [.. Contents.Groups.Select(group => group.Card(words))];
        Inside = [.. Contents.Within(Region.Code)];
        Seasons = SeasonCalendar.Of(Contents.Seasonal, clock.GetUtcNow());
        ShowPotentials(address);
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

    private void ShowPotentials(string address)
    {
        var most = IsVillage ? PotentialPages.OnVillage : PotentialPages.OnRegion;
        var all = Contents.Potentials.Take(most).ToList();
        Journeys = [.. all.Where(potential => potential.Says.Visit is not null)];
        Openings = [.. all.Where(potential => potential.Says.Opportunity is not null)];
        Potentials = [.. all.Where(potential => potential.Says is { Visit: null, Opportunity: null })];
        Figures = IsVillage ? [.. all.SelectMany(potential => potential.Says.Figures)] : [];
        MorePotentials = Contents.Potentials.Count > most || !IsVillage ? $"{address}/potensi" : null;
        if (Figures.Count > 0)
        {
            PageTags.Of(HttpContext).Until(PastDay.EndOf(Today, Zone.Of(Region.TimeZone))); // tomorrow one of them may be too old
        }
    }

    private IEnumerable<NearbyRow> Selling(RegionCode? within) => within is { } place
        ? Contents.Within(place).Where(near => near.Businesses > 0 && near.Code != Region.Code.Value && !near.Region.Contains(Region.Code))
        : [];

    // The province has no page of its own worth the step: the way up ends at the regency.
    private IEnumerable<Crumb> Above() => Contents.Nearby
        .Where(place => place.Code.Length > 2 && place.Code != Region.Code.Value && place.Region.Contains(Region.Code))
        .Select(place => new Crumb(place.Name, $"~/desa/{place.Code}"));
}
