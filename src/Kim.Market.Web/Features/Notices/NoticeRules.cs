using System.Collections.Frozen;
using Kim.Market.Domain.Assessments;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Contests;
using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Potentials;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Reviews;
using Kim.Market.Domain.Selections;
using Kim.Market.Domain.WebDomains;

namespace Kim.Market.Web.Features.Notices;

/// <summary>One line of who hears of what.</summary>
/// <param name="Event">The event that says it; null for what no event says.</param>
public sealed record NoticeRule(NoticeKind Kind, Type? Event, NoticeAbout About, NoticeTopic Topic, Sides For);

/// <summary>Somebody who hears of a kind because of a role they hold where it happened.</summary>
public sealed record NoticeEar(NoticeKind Kind, Sides Side, string Desk, string Role);

/// <summary>Who hears of what: the whole of it.</summary>
public static class NoticeRules
{
    public static IReadOnlyList<NoticeRule> All { get; } =
    [
        Of<OrderPlaced>(NoticeKind.OrderPlaced, NoticeAbout.Order, NoticeTopic.Orders, Sides.Seller),
        Of<OrderCancelled>(NoticeKind.OrderCancelled, NoticeAbout.Order, NoticeTopic.Orders, Sides.Seller),
        Of<OrderExpired>(NoticeKind.OrderExpired, NoticeAbout.Order, NoticeTopic.Orders, Sides.Seller | Sides.Buyer),
        Of<DeliveryQuoteAgreed>(NoticeKind.QuoteAgreed, NoticeAbout.Order, NoticeTopic.Orders, Sides.Seller),
        OfTime(NoticeKind.OrderUnanswered, NoticeAbout.Order, NoticeTopic.Orders, Sides.Seller),
        OfTime(NoticeKind.PackingLate, NoticeAbout.Order, NoticeTopic.Orders, Sides.Seller),
        Of<OrderAccepted>(NoticeKind.OrderAccepted, NoticeAbout.Order, NoticeTopic.Orders, Sides.Buyer),
        Of<OrderRejected>(NoticeKind.OrderRejected, NoticeAbout.Order, NoticeTopic.Orders, Sides.Buyer),
        Of<DeliveryQuoted>(NoticeKind.DeliveryQuoted, NoticeAbout.Order, NoticeTopic.Orders, Sides.Buyer),
        Of<OrderReadied>(NoticeKind.OrderReady, NoticeAbout.Order, NoticeTopic.Orders, Sides.Buyer),
        Of<OrderShipped>(NoticeKind.OrderShipped, NoticeAbout.Order, NoticeTopic.Orders, Sides.Buyer),
        Of<OrderArrived>(NoticeKind.OrderArrived, NoticeAbout.Order, NoticeTopic.Orders, Sides.Buyer),
        Of<OrderCompleted>(NoticeKind.OrderCompleted, NoticeAbout.Order, NoticeTopic.Orders, Sides.Buyer),
        OfTime(NoticeKind.ProductBack, NoticeAbout.Product, NoticeTopic.Orders, Sides.Buyer),
        OfTime(NoticeKind.HarvestOffered, NoticeAbout.QueuePlace, NoticeTopic.Orders, Sides.Buyer),
        OfTime(NoticeKind.LookupAsked, NoticeAbout.Lookup, NoticeTopic.Orders, Sides.Seller | Sides.Buyer),

        Of<PaymentProofGiven>(NoticeKind.ProofGiven, NoticeAbout.Order, NoticeTopic.Payments, Sides.Seller),
        Of<CardPaymentConfirmed>(NoticeKind.CardPaid, NoticeAbout.Order, NoticeTopic.Payments, Sides.Seller | Sides.Buyer),
        Of<CardPaymentCameLate>(NoticeKind.CardTrouble, NoticeAbout.Order, NoticeTopic.Payments, Sides.Seller),
        Of<CardPaymentMismatched>(NoticeKind.CardTrouble, NoticeAbout.Order, NoticeTopic.Payments, Sides.Seller),
        Of<RefundStated>(NoticeKind.RefundStated, NoticeAbout.Order, NoticeTopic.Payments, Sides.Buyer),
        Of<RefundMissingStated>(NoticeKind.RefundMissing, NoticeAbout.Order, NoticeTopic.Payments, Sides.Seller | Sides.Kim),

        Of<ComplaintMade>(NoticeKind.ComplaintMade, NoticeAbout.Order, NoticeTopic.Complaints, Sides.Seller),
        Of<ComplaintAnswered>(NoticeKind.ComplaintAnswered, NoticeAbout.Order, NoticeTopic.Complaints, Sides.Buyer),
        Of<ComplaintEscalated>(NoticeKind.ComplaintEscalated, NoticeAbout.Order, NoticeTopic.Complaints, Sides.Seller | Sides.Kim | Sides.Office | Sides.Buyer),
        Of<ComplaintProposed>(NoticeKind.ComplaintProposed, NoticeAbout.Order, NoticeTopic.Complaints, Sides.Seller | Sides.Office | Sides.Buyer),
        Of<ComplaintSettled>(NoticeKind.ComplaintSettled, NoticeAbout.Order, NoticeTopic.Complaints, Sides.Seller | Sides.Buyer),
        Of<ComplaintDecided>(NoticeKind.ComplaintDecided, NoticeAbout.Order, NoticeTopic.Complaints, Sides.Seller | Sides.Kim | Sides.Buyer),

        Of<ReviewGiven>(NoticeKind.ReviewGiven, NoticeAbout.Review, NoticeTopic.Reviews, Sides.Seller),

        Of<ProductSubmitted>(NoticeKind.ProductSubmitted, NoticeAbout.Product, NoticeTopic.Curation, Sides.Kim),
        Of<ProductReturned>(NoticeKind.ProductReturned, NoticeAbout.Product, NoticeTopic.Curation, Sides.Seller),
        Of<ProductPublished>(NoticeKind.ProductPublished, NoticeAbout.Product, NoticeTopic.Curation, Sides.Seller),
        Of<BusinessRegistered>(NoticeKind.StallWaiting, NoticeAbout.Business, NoticeTopic.Curation, Sides.Kim),
        Of<BusinessApproved>(NoticeKind.StallApproved, NoticeAbout.Business, NoticeTopic.Curation, Sides.Seller),
        Of<BusinessReturned>(NoticeKind.StallReturned, NoticeAbout.Business, NoticeTopic.Curation, Sides.Seller),
        Of<BusinessSuspended>(NoticeKind.StallSuspended, NoticeAbout.Business, NoticeTopic.Curation, Sides.Seller | Sides.Kim),
        Of<BusinessAppealed>(NoticeKind.StallAppealed, NoticeAbout.Business, NoticeTopic.Curation, Sides.Kim | Sides.Office),
        Of<BusinessAppealRejected>(NoticeKind.StallAppealRejected, NoticeAbout.Business, NoticeTopic.Curation, Sides.Seller | Sides.Kim),
        Of<BusinessSuspensionLifted>(NoticeKind.StallRestored, NoticeAbout.Business, NoticeTopic.Curation, Sides.Seller | Sides.Kim),

        Of<GroupProposed>(NoticeKind.GroupApplied, NoticeAbout.Group, NoticeTopic.Register, Sides.Office),
        Of<GroupVerified>(NoticeKind.GroupVerified, NoticeAbout.Group, NoticeTopic.Register, Sides.Kim),
        Of<GroupSuspended>(NoticeKind.GroupSuspended, NoticeAbout.Group, NoticeTopic.Register, Sides.Kim),
        Of<GroupSuspensionLifted>(NoticeKind.GroupRestored, NoticeAbout.Group, NoticeTopic.Register, Sides.Kim),
        Of<WebDomainMissed>(NoticeKind.DomainMissed, NoticeAbout.WebDomain, NoticeTopic.Register, Sides.Kim),
        Of<WebDomainSwitchedOff>(NoticeKind.DomainSwitchedOff, NoticeAbout.WebDomain, NoticeTopic.Register, Sides.Kim),

        Of<CertificateStated>(NoticeKind.CertificateStated, NoticeAbout.Certificate, NoticeTopic.Certificates, Sides.Office),
        Of<CertificateVerified>(NoticeKind.CertificateVerified, NoticeAbout.Certificate, NoticeTopic.Certificates, Sides.Seller),
        Of<CertificateRefused>(NoticeKind.CertificateRefused, NoticeAbout.Certificate, NoticeTopic.Certificates, Sides.Seller),
        Of<CertificateRevoked>(NoticeKind.CertificateRevoked, NoticeAbout.Certificate, NoticeTopic.Certificates, Sides.Seller),
        OfTime(NoticeKind.CertificateEnding, NoticeAbout.Certificate, NoticeTopic.Certificates, Sides.Seller),

        Of<PotentialProposed>(NoticeKind.PotentialWritten, NoticeAbout.Potential, NoticeTopic.Potentials, Sides.Office),
        Of<PotentialRevised>(NoticeKind.PotentialWritten, NoticeAbout.Potential, NoticeTopic.Potentials, Sides.Office),
        Of<PotentialConfirmed>(NoticeKind.PotentialConfirmed, NoticeAbout.Potential, NoticeTopic.Potentials, Sides.Kim),
        Of<PotentialReturned>(NoticeKind.PotentialReturned, NoticeAbout.Potential, NoticeTopic.Potentials, Sides.Kim),
        Of<PotentialWithdrawn>(NoticeKind.PotentialWithdrawn, NoticeAbout.Potential, NoticeTopic.Potentials, Sides.Kim),

        Of<EnquiryMade>(NoticeKind.EnquiryMade, NoticeAbout.Enquiry, NoticeTopic.Enquiries, Sides.Kim),
        Of<EnquiryFollowedUp>(NoticeKind.EnquiryFollowedUp, NoticeAbout.Enquiry, NoticeTopic.Enquiries, Sides.Kim),
        Of<EnquiryEscalated>(NoticeKind.EnquiryEscalated, NoticeAbout.Enquiry, NoticeTopic.Enquiries, Sides.Office | Sides.Kim),
        Of<EnquiryPassedToOffice>(NoticeKind.EnquiryPassedOn, NoticeAbout.Enquiry, NoticeTopic.Enquiries, Sides.Office),
        Of<EnquiryAnswered>(NoticeKind.EnquiryAnswered, NoticeAbout.Enquiry, NoticeTopic.Enquiries, Sides.Buyer),

        Of<CoachingGroupsInvited>(NoticeKind.CoachingInvited, NoticeAbout.Coaching, NoticeTopic.Coaching, Sides.Kim),
        Of<CoachingChanged>(NoticeKind.CoachingChanged, NoticeAbout.Coaching, NoticeTopic.Coaching, Sides.Kim),
        Of<CoachingMoved>(NoticeKind.CoachingMoved, NoticeAbout.Coaching, NoticeTopic.Coaching, Sides.Kim),
        Of<CoachingCancelled>(NoticeKind.CoachingCancelled, NoticeAbout.Coaching, NoticeTopic.Coaching, Sides.Kim),
        Of<ContestAnnounced>(NoticeKind.ContestAnnounced, NoticeAbout.Contest, NoticeTopic.Coaching, Sides.Kim),
        Of<ContestCalledOff>(NoticeKind.ContestCalledOff, NoticeAbout.Contest, NoticeTopic.Coaching, Sides.Kim),
        Of<ContestDecided>(NoticeKind.ContestDecided, NoticeAbout.Contest, NoticeTopic.Coaching, Sides.Kim),
        Of<SelectionOpened>(NoticeKind.GoodsSelected, NoticeAbout.Selection, NoticeTopic.Curation, Sides.Seller | Sides.Kim),
        Of<SelectionPickDropped>(NoticeKind.SelectionDropped, NoticeAbout.Selection, NoticeTopic.Curation, Sides.Seller | Sides.Kim),
        Of<SelectionEnded>(NoticeKind.SelectionEnded, NoticeAbout.Selection, NoticeTopic.Curation, Sides.Seller | Sides.Kim),
        Of<AssessmentMade>(NoticeKind.GroupAssessed, NoticeAbout.Assessment, NoticeTopic.Coaching, Sides.Kim),
    ];

