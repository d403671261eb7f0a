using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Orders;

/// <summary>Everything that can happen to an order. The type names are stored: rename one and history is lost.</summary>
public abstract record OrderEvent
{
    private protected OrderEvent() { }
}

/// <summary>A buyer ordered from one seller. Lines keep their own copy of name and price: later changes do not touch them.</summary>
/// <param name="Tariff">The region whose line in the seller's table made the fee; null where one price holds for all, or nothing is brought.</param>
/// <param name="AwaitsQuote">The seller still has to say what delivery costs; until then the total is that of the goods.</param>
/// <param name="Market">At which market day it is fetched; its share of the price stands in the fee. Null where it goes its own way.</param>
/// <param name="From">How far from the seller's village it is brought; null where nobody said a place, and in older events.</param>
/// <param name="Returning">The same number had ordered something before; null in older events.</param>
public sealed record OrderPlaced(
    Id<Order> Order, string Number, Id<Checkout> Checkout, Id<Buyer> Buyer, Id<Business> Seller, Id<Group> Curator,
    RegionCode SellerVillage, OrderLine[] Lines, Handover Handover, Rupiah Goods, Rupiah DeliveryFee, Rupiah Total,
    DateTimeOffset AnswerBy, DateTimeOffset At, RegionCode? Tariff = null,
    bool AwaitsQuote = false, MarketPickup? Market = null, BuyerDistance? From = null, bool? Returning = null) : OrderEvent;

/// <summary>
/// Another order of the same buyer for the same market came to nothing, so that the fixed price is split among fewer. A share that rose
/// holds only when the buyer has agreed.
/// </summary>
/// <param name="Total">What the order comes to with it.</param>
/// <param name="Among">How many orders share the price now.</param>
/// <param name="AgreeBy">A buyer who stays silent until then loses the order; null where it fell, which needs no yes.</param>
public sealed record MarketShareChanged(Rupiah Share, Rupiah Total, int Among, DateTimeOffset? AgreeBy, DateTimeOffset At) : OrderEvent;

/// <summary>The buyer takes the share that rose.</summary>
public sealed record MarketShareAgreed(Rupiah Share, Rupiah Total, DateTimeOffset At) : OrderEvent;

/// <summary>Somebody of the KIM handed it over at the market. What the buyer paid there in cash is on its way to the seller, who has the last word on it.</summary>
/// <param name="By">The KIM whose market it is; it does so for the seller.</param>
/// <param name="ConfirmBy">When nobody says anything until then, the order is complete; null where it was paid before, and is complete with this.</param>
public sealed record OrderHandedOverAtPoint(Id<Group> By, DateTimeOffset? ConfirmBy, DateTimeOffset At) : OrderEvent;

/// <summary>The seller says what bringing the goods costs, and so that they take the order if the buyer agrees.</summary>
/// <param name="How">By what they travel and how long, for the buyer to read.</param>
/// <param name="Total">What the order would then come to.</param>
/// <param name="AgreeBy">A buyer who stays silent until then loses the order.</param>
public sealed record DeliveryQuoted(Rupiah Fee, string How, Rupiah Total, DateTimeOffset AgreeBy, DateTimeOffset At) : OrderEvent;

/// <summary>The buyer agrees to what delivery costs: with that both have said yes, and the order stands at this total.</summary>
public sealed record DeliveryQuoteAgreed(Rupiah Fee, Rupiah Total, DateTimeOffset At) : OrderEvent;

/// <summary>The seller has telephoned, and whoever answered has read out the code on the buyer's page.</summary>
public sealed record BuyerNumberConfirmed(DateTimeOffset At) : OrderEvent;

public sealed record OrderAccepted(DateTimeOffset At) : OrderEvent;

public sealed record OrderRejected(RejectionReason Reason, DateTimeOffset At) : OrderEvent;

/// <summary>Packed: the buyer may fetch it, or it is about to leave.</summary>
public sealed record OrderReadied(DateTimeOffset At) : OrderEvent;

