using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Assessments;
using Kim.Market.Web.Features.Businesses;
using Kim.Market.Web.Features.Contests;
using Kim.Market.Web.Features.Enquiries;
using Kim.Market.Web.Features.MarketDays;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Pulses;
using Kim.Market.Web.Features.Storefronts;
using Kim.Market.Web.Features.Stories;
using Npgsql;

namespace Kim.Market.Web.Features.Groups;

/// <summary>A KIM with everything its storefront says about it.</summary>
public sealed record GroupPage(
    Guid GroupId, string Name, string Slug, string Seat, short Basis, string Themes, string About, short Status, short? Reason, string? Note, short? Pulse,
    DateTime ProposedAt, DateTime ChangedAt, string? Board, DateOnly? TermFrom, DateOnly? TermUntil, string Place, string TimeZone, int Businesses, int Products,
    string? Stalls, string? Acts, string? Stories, string? Markets, string? Answers, string? Assessed, string? Won,
    string Storefront, string? Chosen, string? Cover, string? CoverAlt, string? Announcement, DateTime? AnnouncedUntil)
{
    /// <summary>How it shows itself.</summary>
    public Storefront Front { get; } = StorefrontJson.Read(Storefront);

    /// <summary>The goods it shows before all others, as far as they are on the stalls.</summary>
    public IReadOnlyList<ProductCardRow> Featured { get; } = Lists.Read<ProductCardRow>(Chosen);

    /// <summary>The moment at which its announcement is over; null where it announces nothing, or nothing any more.</summary>
    public DateTimeOffset? Announcing(DateTimeOffset now) => Announcement is not null && AnnouncedUntil > now ? AnnouncedUntil : null;

    /// <summary>Where its buyers can fetch from several stalls at once.</summary>
    public IReadOnlyList<KnownMarketDay> MarketDays => Lists.Read<KnownMarketDay>(Markets);

    /// <summary>How it answers what its villages are asked.</summary>
    public AnswerShare Share => Lists.Read<AnswerShare>(Answers)[0];

    /// <summary>In which class its office found it last; null where it never looked, or keeps it to itself.</summary>
    public PublicClass? Class => Lists.Read<PublicClass>(Assessed) is [var last] ? last : null;

    /// <summary>Contests it won, the latest first.</summary>
    public IReadOnlyList<WonContest> Wins => Lists.Read<WonContest>(Won);

    /// <summary>Suspended: nothing of it is shown but that.</summary>
    public bool IsOutOfSight => Status == (short)GroupStatus.Suspended;

    public bool IsDissolved => Status == (short)GroupStatus.Dissolved;

    public bool IsDormant => Status == (short)GroupStatus.Dormant;

    /// <summary>Which posts are taken; who has them is nobody's business here.</summary>
    public IEnumerable<BoardPost> Posts =>
        (Board ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<BoardPost>).Order();

    public DormancyReason? DormantFor => (DormancyReason?)Reason;
}

/// <summary>Reads what a KIM's storefront shows. A KIM that never was active has no storefront.</summary>
public sealed class GroupPages(NpgsqlDataSource db, TimeProvider clock)
{
    /// <summary>The KIM with one page of its UMKM and of its stories, and what it did last; null when there is no such storefront.</summary>
    public async Task<(GroupPage Group, Slice<BusinessCardRow> Businesses, List<Act> Acts, Slice<StoryCard> Stories)?> FindAsync(
        string slug, BusinessKey? after, StoryKey? afterStory, CancellationToken ct)
    {
        var found = await db.RowAsync<GroupPage>(
            $"""
            select g.group_id, g.name, g.slug, g.seat, g.basis, array_to_string(g.themes, ', ') as themes, g.about, g.status, g.reason, g.note, g.pulse, g.proposed_at, g.changed_at,
                   (select string_agg(distinct s.post::text, ' ') from board_seats s where s.group_id = g.group_id) as board, g.term_from, g.term_until,
                   r.place, r.time_zone, offer.businesses, offer.products,
                   {Lists.Of(BusinessCards.OfGroup(slug, after))} as stalls, {Lists.Of(PulseBook.Acts(slug))} as acts,
                   {Lists.Of(StoryPages.OfGroup(slug, afterStory))} as stories, {MarketBook.OfKim} as markets,
                   {Lists.Of(EnquiryPages.ShareOf(slug, clock.GetUtcNow()))} as answers,
                   {Lists.Of(AssessmentBook.ClassOf(slug))} as assessed, {Lists.Of(ContestBook.WonBy(slug))} as won,
                   g.storefront::text as storefront, {Lists.Of(ProductCards.Featured(slug))} as chosen, g.cover, g.cover_alt, g.announcement, g.announced_until
            from groups g
            join app.regions r on r.code = g.seat
            cross join lateral (
                select count(distinct b.business_id)::int as businesses, count(p.product_id)::int as products
                from businesses b
                left join products p on p.business_id = b.business_id and p.status = 1
                where b.group_id = g.group_id and b.status = 1
            ) offer
            where g.slug = {slug} and g.status between {(short)GroupStatus.Active} and {(short)GroupStatus.Dissolved}
            """, ct);
        return found is { } group
            ? (group, Slice<BusinessCardRow>.Of(Lists.Read<BusinessCardRow>(group.Stalls), BusinessCards.PageSize),
                Lists.Read<Act>(group.Acts), Slice<StoryCard>.Of(Lists.Read<StoryCard>(group.Stories), StoryPages.PageSize))
            : null;
    }
}
