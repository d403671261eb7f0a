using Kim.Market.Domain.Acts;
using Kim.Market.Domain.Assessments;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Contests;
using Kim.Market.Domain.Decrees;
using Kim.Market.Domain.Directory;
using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Erasures;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Harvests;
using Kim.Market.Domain.Imports;
using Kim.Market.Domain.Installations;
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

/// <summary>What something was done to. The numbers are stored.</summary>
public enum AuditKind
{
    Group,
    Decree,
    Business,
    Certificate,
    Product,
    Stock,
    Order,
    Act,
    Office,
    Directory,
    Import,
    Recovery,
    Installation,
    Erasure,
    Story,
    Review,
    MarketDay,
    Harvest,
    Potential,
    Enquiry,
    Prospectus,
    Village,
    WebDomain,
    Coaching,
    Attendance,
    Report,
    OutsideSale,
    Assessment,
    Selection,
    Contest,
}

/// <summary>Which kind an event is of.</summary>
internal static class AuditKinds
{
    public static AuditKind Of(object happened) => happened switch
    {
        GroupEvent => AuditKind.Group,
        DecreeEvent => AuditKind.Decree,
        BusinessEvent => AuditKind.Business,
        CertificateEvent => AuditKind.Certificate,
        ProductEvent => AuditKind.Product,
        StockEvent => AuditKind.Stock,
        OrderEvent => AuditKind.Order,
        ActEvent => AuditKind.Act,
        OfficeEvent => AuditKind.Office,
        DirectoryEvent => AuditKind.Directory,
        ImportEvent => AuditKind.Import,
        RecoveryEvent => AuditKind.Recovery,
        InstallationEvent => AuditKind.Installation,
        ErasureEvent => AuditKind.Erasure,
        StoryEvent => AuditKind.Story,
        ReviewEvent => AuditKind.Review,
        MarketDayEvent => AuditKind.MarketDay,
        HarvestEvent => AuditKind.Harvest,
        PotentialEvent => AuditKind.Potential,
        EnquiryEvent => AuditKind.Enquiry,
        ProspectusEvent => AuditKind.Prospectus,
        ReportEvent => AuditKind.Report,
        VillageEvent => AuditKind.Village,
        WebDomainEvent => AuditKind.WebDomain,
        CoachingEvent => AuditKind.Coaching,
        AttendanceEvent => AuditKind.Attendance,
        OutsideSaleEvent => AuditKind.OutsideSale,
        AssessmentEvent => AuditKind.Assessment,
        SelectionEvent => AuditKind.Selection,
        ContestEvent => AuditKind.Contest,
        _ => throw new ArgumentException($"{happened.GetType().Name} is of no kind that an audit knows: add it to AuditKind.", nameof(happened)),
    };
}
