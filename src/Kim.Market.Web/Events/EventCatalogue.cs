using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Events;

/// <summary>The stored name of every event. Names are for ever: docs/events.md lists them, golden files replay them.</summary>
public static class EventCatalogue
{

    public static EventTypes Types { get; } = new(
        EventType.Of("group_proposed", EventJson.Default.GroupProposed),
        EventType.Of("group_verified", EventJson.Default.GroupVerified),
        EventType.Of("group_activated", EventJson.Default.GroupActivated),
        EventType.Of("group_declared_dormant", EventJson.Default.GroupDeclaredDormant),
        EventType.Of("group_reactivated", EventJson.Default.GroupReactivated),
        EventType.Of("group_manager_appointed", EventJson.Default.GroupManagerAppointed),
        EventType.Of("business_registered", EventJson.Default.BusinessRegistered),
        EventType.Of("business_approved", EventJson.Default.BusinessApproved),
        EventType.Of("business_closed", EventJson.Default.BusinessClosed),
        EventType.Of("business_reopened", EventJson.Default.BusinessReopened),
        EventType.Of("business_handover_set", EventJson.Default.BusinessHandoverSet),
        EventType.Of("business_contact_kept", EventJson.Default.BusinessContactKept),
        EventType.Of("business_trusted", EventJson.Default.BusinessTrusted),
        EventType.Of("business_trust_ended", EventJson.Default.BusinessTrustEnded),
        EventType.Of("business_member_appointed", EventJson.Default.BusinessMemberAppointed),
        EventType.Of("product_drafted", EventJson.Default.ProductDrafted),
        EventType.Of("product_priced", EventJson.Default.ProductPriced),
        EventType.Of("product_discounted", EventJson.Default.ProductDiscounted),
        EventType.Of("product_discount_ended", EventJson.Default.ProductDiscountEnded),
        EventType.Of("product_photographed", EventJson.Default.ProductPhotographed),
        EventType.Of("product_submitted", EventJson.Default.ProductSubmitted),
        EventType.Of("product_returned", EventJson.Default.ProductReturned),
        EventType.Of("product_published", EventJson.Default.ProductPublished),
        EventType.Of("product_withdrawn", EventJson.Default.ProductWithdrawn),
        EventType.Of("product_described", EventJson.Default.ProductDescribed),
        EventType.Of("product_archived", EventJson.Default.ProductArchived),
        EventType.Of("product_redrafted", EventJson.Default.ProductRedrafted),
        EventType.Of("stock_opened", EventJson.Default.StockOpened),
        EventType.Of("stock_received", EventJson.Default.StockReceived),
        EventType.Of("stock_removed", EventJson.Default.StockRemoved),
        EventType.Of("stock_moved", EventJson.Default.StockMoved),
        EventType.Of("stock_counted", EventJson.Default.StockCounted),
        EventType.Of("stock_reserved", EventJson.Default.StockReserved),
        EventType.Of("stock_released", EventJson.Default.StockReleased),
        EventType.Of("stock_issued", EventJson.Default.StockIssued),
        EventType.Of("order_placed", EventJson.Default.OrderPlaced),
        EventType.Of("order_accepted", EventJson.Default.OrderAccepted),
        EventType.Of("order_rejected", EventJson.Default.OrderRejected),
        EventType.Of("order_readied", EventJson.Default.OrderReadied),
        EventType.Of("order_handed_over", EventJson.Default.OrderHandedOver),
        EventType.Of("order_completed", EventJson.Default.OrderCompleted),
        EventType.Of("order_cancelled", EventJson.Default.OrderCancelled),
        EventType.Of("order_expired", EventJson.Default.OrderExpired),
        EventType.Of("act_done", EventJson.Default.ActDone),
        EventType.Of("act_undone", EventJson.Default.ActUndone),
        EventType.Of("act_redone", EventJson.Default.ActRedone),
        EventType.Of("office_opened", EventJson.Default.OfficeOpened),
        EventType.Of("officer_appointed", EventJson.Default.OfficerAppointed));
}
