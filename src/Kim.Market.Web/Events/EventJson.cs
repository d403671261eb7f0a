using System.Text.Json.Serialization;
using Kim.Market.Domain.Acts;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;

namespace Kim.Market.Web.Events;

/// <summary>How every event looks in the store: property names as they are, enums as numbers, ids as bare Guids, money as bare numbers.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(IdJson), typeof(RupiahJson), typeof(RegionCodeJson)])]
[JsonSerializable(typeof(GroupProposed))]
[JsonSerializable(typeof(GroupVerified))]
[JsonSerializable(typeof(GroupActivated))]
[JsonSerializable(typeof(GroupDeclaredDormant))]
[JsonSerializable(typeof(GroupReactivated))]
[JsonSerializable(typeof(GroupManagerAppointed))]
[JsonSerializable(typeof(BusinessRegistered))]
[JsonSerializable(typeof(BusinessApproved))]
[JsonSerializable(typeof(BusinessClosed))]
[JsonSerializable(typeof(BusinessReopened))]
[JsonSerializable(typeof(BusinessHandoverSet))]
[JsonSerializable(typeof(BusinessContactKept))]
[JsonSerializable(typeof(BusinessTrusted))]
[JsonSerializable(typeof(BusinessTrustEnded))]
[JsonSerializable(typeof(BusinessMemberAppointed))]
[JsonSerializable(typeof(ProductDrafted))]
[JsonSerializable(typeof(ProductPriced))]
[JsonSerializable(typeof(ProductDiscounted))]
[JsonSerializable(typeof(ProductDiscountEnded))]
[JsonSerializable(typeof(ProductPhotographed))]
[JsonSerializable(typeof(ProductSubmitted))]
[JsonSerializable(typeof(ProductReturned))]
[JsonSerializable(typeof(ProductPublished))]
[JsonSerializable(typeof(ProductWithdrawn))]
[JsonSerializable(typeof(ProductDescribed))]
[JsonSerializable(typeof(ProductArchived))]
[JsonSerializable(typeof(ProductRedrafted))]
[JsonSerializable(typeof(StockOpened))]
[JsonSerializable(typeof(StockReceived))]
[JsonSerializable(typeof(StockRemoved))]
[JsonSerializable(typeof(StockMoved))]
[JsonSerializable(typeof(StockCounted))]
[JsonSerializable(typeof(StockReserved))]
[JsonSerializable(typeof(StockReleased))]
[JsonSerializable(typeof(StockIssued))]
[JsonSerializable(typeof(Stock))]
[JsonSerializable(typeof(OrderPlaced))]
[JsonSerializable(typeof(OrderAccepted))]
[JsonSerializable(typeof(OrderRejected))]
[JsonSerializable(typeof(OrderReadied))]
[JsonSerializable(typeof(OrderHandedOver))]
[JsonSerializable(typeof(OrderCompleted))]
[JsonSerializable(typeof(OrderCancelled))]
[JsonSerializable(typeof(OrderExpired))]
[JsonSerializable(typeof(ActDone))]
[JsonSerializable(typeof(ActUndone))]
[JsonSerializable(typeof(ActRedone))]
[JsonSerializable(typeof(OfficeOpened))]
[JsonSerializable(typeof(OfficerAppointed))]
public sealed partial class EventJson : JsonSerializerContext;
