using Kim.Market.Domain.Harvests;
using Kim.Market.EventSourcing;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>A harvest as lists and its product's page show it: what its events come to.</summary>
public sealed record HarvestRow(Harvest State, DateTimeOffset AnnouncedAt)
{
    public long Version { get; init; }

    public DateTimeOffset TouchedAt { get; init; } = AnnouncedAt;
}

/// <summary>Writes <c>harvests</c>.</summary>
public sealed class HarvestRows : StreamView<HarvestRow>
{
    public override string Name => "harvests";

    public override string Kind => StreamKind<Harvest>.Name;

    public override string Ddl { get; } = Ddls.Of<HarvestRows>();

    protected override Columns<HarvestRow> Columns { get; } = new()
    {
        { "harvest_id", NpgsqlDbType.Uuid, row => row.State.Id.Value },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "product_id", NpgsqlDbType.Uuid, row => row.State.Product.Value },
        { "business_id", NpgsqlDbType.Uuid, row => row.State.Seller.Value },
        { "status", NpgsqlDbType.Smallint, row => (short)row.State.Status },
        { "capacity", NpgsqlDbType.Integer, row => row.State.Capacity },
        { "ready_from", NpgsqlDbType.Date, row => row.State.ReadyFrom },
        { "ready_until", NpgsqlDbType.Date, row => row.State.ReadyUntil },
        { "queue_until", NpgsqlDbType.TimestampTz, row => row.State.QueueUntil.ToUniversalTime() },
        { "least", NpgsqlDbType.Integer, row => row.State.Least },
        { "most", NpgsqlDbType.Integer, row => row.State.Most },
        { "price", NpgsqlDbType.Bigint, row => row.State.Price?.Amount },
        { "people", NpgsqlDbType.Integer, row => row.State.Waiting.People },
        { "waiting", NpgsqlDbType.Integer, row => row.State.Waiting.Quantity },
        { "offered", NpgsqlDbType.Integer, row => row.State.Offered },
        { "confirmed", NpgsqlDbType.Integer, row => row.State.Confirmed },
        { "shelved", NpgsqlDbType.Integer, row => row.State.Shelved },
        { "rest", NpgsqlDbType.Integer, row => row.State.Rest },
        { "announced_at", NpgsqlDbType.TimestampTz, row => row.AnnouncedAt.ToUniversalTime() },
        { "touched_at", NpgsqlDbType.TimestampTz, row => row.TouchedAt.ToUniversalTime() },
        { "due_at", NpgsqlDbType.TimestampTz, row => row.State.DueAt?.ToUniversalTime() },
    };

    protected override HarvestRow? Evolve(HarvestRow? row, Recorded recorded)
    {
        var state = Harvest.Evolve(row?.State, (HarvestEvent)recorded.Data);
        var at = recorded.Data is HarvestAnnounced announced ? announced.At : recorded.Timestamp;
        return (row ?? new(state, at)) with { State = state, Version = recorded.Version, TouchedAt = at };
    }
}
