using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Groups;

// How a KIM shows itself to whoever comes by.
public sealed partial record Group
{
    public Storefront Storefront { get; private init; } = Storefront.Plain;

    public Photo? Cover { get; private init; }

    /// <summary>What it last announced; whether that still holds, the clock says.</summary>
    public GroupAnnounced? Announced { get; private init; }

    public Decision<GroupEvent> Arrange(Storefront storefront, DateTimeOffset now) =>
        NoFront is { } refusal ? refusal
        : storefront.Problem() is { } problem ? problem
        : storefront.Tidy() is var tidy && tidy.IsSame(Storefront) ? []
        : [new GroupStorefrontArranged(tidy, now)];

    /// <summary>Something for everybody to read first; it is gone by itself.</summary>
    /// <param name="until">The moment from which it is not shown any more.</param>
    public Decision<GroupEvent> Announce(string text, DateTimeOffset until, DateTimeOffset now) =>
        NoFront is { } refusal ? refusal
        : text.Trim() == Announced?.Text && until == Announced.Until ? []
        : text.Trim().Length is 0 or > Limits.Announcement ? StorefrontRefusals.AnnouncementLength
        : PublicText.HoldsNumber(text) ? StorefrontRefusals.HoldsNumber
        : until <= now ? StorefrontRefusals.EndsTooSoon
        : until > now.AddYears(1) ? StorefrontRefusals.EndsTooLate
        : [new GroupAnnounced(text.Trim(), until, now)];

    public Decision<GroupEvent> EndAnnouncement(DateTimeOffset now) =>
        Announced is null || Announced.Until <= now ? [] : [new GroupAnnouncementEnded(now)];

    public Decision<GroupEvent> HangCover(Photo cover, DateTimeOffset now) =>
        NoFront is { } refusal ? refusal
        : cover.Alt.Trim().Length is 0 or > Limits.AltText ? StorefrontRefusals.CoverNeedsWords
        : PublicText.HoldsNumber(cover.Alt) ? StorefrontRefusals.HoldsNumber
        : (cover with { Alt = cover.Alt.Trim() }) == Cover ? []
        : [new GroupCoverHung(cover with { Alt = cover.Alt.Trim() }, now)];

    public Decision<GroupEvent> TakeDownCover(DateTimeOffset now) => Cover is null ? [] : [new GroupCoverTakenDown(now)];

    private Refusal? NoFront =>
        Status is GroupStatus.Dissolved ? GroupRefusals.IsDissolved
        : Status is GroupStatus.Withdrawn ? GroupRefusals.NotInRegister
        : null;
}
