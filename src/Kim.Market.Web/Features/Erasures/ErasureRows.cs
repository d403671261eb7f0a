using Kim.Market.Domain.Erasures;
using Kim.Market.EventSourcing;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Erasures;

/// <summary>A wish to be forgotten as the register shows it.</summary>
public sealed record ErasureRow(Guid ErasureId, ErasureScope Scope, Guid Subject, DateTimeOffset RequestedAt, DateTimeOffset DueAt)
{
    public long Version { get; init; }

    public DateTimeOffset? ErasedAt { get; init; }

    public DateOnly? KeptUntil { get; init; }

    public DateTimeOffset? DestroyedAt { get; init; }
}

/// <summary>Writes <c>erasures</c>.</summary>
public sealed class ErasureRows : StreamView<ErasureRow>
{
    public override string Name => "erasures";

    public override string Kind => StreamKind<Erasure>.Name;

    public override string Ddl { get; } = Ddls.Of<ErasureRows>();

    protected override Columns<ErasureRow> Columns { get; } = new()
    {
        { "erasure_id", NpgsqlDbType.Uuid, row => row.ErasureId },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "scope", NpgsqlDbType.Smallint, row => (short)row.Scope },
        { "subject", NpgsqlDbType.Uuid, row => row.Subject },
        { "requested_at", NpgsqlDbType.TimestampTz, row => row.RequestedAt },
        { "due_at", NpgsqlDbType.TimestampTz, row => row.DueAt },
        { "erased_at", NpgsqlDbType.TimestampTz, row => row.ErasedAt },
        { "kept_until", NpgsqlDbType.Date, row => row.KeptUntil },
        { "destroyed_at", NpgsqlDbType.TimestampTz, row => row.DestroyedAt },
    };

    protected override ErasureRow? Evolve(ErasureRow? row, Recorded recorded) => Change(row, recorded.Data) is { } changed
        ? changed with { Version = recorded.Version }
        : null;

    private static ErasureRow? Change(ErasureRow? row, object happened) => happened switch
    {
        ErasureRequested e => new(e.Erasure.Value, e.Scope, e.Subject, e.At, e.DueAt),
        PersonalDataErased e => row! with { ErasedAt = e.At, KeptUntil = e.KeptUntil },
        KeptDataDestroyed e => row! with { KeptUntil = null, DestroyedAt = e.At },
        _ => row,
    };
}
