using Kim.Market.Domain.Acts;
using Kim.Market.EventSourcing;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Acts;

/// <summary>An act as a desk's history shows it.</summary>
public sealed record ActRow(Guid ActId, ActKind Kind, Guid Desk, int Products, DateTimeOffset At)
{
    public long Version { get; init; }

    public bool IsUndone { get; init; }

    /// <summary>When it was last done or undone: the day of patience begins there.</summary>
    public DateTimeOffset ChangedAt { get; init; } = At;
}

/// <summary>Writes <c>acts</c>.</summary>
public sealed class ActRows : StreamView<ActRow>
{
    public override string Name => "acts";

    public override string Kind => StreamKind<Act>.Name;

    public override string Ddl { get; } = Ddls.Of<ActRows>();

    protected override Columns<ActRow> Columns { get; } = new()
    {
        { "act_id", NpgsqlDbType.Uuid, row => row.ActId },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "kind", NpgsqlDbType.Smallint, row => (short)row.Kind },
        { "desk_id", NpgsqlDbType.Uuid, row => row.Desk },
        { "products", NpgsqlDbType.Integer, row => row.Products },
        { "undone", NpgsqlDbType.Boolean, row => row.IsUndone },
        { "at", NpgsqlDbType.TimestampTz, row => row.At },
        { "changed_at", NpgsqlDbType.TimestampTz, row => row.ChangedAt },
    };

    protected override ActRow? Evolve(ActRow? row, Recorded recorded) => Change(row, recorded.Data) is { } changed
        ? changed with { Version = recorded.Version }
        : null;

    private static ActRow? Change(ActRow? row, object happened) => happened switch
    {
        ActDone e => new(e.Act.Value, e.Kind, e.Desk, e.Products.Length, e.At),
        ActUndone e => row! with { IsUndone = true, ChangedAt = e.At },
        ActRedone e => row! with { IsUndone = false, ChangedAt = e.At },
        _ => row,
    };
}