/// <summary>The goods travel to the buyer without the seller.</summary>
/// <param name="How">By what, as the seller put it; may be empty.</param>
/// <param name="Bill">The number of the parcel at its courier.</param>
/// <param name="ArriveBy">When nobody says anything until then, it is taken to have arrived.</param>
public sealed record OrderShipped(string How, string? Bill, DateTimeOffset ArriveBy, DateTimeOffset At) : OrderEvent;

/// <summary>The goods are there, by the word of one of the two, or because nobody said otherwise.</summary>
/// <param name="ComplainBy">Until then the buyer may say that something is wrong before the order is complete; null where the buyer said it.</param>
public sealed record OrderArrived(ArrivalWord By, DateTimeOffset? ComplainBy, DateTimeOffset At) : OrderEvent;

/// <summary>
/// The buyer sent a picture to show that they have paid. It proves nothing by itself: what counts is the seller's own account.
/// </summary>
/// <param name="Proof">The picture in the vault.</param>
/// <param name="File">What was sent, as a fingerprint: the same file is the same picture.</param>
/// <param name="Pixels">What it shows, as a fingerprint: the same picture saved anew is the same too.</param>
public sealed record PaymentProofGiven(Guid Proof, string File, string Pixels, DateTimeOffset At) : OrderEvent;

/// <summary>The order may be paid by transfer, and this amount names it: no other open order of that account and day is paid with it.</summary>
/// <param name="Account">Stands for the seller's account, as in <see cref="BusinessAccountKept"/>.</param>
/// <param name="Code">What stands on top of the total. No part of it: in any other way the total is paid.</param>
/// <param name="Amount">What is to be transferred.</param>
/// <param name="Day">The day where the seller is.</param>
public sealed record UniqueCodeGiven(Guid Account, Rupiah Code, Rupiah Amount, DateOnly Day, DateTimeOffset At) : OrderEvent;

/// <summary>The seller says that the buyer's money has come in. A statement: nobody here has seen the account.</summary>
/// <param name="Total">What came: with the unique code where it was transferred, and else what the order comes to.</param>
public sealed record PaymentReceivedStated(Rupiah Total, DateTimeOffset At) : OrderEvent;

/// <summary>The order came to nothing, and the seller says that the buyer's money went back. Their word, until the buyer has given theirs.</summary>
/// <param name="How">How it went back, for the buyer to read.</param>
public sealed record RefundStated(Rupiah Amount, string How, DateTimeOffset At) : OrderEvent;

/// <summary>The buyer says that the money is back.</summary>
public sealed record RefundReceivedStated(Rupiah Amount, DateTimeOffset At) : OrderEvent;

/// <summary>The buyer says that the money which the seller says they sent is not there.</summary>
public sealed record RefundMissingStated(DateTimeOffset At) : OrderEvent;

/// <summary>The buyer went to the card provider's page to pay this order.</summary>
/// <param name="Session">What the provider calls this attempt.</param>
public sealed record CardPaymentOpened(string Session, Rupiah Amount, DateTimeOffset ExpiresAt, DateTimeOffset At) : OrderEvent;

/// <summary>The card provider says that the order is paid, to the seller's own account there.</summary>
/// <param name="Payment">What the provider calls the money that came.</param>
public sealed record CardPaymentConfirmed(string Session, string Payment, Rupiah Amount, DateTimeOffset At) : OrderEvent;

/// <summary>The attempt ended without money.</summary>
public sealed record CardPaymentFailed(string Session, DateTimeOffset At) : OrderEvent;

/// <summary>Money came when nothing was to be paid any more: the order was over, or paid in another way. It has to go back.</summary>
public sealed record CardPaymentCameLate(string Session, string Payment, Rupiah Amount, DateTimeOffset At) : OrderEvent;

