using System.Diagnostics;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Reviews;

/// <summary>Why a KIM hides what a buyer wrote. That it is unkind is none.</summary>
public enum HidingReason { Insult, PersonalData, NotAboutIt, Advertising, Other }

/// <summary>What one buyer says of one thing they bought: at most one for each line of an order.</summary>
public sealed record Review(Id<Review> Id, int Stars, string Text) : IAggregate<Review, ReviewEvent>
{
    public const int MostStars = 5;

    private string? Answer { get; init; }

    private int Changes { get; init; }

    private (HidingReason Reason, string Note)? Hidden { get; init; }

    /// <summary>The review of a line is a stream of its own that order and product lead to, so that a second one cannot come to be.</summary>
    public static Id<Review> Of(Id<Order> order, Id<Product> product)
    {
        Span<byte> one = stackalloc byte[16];
        Span<byte> other = stackalloc byte[16];
        order.Value.TryWriteBytes(one);
        product.Value.TryWriteBytes(other);
        for (var i = 10; i < one.Length; i++)
        {
            one[i] ^= other[i];
        }

        return new(new Guid(one));
    }

    /// <param name="order">Only what came and stayed can be reviewed.</param>
    public static Decision<ReviewEvent> Give(
        Review? known, Order order, Id<Product> product, Id<Group> curator, RegionCode? district, int stars, string text, DateTimeOffset now) =>
        known is not null ? known.Change(stars, text, now)
        : order.Status != OrderStatus.Completed || order.Lines.All(line => line.Product != product) ? ReviewRefusals.NotBought
        : Problem(stars, text) is { } problem ? problem
        : [new ReviewGiven(Of(order.Id, product), order.Id, product, order.Seller, curator, district, stars, PublicText.Mask(text.Trim()), now)];

    public Decision<ReviewEvent> Change(int stars, string text, DateTimeOffset now) =>
        Problem(stars, text) is { } problem ? problem
        : stars == Stars && PublicText.Mask(text.Trim()) == Text ? []
        : Changes >= Limits.ReviewChanges ? ReviewRefusals.ChangedOften
        : [new ReviewChanged(stars, PublicText.Mask(text.Trim()), now)];

    public Decision<ReviewEvent> Reply(string text, DateTimeOffset now) =>
        text.Trim().Length == 0 ? ReviewRefusals.NoReply
        : text.Trim().Length > Limits.Note ? ReviewRefusals.TooLong
        : PublicText.Mask(text.Trim()) == Answer ? []
        : Changes >= Limits.ReviewChanges ? ReviewRefusals.ChangedOften
        : [new ReviewAnswered(PublicText.Mask(text.Trim()), now)];

    /// <param name="note">Everybody reads it beside the reason.</param>
    public Decision<ReviewEvent> Hide(HidingReason reason, string note, DateTimeOffset now) =>
        note.Trim().Length > Limits.Remark ? ReviewRefusals.NoteLength
        : Hidden == (reason, PublicText.Mask(note.Trim())) ? []
        : [new ReviewHidden(reason, PublicText.Mask(note.Trim()), now)];

    public Decision<ReviewEvent> ShowAgain(DateTimeOffset now) => Hidden is null ? [] : [new ReviewShownAgain(now)];

    public static Review Evolve(Review? state, ReviewEvent happened) => (state, happened) switch
    {
        (null, ReviewGiven e) => new(e.Review, e.Stars, e.Text),
        (not null, ReviewChanged e) => state with { Stars = e.Stars, Text = e.Text, Changes = state.Changes + 1 },
        (not null, ReviewAnswered e) => state with { Answer = e.Text, Changes = state.Changes + 1 },
        (not null, ReviewHidden e) => state with { Hidden = (e.Reason, e.Note) },
        (not null, ReviewShownAgain) => state with { Hidden = null },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {(state is null ? "nothing" : "a review")}."),
    };

    private static Refusal? Problem(int stars, string text) =>
        stars is < 1 or > MostStars ? ReviewRefusals.NoStars
        : text.Trim().Length > Limits.Note ? ReviewRefusals.TooLong
        : null;
}