    /// <summary>By the event that says it.</summary>
    public static FrozenDictionary<Type, NoticeRule> ByEvent { get; } =
        All.Where(rule => rule.Event is not null).ToFrozenDictionary(rule => rule.Event!);

    /// <summary>Everybody at a desk who hears of something.</summary>
    public static IReadOnlyList<NoticeEar> Ears { get; } =
        [.. All.DistinctBy(rule => rule.Kind).SelectMany(rule => EarsOf(rule).Select(ear => new NoticeEar(rule.Kind, ear.Side, ear.Desk, ear.Role)))];

    private static readonly FrozenDictionary<NoticeKind, NoticeRule> ByKind = All.DistinctBy(rule => rule.Kind).ToFrozenDictionary(rule => rule.Kind);

    /// <summary>The line of a kind.</summary>
    public static NoticeRule Of(NoticeKind kind) => ByKind[kind];

    /// <summary>The kinds whose stream is one of these, as they are stored.</summary>
    public static short[] KindsOf(NoticeAbout about) => [.. ByKind.Values.Where(rule => rule.About == about).Select(rule => (short)rule.Kind).Order()];

    private static IEnumerable<(Sides Side, string Desk, string Role)> EarsOf(NoticeRule rule) =>
    [
        .. rule.For.HasFlag(Sides.Seller) ? SellersOf(rule.Topic).Select(role => (Sides.Seller, Desk.Seller, role.ToString())) : [],
        .. rule.For.HasFlag(Sides.Kim) ? BoardOf(rule.Topic).Select(role => (Sides.Kim, Desk.Group, role.ToString())) : [],
        .. rule.For.HasFlag(Sides.Office) ? new[] { (Sides.Office, Desk.Office, nameof(OfficeRole.Officer)) } : [],
    ];

