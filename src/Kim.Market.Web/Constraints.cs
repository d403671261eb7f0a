using Kim.Market.Domain;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.WebDomains;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web;

/// <summary>What the database's own "no" means in the market's words.</summary>
public static class Constraints
{
    public const string CommandOnce = "commands_pkey";
    public const string StockNotBelowZero = "stock_levels_available_check";
    public const string OrderNumberOnce = "orders_number_key";

    /// <summary>No two open orders of an account and day are paid with the same amount.</summary>
    public const string TransferOnce = "orders_transfer_once";

    /// <summary>What is ordered still lies on a stall that sells. No constraint of a table, but named and refused like one.</summary>
    public const string StillSold = "still_sold";

    /// <summary>The market day at which it is fetched still takes place on that date. Refused like a constraint, too.</summary>
    public const string StillHeld = "still_held";

    /// <summary>A product has one harvest at a time.</summary>
    public const string HarvestOnce = "harvests_one_running";

    /// <summary>A number stands in a line once.</summary>
    public const string NumberOnceInLine = "queue_marks_pkey";

    /// <summary>Nobody asks villages more in a day than that. Refused like a constraint, too.</summary>
    public const string EnquiriesADay = "enquiries_a_day";

    /// <summary>A name shows the page of one KIM.</summary>
    public const string DomainOnce = "web_domains_shown_key";

    /// <summary>A KIM claims a name once.</summary>
    public const string DomainClaimedOnce = "web_domains_claimed_key";

    /// <summary>A KIM claims no more names than that. Refused like a constraint, too.</summary>
    public const string DomainsOfKim = "web_domains_of_group";

    public const string OfficeOnce = "offices_region_key";

    public const string CertificatesWithin = "certificate_counts_held_check";

    private static readonly Refusal SlugTaken = new("slug.taken");

    /// <exception cref="ConstraintRefusedException">A constraint nobody gave words to: a bug, not a refusal.</exception>
    public static Refusal Explain(ConstraintRefusedException refused) =>
        refused.Constraint == OfficeOnce ? OfficeRefusals.RegionTaken
        : refused.Constraint == DomainClaimedOnce ? WebDomainRefusals.ClaimedAlready
        : refused.Constraint == DomainsOfKim ? WebDomainRefusals.TooMany
        : refused.Constraint == CertificatesWithin ? CertificateRefusals.TooMany
        : refused.Constraint.EndsWith("_slug_key", StringComparison.Ordinal) ? SlugTaken
        : throw refused;
}
