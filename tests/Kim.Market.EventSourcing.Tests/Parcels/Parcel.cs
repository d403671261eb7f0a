using System.Diagnostics;

namespace Kim.Market.EventSourcing.Tests.Parcels;

/// <summary>A parcel on its way: what a caller of the store folds.</summary>
public sealed record Parcel(string To, int Scans = 0, string? LastTown = null, bool Delivered = false)
{
    public const string Kind = "parcel";

    public static readonly SnapshotKind<Parcel> Snapshot = new("parcel", 1, ParcelJson.Default.Parcel);

    public static Parcel Evolve(Parcel? state, object happened) => (state, happened) switch
    {
        (null, ParcelSent e) => new(e.To),
        (not null, ParcelScanned e) => state with { Scans = state.Scans + 1, LastTown = e.Town },
        (not null, ParcelDelivered) => state with { Delivered = true },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {state}."),
    };

    public static EventTypes Types() => new(
        EventType.Of("parcel_sent", () => ParcelJson.Default.ParcelSent),
        EventType.Of("parcel_scanned", () => ParcelJson.Default.ParcelScanned)
            .UpcastFrom("parcel_seen", json => new ParcelScanned(json.GetProperty("Place").GetString()!)),
        EventType.Of("parcel_delivered", () => ParcelJson.Default.ParcelDelivered),
        EventType.Of("shelf_filled", () => ParcelJson.Default.ShelfFilled),
        EventType.Of("shelf_emptied", () => ParcelJson.Default.ShelfEmptied));
}