    // Who may write of a village hears what became of it, and what it is asked.
    private static GroupRole[] BoardOf(NoticeTopic topic) =>
        topic is NoticeTopic.Potentials or NoticeTopic.Enquiries ? [GroupRole.Chair, GroupRole.Curator, GroupRole.Writer] : [GroupRole.Chair, GroupRole.Curator];

    // Nobody hears of what the page behind it would not show them.
    private static BusinessRole[] SellersOf(NoticeTopic topic) => topic switch
    {
        NoticeTopic.Orders or NoticeTopic.Complaints => [BusinessRole.Owner, BusinessRole.Staff, BusinessRole.OrderHelper],
        NoticeTopic.Curation => [BusinessRole.Owner, BusinessRole.Staff, BusinessRole.GoodsHelper],
        NoticeTopic.Certificates => [BusinessRole.Owner],
        _ => [BusinessRole.Owner, BusinessRole.Staff],
    };

    private static NoticeRule Of<TEvent>(NoticeKind kind, NoticeAbout about, NoticeTopic topic, Sides sides) => new(kind, typeof(TEvent), about, topic, sides);

    private static NoticeRule OfTime(NoticeKind kind, NoticeAbout about, NoticeTopic topic, Sides sides) => new(kind, null, about, topic, sides);
}
