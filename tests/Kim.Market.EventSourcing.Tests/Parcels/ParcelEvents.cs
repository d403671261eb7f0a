using System.Text.Json.Serialization;

namespace Kim.Market.EventSourcing.Tests.Parcels;

public enum Speed { Slow, Fast }

public sealed record ParcelSent(string From, string To, Speed Speed, decimal Weight);

public sealed record ParcelScanned(string Town, string? Note = null);

public sealed record ParcelDelivered(DateTimeOffset At);

public sealed record ShelfFilled(string Item, int Quantity);

public sealed record ShelfEmptied(int Quantity);

[JsonSerializable(typeof(ParcelSent))]
[JsonSerializable(typeof(ParcelScanned))]
[JsonSerializable(typeof(ParcelDelivered))]
[JsonSerializable(typeof(ShelfFilled))]
[JsonSerializable(typeof(ShelfEmptied))]
[JsonSerializable(typeof(Parcel))]
public sealed partial class ParcelJson : JsonSerializerContext;
