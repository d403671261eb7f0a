using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Enquiries;
using Kim.Market.Web.Features.Harvests;
using Kim.Market.Web.Features.Lookups;
using Kim.Market.Web.Features.Restocks;

namespace Kim.Market.Web.Features.Notices;

/// <summary>Something that was taken from the outbox.</summary>
public sealed record Taken(long Id, short Kind, Guid Stream, DateTime At, Guid? Actor);

/// <summary>Something that was taken from the outbox, and one member who hears of it.</summary>
/// <param name="Subject">What it is about in a word: an order's number, a name of goods.</param>
/// <param name="Region">Where it is: what time it is there.</param>
public sealed record Hearing(
    long Id, short Kind, short Side, Guid Stream, DateTime At, string Subject, string Region, Guid Scope, string ScopeName, string Slug, Guid MemberId,
    bool InSite, bool Push, bool Mail, short QuietFrom, short QuietUntil)
{
    public NoticeKind What => (NoticeKind)Kind;

    public Sides As => (Sides)Side;
}

/// <summary>Takes what waits in the outbox, and finds who hears of it: by the role they hold where it happened, as of now.</summary>
public static class Heard
{
    public const int AtOnce = 200;

    /// <summary>Whoever was invited longer ago than that has heard of it with an earlier invitation.</summary>
    private static readonly TimeSpan JustInvited = TimeSpan.FromMinutes(1);

    // An event says when it happened, and the store when it came: the two are milliseconds apart.
    private static readonly TimeSpan SameMoment = TimeSpan.FromSeconds(2);

    /// <summary>To be run in the transaction that lays down what was taken: a node that dies has taken nothing. Kinds it does not know are left to newer nodes.</summary>
    public static Sql Take() =>
        $"""
        delete from app.outbox
        where id in (
            select id from app.outbox where kind = any({Known})
            order by id limit {AtOnce} for update skip locked)
        returning id, kind, stream, at, actor
        """;

    /// <summary>Everybody who hears of these, once each: somebody with several roles hears of it in the first.</summary>
    public static Sql By(IReadOnlyList<Taken> taken) =>
        $"""
        with taken as ({Of(taken)}),
        about as ({About}),
        ears as (
            select * from unnest({Ears(ear => (short)ear.Kind)}, {Ears(ear => (short)ear.Side)}, {Ears(ear => ear.Desk)}, {Ears(ear => ear.Role)},
                {Ears(ear => (short)NoticeRules.Of(ear.Kind).Topic)}) as e(kind, side, desk, role, topic))
        select distinct on (a.id, m.member_id)
               a.id, a.kind, e.side, a.stream, a.at, a.subject, a.region, p.scope, p.name as scope_name, p.slug, m.member_id,
               coalesce(c.in_site, true) as in_site, coalesce(c.push, true) as push, coalesce(c.mail, true) as mail,
               coalesce(q.quiet_from, {(short)QuietHours.Usual.From}) as quiet_from, coalesce(q.quiet_until, {(short)QuietHours.Usual.Until}) as quiet_until
        from about a
        join ears e on e.kind = a.kind
        join lateral (
            select a.business_id as scope, a.business as name, a.business_slug as slug where e.side = {(short)Sides.Seller}
            union all
            select a.group_id, a.kim, coalesce(a.business_slug, a.kim_slug) where e.side = {(short)Sides.Kim}
            union all
            select o.office_id, coalesce(a.business, a.kim), a.kim_slug
            from offices o where e.side = {(short)Sides.Office} and a.region || '.' like o.region || '.%') p on true
        join memberships m on m.scope = p.scope and m.desk = e.desk and m.role = e.role
        left join app.notice_choices c on c.member_id = m.member_id and c.topic = e.topic
        left join app.quiet_hours q on q.member_id = m.member_id
        where m.member_id <> a.actor
        order by a.id, m.member_id, e.side
        """;

