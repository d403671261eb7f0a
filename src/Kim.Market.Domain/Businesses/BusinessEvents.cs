using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.Businesses;

/// <summary>Everything that can happen to an UMKM. The type names are stored: rename one and history is lost.</summary>
public abstract record BusinessEvent
{
    private protected BusinessEvent() { }
}

public sealed record BusinessRegistered(
    Id<Business> Business, Id<Group> Curator, string Name, string Slug, BusinessKind Kind, RegionCode Village,
    string About, DateTimeOffset At) : BusinessEvent;

/// <summary>The KIM has looked at the business and lets its stall be seen.</summary>
public sealed record BusinessApproved(DateTimeOffset At) : BusinessEvent;

/// <summary>The KIM has looked and asks for something to be mended first.</summary>
public sealed record BusinessReturned(string Note, DateTimeOffset At) : BusinessEvent;

public sealed record BusinessClosed(DateTimeOffset At) : BusinessEvent;

/// <summary>While it is closed: the day it means to open again. Nothing opens by itself.</summary>
public sealed record BusinessReturnTold(DateOnly On, DateTimeOffset At) : BusinessEvent;

public sealed record BusinessReopened(DateTimeOffset At) : BusinessEvent;

/// <summary>It is out of sight until that is lifted. What the note says, its owner, its KIM and its office read.</summary>
public sealed record BusinessSuspended(StallSuspensionReason Reason, string Note, Suspender By, DateTimeOffset At) : BusinessEvent;

/// <summary>Its owner objects to being out of sight.</summary>
public sealed record BusinessAppealed(string Text, DateTimeOffset At) : BusinessEvent;

/// <summary>The office has read the objection, and it stays out of sight.</summary>
public sealed record BusinessAppealRejected(string Note, DateTimeOffset At) : BusinessEvent;

/// <param name="Opens">It was open before, and is again.</param>
public sealed record BusinessSuspensionLifted(string Note, Suspender By, bool Opens, DateTimeOffset At) : BusinessEvent;

/// <summary>Where buyers fetch their goods, and what delivery within the regency costs; no fee, no delivery.</summary>
public sealed record BusinessHandoverSet(
    string PickupPlace, string PickupHours, Rupiah? DeliveryFee, string? DeliveryArea, DateTimeOffset At) : BusinessEvent;

/// <summary>What it costs to have goods brought to a region; whoever is in a smaller region of the table pays that one's price.</summary>
/// <param name="Minimum">Goods for less are not brought there.</param>
/// <param name="FreeFrom">Goods for this much are brought for nothing.</param>
public sealed record BusinessDeliveryRateSet(
    RegionCode Region, Rupiah Price, Rupiah? Minimum, Rupiah? FreeFrom, int? Days, DateTimeOffset At) : BusinessEvent;

public sealed record BusinessDeliveryRateDropped(RegionCode Region, DateTimeOffset At) : BusinessEvent;

/// <summary>
/// It also takes orders for places that no line of its table names; what bringing them costs it says afterwards, for each.
/// </summary>
/// <param name="How">By what such goods travel, as the seller says it.</param>
public sealed record BusinessShippingOffered(string How, DateTimeOffset At) : BusinessEvent;

/// <summary>It brings goods to the places of its table, and nowhere else.</summary>
public sealed record BusinessShippingEnded(DateTimeOffset At) : BusinessEvent;

/// <summary>A number to reach the seller has been put in the vault; the number itself is no event.</summary>
public sealed record BusinessContactKept(DateTimeOffset At) : BusinessEvent;

/// <summary>Its owner put up a QRIS; what is in it stands in the vault, the event only tells one from another.</summary>
public sealed record BusinessQrisKept(Guid Code, DateTimeOffset At) : BusinessEvent;

public sealed record BusinessQrisDropped(DateTimeOffset At) : BusinessEvent;

/// <summary>Its owner named a bank account; what it is stands in the vault, the event only tells one from another.</summary>
public sealed record BusinessAccountKept(Guid Account, DateTimeOffset At) : BusinessEvent;

public sealed record BusinessAccountDropped(DateTimeOffset At) : BusinessEvent;

/// <summary>Orders that are accepted from now on get no unique code: what is transferred is what they come to.</summary>
public sealed record BusinessUniqueCodesEnded(DateTimeOffset At) : BusinessEvent;

/// <summary>They get one again, as they do from the start.</summary>
public sealed record BusinessUniqueCodesOffered(DateTimeOffset At) : BusinessEvent;

/// <summary>
/// Somebody who works or helps there, and does not own it, reached for where its money goes, and was refused.
/// </summary>
public sealed record BusinessPaymentChangeRefused(Id<Member> Member, DateTimeOffset At) : BusinessEvent;

/// <summary>An owner named an account with a card provider; its keys lie sealed in the vault.</summary>
public sealed record BusinessCardKept(Guid Account, DateTimeOffset At) : BusinessEvent;

public sealed record BusinessCardDropped(DateTimeOffset At) : BusinessEvent;

/// <summary>Its KIM has made a code with which whom it belongs to takes it over; the code itself is no event.</summary>
public sealed record BusinessTransferOffered(DateTimeOffset Until, DateTimeOffset At) : BusinessEvent;

/// <summary>Its KIM lets it show goods without looking at each one first.</summary>
public sealed record BusinessTrusted(DateTimeOffset At) : BusinessEvent;

public sealed record BusinessTrustEnded(DateTimeOffset At) : BusinessEvent;

public sealed record BusinessMemberAppointed(Id<Member> Member, BusinessRole Role, DateTimeOffset At) : BusinessEvent;

/// <summary>Somebody no longer works for the business: they left, or were let go.</summary>
public sealed record BusinessMemberReleased(Id<Member> Member, BusinessRole Role, DateTimeOffset At) : BusinessEvent;

/// <summary>The business has another owner; who gave it no longer owns it.</summary>
public sealed record BusinessHandedOver(Id<Member> From, Id<Member> To, DateTimeOffset At) : BusinessEvent;
