using Kim.Market.Domain;
using Kim.Market.Domain.OutsideSales;
using Kim.Market.EventSourcing;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.OutsideSales;

/// <summary>What a business states of one month and way, as it stands.</summary>
public sealed record OutsideSaleRow(OutsideSaleStated Stated, Rupiah Total, Guid Evidence, OutsideStanding Standing, string? Reason, DateTimeOffset At)
{
    public long Version { get; init; }
}

/// <summary>Writes <c>outside_sales</c>.</summary>
public sealed class OutsideSaleRows : StreamView<OutsideSaleRow>
{
    public override string Name => "outside_sales";

    public override string Kind => StreamKind<OutsideSale>.Name;

    public override string Ddl { get; } = Ddls.Of<OutsideSaleRows>();

    protected override Columns<OutsideSaleRow> Columns { get; } = new()
    {
        { "outside_sale_id", NpgsqlDbType.Uuid, row => row.Stated.OutsideSale.Value },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "business_id", NpgsqlDbType.Uuid, row => row.Stated.Business.Value },
        { "month", NpgsqlDbType.Date, row => row.Stated.Month },
        { "way", NpgsqlDbType.Smallint, row => (short)row.Stated.Way },
        { "total", NpgsqlDbType.Bigint, row => row.Total.Amount },
        { "evidence", NpgsqlDbType.Uuid, row => row.Evidence },
        { "standing", NpgsqlDbType.Smallint, row => (short)row.Standing },
        { "reason", NpgsqlDbType.Text, row => row.Reason },
        { "stated_at", NpgsqlDbType.TimestampTz, row => row.At },
    };

    protected override OutsideSaleRow? Evolve(OutsideSaleRow? row, Recorded recorded) => (recorded.Data switch
    {
        OutsideSaleStated e => new(e, e.Total, e.Evidence, OutsideStanding.Stated, null, recorded.Timestamp),
        OutsideSaleRestated e => row! with { Total = e.Total, Evidence = e.Evidence, Standing = OutsideStanding.Stated, Reason = e.Reason, At = e.At },
        OutsideSaleWithdrawn e => row! with { Standing = OutsideStanding.Withdrawn, Reason = e.Reason },
        OutsideSaleRefused e => row! with { Standing = OutsideStanding.Refused, Reason = e.Reason },
        _ => row,
    }) is { } changed ? changed with { Version = recorded.Version } : null;
}