    /// <summary>Every browser and mailbox of the buyers who hear of these.</summary>
    public static Sql ByBuyers(IReadOnlyList<Taken> taken) =>
        $"""
        with taken as ({Of(taken)})
        select s.id as subscription_id, s.channel, t.kind, t.stream, t.at, o.number as subject, o.village as region, o.checkout_id as scope, b.name as scope_name, b.slug
        from taken t
        join orders o on o.order_id = t.stream
        join businesses b on b.business_id = o.business_id
        join app.subscriptions s on s.owner_id = o.buyer_id and s.confirmed_at is not null
        where t.kind = any({Told})
        union all
        {RestockWaits.Waiting(SqlPart.Of($"select * from taken"))}
        union all
        {OfferNews.Waiting(SqlPart.Of($"select * from taken"))}
        union all
        {EnquiryNews.Waiting(SqlPart.Of($"select * from taken"))}
        union all
        (select distinct on (t.stream, s.hash) s.id, s.channel, t.kind, t.stream, t.at, '', '64', t.stream, 'Pasar KIM', ''
        from taken t
        join vault.lookups l on l.id = t.stream
        join vault.buyer_marks m on m.mark = l.mark
        join app.subscriptions s on s.owner_id = m.buyer and s.confirmed_at is not null
        where t.kind = {(short)NoticeKind.LookupAsked}
        order by t.stream, s.hash, s.id)
        """;

    /// <summary>What was taken, as a table.</summary>
    public static SqlPart Of(IReadOnlyList<Taken> taken) => SqlPart.Of(
        $"""
        select * from unnest(
            {taken.Select(one => one.Id).ToArray()}, {taken.Select(one => one.Kind).ToArray()}, {taken.Select(one => one.Stream).ToArray()},
            {taken.Select(one => one.At).ToArray()}, {taken.Select(one => one.Actor ?? Guid.Empty).ToArray()}) as t(id, kind, stream, at, actor)
        """);

