using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Domain.Reviews;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Reviews;

/// <summary>A review as everybody reads it; of one that is hidden only the stars and why.</summary>
/// <param name="District">The kecamatan it was brought to, by name.</param>
public sealed record ShownReview(
    Guid ReviewId, short Stars, string? Body, string? Answer, short? Hidden, string? HiddenNote, DateTime GivenAt, DateTime? ChangedAt, string? District)
{
    public HidingReason? Why => (HidingReason?)Hidden;

    /// <summary>What a page selects of a review <c>v</c>: words that are hidden do not leave the database.</summary>
    public static SqlPart Columns { get; } = SqlPart.Of(
        $"""
        v.review_id, v.stars, case when v.hidden is null then v.body end as body, case when v.hidden is null then v.answer end as answer,
        v.hidden, v.hidden_note, v.given_at, v.changed_at, (select r.name from app.regions r where r.code = v.district) as district
        """);
}

/// <summary>What buyers say of a thing, all told, and the newest of it.</summary>
public sealed record ReviewSummary(int Count, long Sum, int Hidden, IReadOnlyList<ShownReview>? Newest)
{
    private const int Shown = 3;

    /// <summary>To a tenth of a star; null where nobody said anything.</summary>
    public decimal? Average => Count == 0 ? null : Math.Round((decimal)Sum / Count, 1, MidpointRounding.AwayFromZero);

    /// <summary>Of a product <c>p</c>, as text, for the statement of its page.</summary>
    public static SqlPart OfProduct { get; } = SqlPart.Of(
        $"""
        (select jsonb_build_object(
             'count', count(*), 'sum', coalesce(sum(v.stars), 0), 'hidden', count(v.hidden),
             'newest', (select jsonb_agg(to_jsonb(n)) from (
                 select {ShownReview.Columns} from reviews v where v.product_id = p.product_id
                 order by v.given_at desc, v.review_id desc limit {Shown}) n))::text
         from reviews v where v.product_id = p.product_id)
        """);

    /// <summary>Of a business <c>b</c>, as text, for the statement of its stall.</summary>
    public static SqlPart OfBusiness { get; } = SqlPart.Of(
        $"""
        (select jsonb_build_object('count', count(*), 'sum', coalesce(sum(v.stars), 0), 'hidden', count(v.hidden))::text
         from reviews v where v.business_id = b.business_id)
        """);

    public static ReviewSummary Read(string? text) =>
        text is null ? new(0, 0, 0, null) : JsonSerializer.Deserialize(text, ReviewJson.Default.ReviewSummary)!;
}

/// <summary>How the database hands over reviews within a row.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ReviewSummary))]
internal sealed partial class ReviewJson : JsonSerializerContext;
