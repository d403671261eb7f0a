using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Potentials;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Enquiries;

/// <summary>
/// Everything that can happen to an enquiry. What was said lies in the vault, under the id that the event names. The type names are
/// stored: rename one and history is lost.
/// </summary>
public abstract record EnquiryEvent
{
    private protected EnquiryEvent() { }
}

/// <summary>Somebody without an account asks something of a village.</summary>
/// <param name="By">Name and number stand in the vault.</param>
/// <param name="Group">The KIM that has to answer; null where none works.</param>
/// <param name="MayShow">Whether the asker agrees that the KIM tells of it in public, without a name.</param>
/// <param name="Due">The end of the third working day, by the holidays as they were known.</param>
public sealed record EnquiryMade(
    Id<Enquiry> Enquiry, Id<Buyer> By, EnquiryKind Kind, RegionCode Village, Id<Group>? Group, Id<Potential>? Potential, Id<Product>? Product,
    Guid Words, bool MayShow, DateTimeOffset Due, DateTimeOffset At) : EnquiryEvent;

/// <param name="Office">Null when the KIM answers.</param>
public sealed record EnquiryAnswered(Guid Words, Id<Office>? Office, DateTimeOffset At) : EnquiryEvent;

/// <summary>The asker says more. After an answer that is a question again.</summary>
public sealed record EnquiryFollowedUp(Guid Words, DateTimeOffset Due, DateTimeOffset At) : EnquiryEvent;

/// <summary>The KIM has taken it to the village's government and brings the answer back.</summary>
public sealed record EnquiryPassedToVillage(DateTimeOffset Due, DateTimeOffset At) : EnquiryEvent;

/// <summary>The KIM asks the office to answer.</summary>
public sealed record EnquiryPassedToOffice(DateTimeOffset Due, DateTimeOffset At) : EnquiryEvent;

/// <summary>It reaches the office by itself: nobody answered in time, no KIM works there, or the asker objects to being set aside.</summary>
public sealed record EnquiryEscalated(DateTimeOffset Due, DateTimeOffset At) : EnquiryEvent;

/// <param name="Office">Null when the KIM sets it aside.</param>
public sealed record EnquirySetAside(SetAsideReason Reason, Id<Office>? Office, DateTimeOffset At) : EnquiryEvent;

public sealed record EnquiryClosed(EnquiryEnd End, DateTimeOffset At) : EnquiryEvent;

/// <summary>The KIM tells of it in public, in its own words and without a name.</summary>
public sealed record EnquiryShown(string Question, string Answer, DateTimeOffset At) : EnquiryEvent;

/// <param name="ByAsker">True when the asker agrees no more: then it is never shown again.</param>
public sealed record EnquiryHidden(bool ByAsker, DateTimeOffset At) : EnquiryEvent;

/// <summary>What was said and by whom is destroyed; that it was asked and answered stays.</summary>
public sealed record EnquiryForgotten(DateTimeOffset At) : EnquiryEvent;