    private static SqlPart About => SqlPart.Of(
        $"""
        select t.id, t.kind, t.stream, t.at, t.actor, o.number as subject, o.village as region,
               o.business_id, b.name as business, b.slug as business_slug, o.group_id, g.name as kim, g.slug as kim_slug
        from taken t join orders o on o.order_id = t.stream
        join businesses b on b.business_id = o.business_id join groups g on g.group_id = o.group_id
        where t.kind = any({NoticeRules.KindsOf(NoticeAbout.Order)})
        union all
        select t.id, t.kind, t.stream, t.at, t.actor, p.name, b.village, b.business_id, b.name, b.slug, g.group_id, g.name, g.slug
        from taken t join reviews r on r.review_id = t.stream join products p on p.product_id = r.product_id
        join businesses b on b.business_id = r.business_id join groups g on g.group_id = b.group_id
        where t.kind = any({NoticeRules.KindsOf(NoticeAbout.Review)})
        union all
        select t.id, t.kind, t.stream, t.at, t.actor, p.name, b.village, b.business_id, b.name, b.slug, g.group_id, g.name, g.slug
        from taken t join products p on p.product_id = t.stream
        join businesses b on b.business_id = p.business_id join groups g on g.group_id = b.group_id
        where t.kind = any({NoticeRules.KindsOf(NoticeAbout.Product)})
        union all
        select t.id, t.kind, t.stream, t.at, t.actor, b.name, b.village, b.business_id, b.name, b.slug, g.group_id, g.name, g.slug
        from taken t join businesses b on b.business_id = t.stream join groups g on g.group_id = b.group_id
        where t.kind = any({NoticeRules.KindsOf(NoticeAbout.Business)})
        union all
        select t.id, t.kind, t.stream, t.at, t.actor, g.name, g.seat, null, null, null, g.group_id, g.name, g.slug
        from taken t join groups g on g.group_id = t.stream
        where t.kind = any({NoticeRules.KindsOf(NoticeAbout.Group)})
        union all
        select t.id, t.kind, t.stream, t.at, t.actor, d.host, g.seat, null, null, null, g.group_id, g.name, g.slug
        from taken t join web_domains d on d.domain_id = t.stream join groups g on g.group_id = d.group_id
        where t.kind = any({NoticeRules.KindsOf(NoticeAbout.WebDomain)})
        union all
        select t.id, t.kind, t.stream, t.at, t.actor, b.name, b.village, b.business_id, b.name, b.slug, g.group_id, g.name, g.slug
        from taken t join certificates c on c.certificate_id = t.stream
        join businesses b on b.business_id = c.business_id join groups g on g.group_id = b.group_id
        where t.kind = any({NoticeRules.KindsOf(NoticeAbout.Certificate)})
        union all
        select t.id, t.kind, t.stream, t.at, t.actor, v.title, v.village, null, null, null, g.group_id, g.name, g.slug
        from taken t join potentials v on v.potential_id = t.stream join groups g on g.group_id = v.group_id
        where t.kind = any({NoticeRules.KindsOf(NoticeAbout.Potential)})
        union all
        select t.id, t.kind, t.stream, t.at, t.actor, coalesce(v.title, p.name, r.name), e.village, null, null, null, g.group_id, coalesce(g.name, r.name), coalesce(g.slug, '')
        from taken t join enquiries e on e.enquiry_id = t.stream join app.regions r on r.code = e.village
        left join groups g on g.group_id = e.group_id
        left join potentials v on v.potential_id = e.potential_id left join products p on p.product_id = e.product_id
        where t.kind = any({NoticeRules.KindsOf(NoticeAbout.Enquiry)})
        union all
        select t.id, t.kind, t.stream, t.at, t.actor, c.title, c.village, null, null, null, g.group_id, g.name, g.slug
        from taken t join coachings c on c.coaching_id = t.stream
        cross join unnest(c.groups, c.invited_at) as i(group_id, invited_at)
        join groups g on g.group_id = i.group_id
        where t.kind = any({NoticeRules.KindsOf(NoticeAbout.Coaching)})
          and (t.kind <> {(short)NoticeKind.CoachingInvited} or i.invited_at > t.at - {JustInvited})
        union all
        select t.id, t.kind, t.stream, t.at, t.actor, s.label, g.seat, null, null, null, g.group_id, g.name, g.slug
        from taken t join assessments s on s.assessment_id = t.stream join groups g on g.group_id = s.group_id
        where t.kind = any({NoticeRules.KindsOf(NoticeAbout.Assessment)})
        union all
        select t.id, t.kind, t.stream, t.at, t.actor, c.title, g.seat, null, null, null, g.group_id, g.name, g.slug
        from taken t join contests c on c.contest_id = t.stream
        join groups g on (g.seat = c.region or g.seat like c.region || '.%') and g.status = {(short)GroupStatus.Active}
        where t.kind = any({NoticeRules.KindsOf(NoticeAbout.Contest)}) and (t.kind <> {(short)NoticeKind.ContestDecided} or g.group_id = any(c.groups))
        union all
        select t.id, t.kind, t.stream, t.at, t.actor, s.title, b.village, b.business_id, b.name, b.slug, g.group_id, g.name, g.slug
        from taken t join selections s on s.selection_id = t.stream
        cross join unnest(s.products, s.dropped_at) as i(product_id, dropped_at)
        join products p on p.product_id = i.product_id
        join businesses b on b.business_id = p.business_id join groups g on g.group_id = b.group_id
        where t.kind = any({NoticeRules.KindsOf(NoticeAbout.Selection)})
          and case when t.kind = {(short)NoticeKind.SelectionDropped} then i.dropped_at between t.at - {SameMoment} and t.at + {SameMoment} else i.dropped_at = 'infinity' end
        union all
        select distinct t.id, t.kind, t.stream, t.at, t.actor, b.name, b.village, b.business_id, b.name, b.slug, g.group_id, g.name, g.slug
        from taken t join vault.lookups l on l.id = t.stream join vault.buyer_marks m on m.mark = l.mark
        join orders o on o.buyer_id = m.buyer and o.placed_at > t.at - {LookupDesk.Past}
        join businesses b on b.business_id = o.business_id join groups g on g.group_id = b.group_id
        where t.kind = any({NoticeRules.KindsOf(NoticeAbout.Lookup)})
        """);

    private static short[] Known { get; } = [.. NoticeRules.All.Select(rule => (short)rule.Kind).Distinct()];

    private static short[] Told { get; } = [.. NoticeRules.All.Where(rule => rule.For.HasFlag(Sides.Buyer)).Select(rule => (short)rule.Kind).Distinct()];

    private static T[] Ears<T>(Func<NoticeEar, T> part) => [.. NoticeRules.Ears.Select(part)];
}
