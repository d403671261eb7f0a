using System.Text.Json.Serialization;

namespace Kim.Market.Benchmarks.Orders;

public enum Delivery { Standard, Express, PickUp }

public enum Progress { Unknown, Placed, Paid, Shipped, Completed }

public sealed record Line(Guid Product, string Code, string Title, int Quantity, decimal Price, Guid Seller);

public sealed record Place(string Name, string Street, string City, string PostalCode, string Country);

public sealed record OrderPlaced(
    Guid Order, Guid Buyer, string Currency, IReadOnlyList<Line> Lines, decimal Total, Delivery Delivery, DateTimeOffset At);

public sealed record PaymentReceived(
    Guid Order, Guid Payment, decimal Amount, string Currency, string Provider, string Method, string Reference, Place From,
    string? Note, DateTimeOffset At);

public sealed record OrderShipped(
    Guid Order, Guid Shipment, string Carrier, string Number, Delivery Delivery, Place To, IReadOnlyList<string> Parcels,
    string? Instructions, DateTimeOffset At);

public sealed record TrackingUpdated(
    Guid Order, Guid Shipment, string Carrier, string Number, string Code, string Description, Place At, string? Detail,
    DateTimeOffset Scanned);

public sealed record OrderCompleted(
    Guid Order, Guid Buyer, decimal Total, string Currency, int Rating, string Review, string By, DateTimeOffset At);

[JsonSerializable(typeof(OrderPlaced))]
[JsonSerializable(typeof(PaymentReceived))]
[JsonSerializable(typeof(OrderShipped))]
[JsonSerializable(typeof(TrackingUpdated))]
[JsonSerializable(typeof(OrderCompleted))]
[JsonSerializable(typeof(Order))]
public sealed partial class OrderJson : JsonSerializerContext;
