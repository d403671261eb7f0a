using Kim.Market.Domain.Acts;
using Kim.Market.Domain.Assessments;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Contests;
using Kim.Market.Domain.Decrees;
using Kim.Market.Domain.Directory;
using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Harvests;
using Kim.Market.Domain.Imports;
using Kim.Market.Domain.MarketDays;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.OutsideSales;
using Kim.Market.Domain.Potentials;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Prospectuses;
using Kim.Market.Domain.Recoveries;
using Kim.Market.Domain.Reports;
using Kim.Market.Domain.Reviews;
using Kim.Market.Domain.Selections;
using Kim.Market.Domain.Stocks;
using Kim.Market.Domain.Stories;
using Kim.Market.Domain.Villages;
using Kim.Market.Domain.WebDomains;

namespace Kim.Market.Web.Features.Audit;

/// <summary>To whom a stream belongs, as its first event says.</summary>
/// <param name="Parent">The stream to which it belongs, and whose business, KIM and place are its own as well.</param>
/// <param name="Depth">How many streams stand between it and one that knows its place by itself.</param>
internal sealed record AuditPlace(Guid? Parent, Guid? Business, Guid? Group, string? Region, int Depth)
{
    /// <summary>No stream is further from its place than a stock: KIM or village, business, product, stock.</summary>
    public const int Deepest = 2;

    /// <summary>Null for an event that is no stream's first, or whose stream belongs to the whole installation.</summary>
    public static AuditPlace? Of(Guid stream, object happened) => happened switch
    {
        GroupProposed e => new(null, null, stream, e.Seat.Value, 0),
        DecreeRecorded e => new(null, null, null, e.Region.Value, 0),
        OfficeOpened e => new(null, null, null, e.Region.Value, 0),
        ImportBegun e => new(null, null, null, e.Region.Value, 0),
        DirectoryEntryRecorded e => new(null, null, null, e.Village.Value, 0),
        BusinessRegistered e => new(null, stream, e.Curator.Value, e.Village.Value, 0),
        OrderPlaced e => new(null, e.Seller.Value, e.Curator.Value, e.SellerVillage.Value, 0),
        ProductDrafted e => new(e.Seller.Value, null, null, null, 1),
        HarvestAnnounced e => new(e.Seller.Value, null, null, null, 1),
        CertificateStated e => new(e.Business.Value, null, null, null, 1),
        EnquiryMade e => new(null, null, e.Group?.Value, e.Village.Value, 0),
        PotentialProposed e => new(null, null, e.Group.Value, e.Village.Value, 0),
        VillageRecordOpened e => new(null, null, null, e.Village.Value, 0),
        AttendanceRecorded e => new(e.Business?.Value ?? e.Group.Value, null, null, null, 1),
        OutsideSaleStated e => new(e.Business.Value, null, null, null, 1),
        AssessmentMade e => new(e.Group.Value, null, null, null, 1),
        CoachingPlanned e => new(null, null, null, e.Region.Value, 0),
        ContestAnnounced e => new(null, null, null, e.Region.Value, 0),
        SelectionDrafted e => new(null, null, null, e.Region.Value, 0),
        ReportIssued e => new(null, null, null, e.Region.Value, 0),
        ProspectusIssued e => new(null, null, null, e.Village.Value, 0),
        WebDomainClaimed e => new(e.Group.Value, null, null, null, 1),
        StoryWritten e => new(e.Group.Value, null, null, null, 1),
        ReviewGiven e => new(e.Order.Value, null, null, null, 1),
        MarketDayOpened e => new(e.Group.Value, null, null, null, 1),
        ActDone e => new(e.Desk, null, null, null, 1),
        RecoveryIssued e => new(e.Scope, null, null, null, 1),
        StockOpened e => new(e.Product.Value, null, null, null, 2),
        _ => null,
    };
}
