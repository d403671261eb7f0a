namespace Kim.Market.Web.Features.Notices;

/// <summary>What somebody hears of. The numbers are stored.</summary>
public enum NoticeKind
{
    OrderPlaced = 0,
    OrderCancelled = 2,
    OrderExpired = 3,
    QuoteAgreed = 4,
    OrderUnanswered = 5,
    PackingLate = 6,
    OrderAccepted = 7,
    OrderRejected = 8,
    DeliveryQuoted = 9,
    OrderReady = 10,
    OrderShipped = 11,
    OrderArrived = 12,
    OrderCompleted = 13,

    /// <summary>Somebody who lost their links asks for a code to the orders of a number.</summary>
    LookupAsked = 14,

    /// <summary>What was sold out can be had again; for those who asked to hear of it.</summary>
    ProductBack = 15,

    /// <summary>It is the turn of somebody in the line for a harvest.</summary>
    HarvestOffered = 16,
    ProofGiven = 20,
    CardPaid = 21,
    CardTrouble = 22,
    RefundStated = 23,
    RefundMissing = 24,
    ComplaintMade = 30,
    ComplaintAnswered = 31,
    ComplaintEscalated = 32,
    ComplaintProposed = 33,
    ComplaintSettled = 34,
    ComplaintDecided = 35,
    ReviewGiven = 40,
    ProductSubmitted = 50,
    ProductReturned = 51,
    ProductPublished = 52,
    StallWaiting = 53,
    StallApproved = 54,
    StallReturned = 55,
    StallSuspended = 56,
    StallAppealed = 57,
    StallAppealRejected = 58,
    StallRestored = 59,
    GroupApplied = 60,
    GroupVerified = 61,
    GroupSuspended = 62,
    GroupRestored = 63,
    CertificateStated = 70,
    CertificateVerified = 71,
    CertificateRefused = 72,
    CertificateRevoked = 73,
    CertificateEnding = 74,
    PotentialWritten = 80,
    PotentialConfirmed = 81,
    PotentialReturned = 82,
    PotentialWithdrawn = 83,
    EnquiryMade = 90,
    EnquiryFollowedUp = 91,
    EnquiryEscalated = 92,
    EnquiryPassedOn = 93,
    EnquiryAnswered = 94,
    DomainMissed = 95,
    DomainSwitchedOff = 96,
    CoachingInvited = 100,
    CoachingChanged = 101,
    CoachingMoved = 102,
    CoachingCancelled = 103,
    GroupAssessed = 106,
    ContestAnnounced = 110,
    ContestCalledOff = 111,
    ContestDecided = 112,
    GoodsSelected = 120,
    SelectionDropped = 121,
    SelectionEnded = 122,
}

/// <summary>As what somebody hears of it. The numbers are stored.</summary>
[Flags]
public enum Sides
{
    None = 0,
    Seller = 1,
    Kim = 2,
    Office = 4,
    Buyer = 8,
}

/// <summary>What members choose by: which of these reach them, and how. The numbers are stored.</summary>
public enum NoticeTopic
{
    Orders = 0,
    Payments = 1,
    Complaints = 2,
    Reviews = 3,
    Curation = 4,
    Register = 5,
    Certificates = 6,
    Potentials = 7,
    Enquiries = 8,
    Coaching = 9,
}

/// <summary>What the stream of the event is, and so where its people are found.</summary>
public enum NoticeAbout
{
    Order,
    Review,
    Product,
    Business,
    Group,
    Certificate,
    Lookup,
    QueuePlace,
    Potential,
    Enquiry,
    WebDomain,
    Coaching,
    Assessment,
    Selection,
    Contest,
}
