namespace Kim.Market.Web.Features.Ledger;

/// <summary>What an entry of the ledger counts. The numbers are stored.</summary>
public enum Metric
{
    /// <summary>A business with a stall that is open and something on it.</summary>
    ActiveBusiness = 2,
    CompletedOrder = 3,
    PlacedOrder = 4,

    /// <summary>Nobody answered in time.</summary>
    UnansweredOrder = 5,
    RejectedOrder = 6,

    /// <summary>The buyer took it back, or did not agree to what delivery costs.</summary>
    CancelledOrder = 7,

    /// <summary>The seller's first answer to an order; its amount is the minutes it took.</summary>
    Answer = 8,
    Complaint = 9,

    /// <summary>A KIM that stands, by its pulse; at rest is still.</summary>
    AwakeGroup = 0,
    QuietGroup = 11,
    StillGroup = 12,

    /// <summary>Members a KIM has stated; the amount is how many.</summary>
    Women = 13,
    Men = 14,

    /// <summary>Goods that lie on an open stall.</summary>
    Product = 15,
    Enquiry = 16,

    /// <summary>The first answer to an enquiry, when it came within its time.</summary>
    TimelyAnswer = 17,

    /// <summary>A certificate that an officer has compared with its paper, until its last day.</summary>
    Nib = 20,
    PIrt = 21,
    Halal = 22,

    /// <summary>A bimtek or another coaching that took place.</summary>
    CoachingHeld = 30,

    /// <summary>People of a KIM or a business who came to one; the amount is how many.</summary>
    Attendance = 31,

    /// <summary>What a business says it sold elsewhere in a month; the amount is rupiah.</summary>
    OutsideSale = 40,
}

/// <summary>What metrics have in common.</summary>
public static class Metrics
{
    /// <summary>Counts what there is on a day; the others count what happened in a time.</summary>
    public static bool IsStand(this Metric metric) => metric is
        Metric.ActiveBusiness or Metric.AwakeGroup or Metric.QuietGroup or Metric.StillGroup
        or Metric.Women or Metric.Men or Metric.Product or Metric.Nib or Metric.PIrt or Metric.Halal;
}
