using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Contests;

/// <summary>What a KIM was judged best with, by criteria that were known before.</summary>
/// <param name="Address">A page of this site.</param>
public sealed record BestPractice(Guid ContestId, string Contest, int Place, string Title, string Text, string Address, string Group, string GroupSlug)
{
    private const int Most = 4;
    private const int Letters = 280;

    /// <summary>Of the KIM of a place and of all within it, decided in a time, as JSON; null where there is none.</summary>
    public static SqlPart Within(string code, DateTimeOffset since, DateTimeOffset until) =>
        Of(SqlPart.Of($"(w.seat = {code} or starts_with(w.seat, {code + "."}))"), since, until);

    /// <summary>Of a KIM <c>g</c>, decided in a time, as JSON; null where there is none.</summary>
    public static SqlPart OfKim(DateTimeOffset since, DateTimeOffset until) => Of(SqlPart.Of($"w.group_id = g.group_id"), since, until);

    public static IReadOnlyList<BestPractice> Read(string? json) => Lists.Read<BestPractice>(json);

    private static SqlPart Of(SqlPart whose, DateTimeOffset since, DateTimeOffset until) => Lists.Of(
        $"""
        select c.contest_id, c.title as contest, (p.value ->> 'Place')::int as place, e.value ->> 'Title' as title,
               left(e.value ->> 'Text', {Letters}) || case when length(e.value ->> 'Text') > {Letters} then '…' else '' end as text,
               e.value ->> 'Address' as address, w.name as "group", w.slug as group_slug
        from contests c
        cross join lateral jsonb_array_elements(c.places) p
        join groups w on w.group_id = (p.value ->> 'Group')::uuid and w.group_id = any(c.winners)
        join lateral jsonb_array_elements(c.entries) e on e.value ->> 'Group' = w.group_id::text
        where c.decided_at >= {since} and c.decided_at < {until} and {whose} and w.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})
        order by c.decided_at desc, 3 limit {Most}
        """);
}
