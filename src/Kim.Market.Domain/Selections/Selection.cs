using System.Diagnostics;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Selections;

/// <summary>How far it has come. The numbers are stored. One whose last day is over has ended without anybody saying so.</summary>
public enum SelectionStatus { Draft, Open, Ended }

/// <summary>What an office says of its choice before anything else: by what it chose, and until when.</summary>
/// <param name="Criterion">In words that everybody reads beside the goods.</param>
public sealed record SelectionTerms(string Title, string Criterion, DateOnly From, DateOnly Until)
{
    public const int LeastCriterion = 20;
    public const int MostDays = 180;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public Refusal? Problem() =>
        Title.Trim().Length is 0 or > Limits.Name ? SelectionRefusals.TitleLength
        : Criterion.Trim().Length is < LeastCriterion or > Limits.Note ? SelectionRefusals.CriterionLength
        : Until < From || Until > From.AddDays(MostDays - 1) ? SelectionRefusals.Days
        : PublicText.HoldsNumber(Title) || PublicText.HoldsNumber(Criterion) ? SelectionRefusals.HoldsNumber
        : null;

    /// <summary>As it is stored: nothing around the words.</summary>
    public SelectionTerms Tidy() => this with { Title = Title.Trim(), Criterion = Criterion.Trim() };
}

/// <summary>One product of a selection.</summary>
/// <param name="Note">Why this one; may be empty.</param>
/// <param name="Dropped">Why it was taken out; null while it is in.</param>
public sealed record SelectionPick(Id<Product> Product, Id<Business> Business, string Note, string? Dropped);

/// <summary>
/// Produk unggulan: goods of its region that an office puts before all others, by a criterion it states and until a day it names. A list or a
/// search is not changed by it, and what was chosen stays readable when it is over.
/// </summary>
public sealed record Selection(Id<Selection> Id, Id<Office> Office, RegionCode Region) : IAggregate<Selection, SelectionEvent>
{
    public SelectionTerms Terms { get; private init; } = null!;

    public SelectionStatus Status { get; private init; }

    /// <summary>In the order in which they were chosen.</summary>
    public IReadOnlyList<SelectionPick> Picks { get; private init; } = [];

    /// <param name="today">At the office.</param>
    public static Decision<SelectionEvent> Draft(Id<Selection> id, Id<Office> office, RegionCode region, SelectionTerms terms, DateOnly today, DateTimeOffset now) =>
        terms.Problem() is { } problem ? problem
        : terms.Until < today ? SelectionRefusals.Over
        : [new SelectionDrafted(id, office, region, terms.Tidy(), now)];

    /// <summary>Other words or days, while nobody has read it.</summary>
    public Decision<SelectionEvent> Rewrite(SelectionTerms terms, DateOnly today, DateTimeOffset now) =>
        Status != SelectionStatus.Draft ? SelectionRefusals.Published
        : terms.Problem() is { } problem ? problem
        : terms.Until < today ? SelectionRefusals.Over
        : terms.Tidy() == Terms ? []
        : [new SelectionRewritten(terms.Tidy(), now)];

    /// <param name="village">Where the product is made.</param>
    /// <param name="isForSale">Whether it can be seen and bought today.</param>
    public Decision<SelectionEvent> Pick(Id<Product> product, Id<Business> business, RegionCode village, bool isForSale, string note, DateTimeOffset now) =>
        Status != SelectionStatus.Draft ? SelectionRefusals.Published
        : !Region.Contains(village) ? SelectionRefusals.Elsewhere
        : !isForSale ? SelectionRefusals.NotForSale
        : note.Trim().Length > Limits.Remark ? SelectionRefusals.NoteLength
        : PublicText.HoldsNumber(note) ? SelectionRefusals.HoldsNumber
        : Find(product) is { Dropped: null } known && known.Note == note.Trim() ? []
        : Find(product) is not { Dropped: null } && Shown >= Limits.SelectionPicks ? SelectionRefusals.TooMany
        : [new SelectionPicked(product, business, note.Trim(), now)];

    /// <param name="reason">For everybody to read; needed once it is open.</param>
    public Decision<SelectionEvent> Drop(Id<Product> product, string reason, DateOnly today, DateTimeOffset now) =>
        Status == SelectionStatus.Ended || (Status == SelectionStatus.Open && Terms.Until < today) ? SelectionRefusals.Over
        : Find(product) is not { Dropped: null } ? []
        : Status == SelectionStatus.Open && ReasonProblem(reason) is { } lacking ? lacking
        : [new SelectionPickDropped(product, reason.Trim(), now)];

    /// <summary>From now on everybody reads it.</summary>
    public Decision<SelectionEvent> Open(DateOnly today, DateTimeOffset now) =>
        Status == SelectionStatus.Open ? []
        : Status == SelectionStatus.Ended || Terms.Until < today ? SelectionRefusals.Over
        : Shown == 0 ? SelectionRefusals.Nothing
        : [new SelectionOpened([.. Picks.Where(pick => pick.Dropped is null).Select(pick => pick.Product)], now)];

    /// <summary>Before its last day.</summary>
    public Decision<SelectionEvent> End(string reason, DateOnly today, DateTimeOffset now) =>
        Status == SelectionStatus.Ended ? []
        : Status == SelectionStatus.Draft ? SelectionRefusals.NotOpen
        : Terms.Until < today ? SelectionRefusals.Over
        : ReasonProblem(reason) is { } lacking ? lacking
        : [new SelectionEnded(reason.Trim(), now)];

    public static Selection Evolve(Selection? state, SelectionEvent happened) => (state, happened) switch
    {
        (null, SelectionDrafted e) => new(e.Selection, e.Office, e.Region) { Terms = e.Terms },
        (not null, SelectionRewritten e) => state with { Terms = e.Terms },
        (not null, SelectionPicked e) => state with
        {
            Picks = state.Find(e.Product) is { } known
                ? [.. state.Picks.Select(pick => pick == known ? new(e.Product, e.Business, e.Note, null) : pick)]
                : [.. state.Picks, new(e.Product, e.Business, e.Note, null)],
        },
        (not null, SelectionPickDropped e) => state with
        {
            // what nobody has read leaves no trace on the page; it does in the events
            Picks = state.Status == SelectionStatus.Draft
                ? [.. state.Picks.Where(pick => pick.Product != e.Product)]
                : [.. state.Picks.Select(pick => pick.Product == e.Product ? pick with { Dropped = e.Reason } : pick)],
        },
        (not null, SelectionOpened) => state with { Status = SelectionStatus.Open },
        (not null, SelectionEnded) => state with { Status = SelectionStatus.Ended },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {(state is null ? "nothing" : "a selection")}."),
    };

    private int Shown => Picks.Count(pick => pick.Dropped is null);

    private SelectionPick? Find(Id<Product> product) => Picks.FirstOrDefault(pick => pick.Product == product);

    private static Refusal? ReasonProblem(string reason) =>
        reason.Trim().Length is 0 or > Limits.Remark ? SelectionRefusals.ReasonLength
        : PublicText.HoldsNumber(reason) ? SelectionRefusals.HoldsNumber
        : null;
}