/// <summary>Something else came than the order costs; it is not paid with it, and it has to go back.</summary>
/// <param name="Minor">In the smallest unit of the currency, as the provider counts.</param>
public sealed record CardPaymentMismatched(string Session, string Payment, long Minor, string Currency, DateTimeOffset At) : OrderEvent;

/// <summary>The seller had the card provider send a payment back, all of it.</summary>
/// <param name="Refund">What the provider calls it; null where it had been sent back before.</param>
public sealed record CardRefundMade(string Session, string? Refund, DateTimeOffset At) : OrderEvent;

public sealed record OrderHandedOver(DateTimeOffset At) : OrderEvent;

/// <summary>Nothing is owed any more, neither goods nor money: this is what the result page counts.</summary>
public sealed record OrderCompleted(Rupiah Total, DateTimeOffset At) : OrderEvent;

/// <summary>
/// An office takes a completed order out of the results: it was none. The order itself stays what it is for its buyer and its seller.
/// The results are corrected from the day it was completed; what was reported of that day before stays to be read.
/// </summary>
/// <param name="Note">For everybody to read.</param>
public sealed record OrderStruck(Id<Office> Office, StrikeReason Reason, string Note, DateTimeOffset At) : OrderEvent;

/// <summary>The office was wrong: it counts again, from the day it was completed.</summary>
public sealed record OrderCountedAgain(Id<Office> Office, string Note, DateTimeOffset At) : OrderEvent;

public sealed record OrderCancelled(DateTimeOffset At) : OrderEvent;

public sealed record OrderExpired(DateTimeOffset At) : OrderEvent;

/// <summary>The buyer says that something is wrong.</summary>
/// <param name="Complaint">What they wrote about it, in the vault.</param>
/// <param name="Photos">What they show, in the vault.</param>
/// <param name="IsLate">The order was complete before, and stays so.</param>
/// <param name="AnswerBy">A seller who stays silent until then loses the word to the KIM.</param>
public sealed record ComplaintMade(
    Guid Complaint, ComplaintKind Kind, ComplaintPhoto[] Photos, bool IsLate, DateTimeOffset AnswerBy, DateTimeOffset At) : OrderEvent;

/// <summary>The seller's side, and what they offer.</summary>
/// <param name="Answer">What they wrote, in the vault.</param>
/// <param name="ReplyBy">A buyer who stays silent until then agrees; null once the KIM was asked.</param>
public sealed record ComplaintAnswered(
    Guid Answer, ComplaintRemedy Offer, ComplaintPhoto[] Photos, DateTimeOffset? ReplyBy, DateTimeOffset At) : OrderEvent;

/// <summary>The buyer asks the KIM, or the seller's time is over.</summary>
/// <param name="ProposeBy">Until then the office leaves the word to the KIM.</param>
/// <param name="EndBy">Whatever anybody says, it is over then.</param>
public sealed record ComplaintEscalated(bool ByBuyer, DateTimeOffset ProposeBy, DateTimeOffset EndBy, DateTimeOffset At) : OrderEvent;

/// <summary>How the KIM would set it right; its reasons are in the vault.</summary>
public sealed record ComplaintProposed(Guid Proposal, ComplaintRemedy Remedy, DateTimeOffset At) : OrderEvent;

/// <summary>Both are content, or the buyer did not say otherwise in time.</summary>
public sealed record ComplaintSettled(bool ByBuyer, ComplaintRemedy Remedy, DateTimeOffset At) : OrderEvent;

/// <summary>What the office recommends ends it; its reasons are in the vault.</summary>
/// <param name="Ruling">Null where nobody spoke in time: then the last word that was said holds.</param>
public sealed record ComplaintDecided(Guid? Ruling, ComplaintRemedy Remedy, DateTimeOffset At) : OrderEvent;

/// <summary>It ended for the buyer before it was complete: the order is closed and counts nowhere. What comes back, the seller books.</summary>
public sealed record OrderReturned(DateTimeOffset At) : OrderEvent;
