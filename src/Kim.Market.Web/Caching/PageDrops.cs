using Kim.Market.Domain;
using Kim.Market.Domain.Assessments;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Contests;
using Kim.Market.Domain.Directory;
using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Harvests;
using Kim.Market.Domain.MarketDays;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Potentials;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Reviews;
using Kim.Market.Domain.Selections;
using Kim.Market.Domain.Stocks;
using Kim.Market.Domain.Stories;
using Kim.Market.Domain.Villages;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Caching;

/// <summary>Drops kept pages when what they show has changed: at once where it was changed, within a poll on every other node.</summary>
public sealed class PageDrops : INodeReader, IDisposable
{
    /// <summary>Any list of products, businesses or groups.</summary>
    public const string Catalogue = "catalogue";

    /// <summary>Any badge: whose it is, its later events do not say, and there are few of them a day.</summary>
    public const string Badges = "badges";

    /// <summary>Any story: what it told of before it was changed, its later events do not say, and there are few of them a day.</summary>
    public const string Stories = "stories";

    /// <summary>Any potential of a village: what a place shows, an officer changes a few times a day.</summary>
    public const string Potentials = "potentials";

    /// <summary>Any enquiry: whom it concerns, its later events do not say, and there are few of them a day.</summary>
    public const string Enquiries = "enquiries";

    /// <summary>What is on record of any village: an office writes it down once a year.</summary>
    public const string Villages = "villages";

    /// <summary>Any coaching: an office plans and changes a few a week.</summary>
    public const string Coachings = "coachings";

    /// <summary>Any contest: few begin in a year, and their entries are few a day.</summary>
    public const string Contests = "contests";

    /// <summary>Any choice of an office: it makes a few a year.</summary>
    public const string Selections = "selections";

    /// <summary>Any count or list of the businesses that offices know.</summary>
    public const string Directory = "directory";

    /// <summary>The figures of the result page.</summary>
    public const string Results = "results";

    private readonly PageCache _cache;
    private readonly EventStore _store;
    private readonly LateDrops _late;

    public PageDrops(PageCache cache, EventStore store, LateDrops late)
    {
        (_cache, _store, _late) = (cache, store, late);
        _store.Committed += Drop;
    }

    public Task SeeAsync(IReadOnlyList<Recorded> events, CancellationToken ct)
    {
        Drop(events);
        return Task.CompletedTask;
    }

    public void Dispose() => _store.Committed -= Drop;

    private void Drop(IReadOnlyList<Recorded> events)
    {
        var tags = events.SelectMany(recorded => TagsOf(recorded.Data)).Distinct().ToArray();
        _cache.Drop(events.SelectMany(ShownAs), tags);
        if (tags.Length > 0)
        {
            _late.Await(tags, events[^1].Sequence);
        }
    }

    // A product's page shows its stock, and what buyers say of it; a new review, harvest or market day is a stream that no page knows yet.
    private static IEnumerable<Guid> ShownAs(Recorded recorded) => recorded.Data switch
    {
        StockEvent => [Stock.ProductOf(new Id<Stock>(recorded.Stream)).Value],
        ReviewGiven e => [e.Product.Value, e.Seller.Value],
        HarvestAnnounced e => [e.Product.Value],
        MarketDayOpened e => [e.Group.Value],
        AssessmentMade e => [e.Group.Value],
        _ => [recorded.Stream],
    };

    private static string[] TagsOf(object happened) => happened switch
    {
        ProductEvent or BusinessEvent or GroupEvent => [Catalogue, Results],
        OfficeRubricSet => [Catalogue], // whether everybody reads of its classes
        CertificateEvent => [Badges],
        OrderCompleted or OrderStruck or OrderCountedAgain or OrderExpired or OrderRejected or OrderCancelled => [Results],
        StoryEvent => [Stories],
        PotentialEvent => [Potentials],
        EnquiryEvent => [Enquiries],
        VillageEvent => [Villages],
        CoachingEvent => [Coachings],
        SelectionEvent => [Selections],
        ContestEvent => [Contests],
        MarketDayEvent => [Catalogue],
        DirectoryEvent => [Directory],
        _ => [],
    };
}
