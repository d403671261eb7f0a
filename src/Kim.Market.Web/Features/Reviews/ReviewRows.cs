using Kim.Market.Domain.Reviews;
using Kim.Market.EventSourcing;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Reviews;

/// <summary>A review as it is kept in its row.</summary>
public sealed record ReviewRow(ReviewGiven Given)
{
    public long Version { get; init; }

    public int Stars { get; init; } = Given.Stars;

    public string Text { get; init; } = Given.Text;

    public string? Answer { get; init; }

    public (HidingReason Reason, string Note)? Hidden { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }
}

/// <summary>Writes <c>reviews</c>.</summary>
public sealed class ReviewRows : StreamView<ReviewRow>
{
    public override string Name => "reviews";

    public override string Kind => StreamKind<Review>.Name;

    public override string Ddl { get; } = Ddls.Of<ReviewRows>();

    protected override Columns<ReviewRow> Columns { get; } = new()
    {
        { "review_id", NpgsqlDbType.Uuid, row => row.Given.Review.Value },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "order_id", NpgsqlDbType.Uuid, row => row.Given.Order.Value },
        { "product_id", NpgsqlDbType.Uuid, row => row.Given.Product.Value },
        { "business_id", NpgsqlDbType.Uuid, row => row.Given.Seller.Value },
        { "group_id", NpgsqlDbType.Uuid, row => row.Given.Curator.Value },
        { "district", NpgsqlDbType.Text, row => row.Given.District?.Value },
        { "stars", NpgsqlDbType.Smallint, row => (short)row.Stars },
        { "body", NpgsqlDbType.Text, row => row.Text },
        { "answer", NpgsqlDbType.Text, row => row.Answer },
        { "hidden", NpgsqlDbType.Smallint, row => (short?)row.Hidden?.Reason },
        { "hidden_note", NpgsqlDbType.Text, row => row.Hidden?.Note },
        { "given_at", NpgsqlDbType.TimestampTz, row => row.Given.At },
        { "changed_at", NpgsqlDbType.TimestampTz, row => row.ChangedAt },
    };

    protected override ReviewRow? Evolve(ReviewRow? row, Recorded recorded) => Change(row, recorded.Data) is { } changed
        ? changed with { Version = recorded.Version }
        : null;

    private static ReviewRow? Change(ReviewRow? row, object happened) => happened switch
    {
        ReviewGiven e => new(e),
        ReviewChanged e => row! with { Stars = e.Stars, Text = e.Text, ChangedAt = e.At },
        ReviewAnswered e => row! with { Answer = e.Text },
        ReviewHidden e => row! with { Hidden = (e.Reason, e.Note) },
        ReviewShownAgain => row! with { Hidden = null },
        _ => row,
    };
}
