using NpgsqlTypes;

namespace Kim.Market.EventSourcing.Tests.Parcels;

public sealed record ParcelRow(
    Guid Id, long Version, string To, int Scans, string? LastTown, DateTimeOffset SentAt, DateTimeOffset? DeliveredAt);

/// <summary>One row per parcel.</summary>
public sealed class ParcelList : StreamView<ParcelRow>
{
    public override string Name => "parcel_list";

    public override string Kind => Parcel.Kind;

    public override string Ddl =>
        """
        create table parcel_list (
            parcel_id     uuid         primary key,
            version       bigint       not null,
            destination   text         not null,
            scans         integer      not null,
            last_town     text,
            sent_at       timestamptz  not null,
            delivered_at  timestamptz
        );
        create index parcel_list_by_destination on parcel_list (destination);
        """;

    protected override Columns<ParcelRow> Columns { get; } = new()
    {
        { "parcel_id", NpgsqlDbType.Uuid, row => row.Id },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "destination", NpgsqlDbType.Text, row => row.To },
        { "scans", NpgsqlDbType.Integer, row => row.Scans },
        { "last_town", NpgsqlDbType.Text, row => row.LastTown },
        { "sent_at", NpgsqlDbType.TimestampTz, row => row.SentAt },
        { "delivered_at", NpgsqlDbType.TimestampTz, row => row.DeliveredAt },
    };

    protected override ParcelRow? Evolve(ParcelRow? row, Recorded recorded) => (row, recorded.Data) switch
    {
        (null, ParcelSent e) => new(recorded.Stream, recorded.Version, e.To, 0, null, recorded.Timestamp, null),
        (not null, ParcelScanned e) => row with { Version = recorded.Version, Scans = row.Scans + 1, LastTown = e.Town },
        (not null, ParcelDelivered e) => row with { Version = recorded.Version, DeliveredAt = e.At },
        _ => row,
    };
}
