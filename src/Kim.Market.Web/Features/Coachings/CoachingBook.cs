using System.Text.Json;
using Kim.Market.Domain;
using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Events;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>A coaching with where it is and whose.</summary>
/// <param name="Office">What the region of the office is called.</param>
/// <param name="Invited">How many KIM.</param>
/// <param name="Coming">How many of them said that they come.</param>
/// <param name="People">How many people those said.</param>
/// <param name="Answer">What the KIM that asks has said: null where it has not, or where no KIM asks.</param>
public sealed record KnownCoaching(
    Guid CoachingId, string Region, string Office, short Status, string Plan, string Materials, string? Reason, string Place, int Invited, int Coming, int People,
    int? Answer)
{
    public CoachingPlan Terms { get; } = Read(Plan);

    public CoachingStatus State => (CoachingStatus)Status;

    public Zone Zone => CoachingWords.ZoneOf(Terms.Village);

    /// <summary>Whether anybody can still say that they come.</summary>
    public bool IsAwaited(DateTimeOffset now) => State == CoachingStatus.Planned && Terms.Until >= DateFormat.DayIn(now, Zone);

    public CoachingKey Key => new(Terms.From, CoachingId);

    internal static CoachingPlan Read(string plan) => JsonSerializer.Deserialize(plan, EventJson.Default.CoachingPlan)!;
}

/// <summary>Where a page of coachings ended.</summary>
public sealed record CoachingKey(DateOnly From, Guid Id)
{
    private static readonly CoachingKey Top = new(DateOnly.MaxValue, Guid.Empty);

    /// <summary>The top for a text that is no key.</summary>
    public static CoachingKey Read(string? text) => Cursor.TryRead(text, out DateTime at, out var id) ? new(DateOnly.FromDateTime(at), id) : Top;

    public string Text => Cursor.Of(From.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), Id);
}

/// <summary>A KIM that is invited, and what it said.</summary>
/// <param name="People">Null while it has not said; none: it cannot come.</param>
public sealed record InvitationRow(Guid GroupId, string Name, string Slug, string Village, int? People);

/// <summary>A KIM that could be invited.</summary>
public sealed record CandidateRow(Guid GroupId, string Name, string Village, short? Pulse);

/// <summary>Reads coachings: for everybody, and for those they concern, where every statement draws the line itself.</summary>
public sealed class CoachingBook(NpgsqlDataSource db)
{
    public const int PageSize = 20;

    /// <summary>Whoever means another KIM writes more of its name.</summary>
    public const int MostCandidates = 50;

    private static readonly short[] Standing = [(short)GroupStatus.Verified, (short)GroupStatus.Active, (short)GroupStatus.Dormant];

    /// <summary>Those of an office's region and of all within it, the latest first.</summary>
    public async Task<Slice<KnownCoaching>> OfOfficeAsync(Asker asker, Guid office, CoachingKey after, CancellationToken ct) => Slice<KnownCoaching>.Of(
        await db.RowsAsync<KnownCoaching>(
            $"""
            {All(null)}
            where exists (
                select from memberships m
                where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.scope = {office} and (c.region = m.region or c.region like m.region || '.%'))
              and (c.starts_on, c.coaching_id) < ({after.From}, {after.Id})
            order by c.starts_on desc, c.coaching_id desc limit {PageSize + 1}
            """, ct), PageSize);

    /// <summary>The region of an office in whose name the asker may plan; null for any other.</summary>
    public async Task<RegionCode?> RegionOfAsync(Asker asker, Guid office, CancellationToken ct) => await db.RowsAsync<string>(
        $"select m.region from memberships m where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.scope = {office} and m.role = {nameof(OfficeRole.Officer)}", ct)
        is [var region] ? RegionCode.Parse(region) : null;

    /// <summary>Null when there is none, or the asker's offices do not answer for it.</summary>
    public Task<KnownCoaching?> FindOfOfficeAsync(Asker asker, Guid id, CancellationToken ct) =>
        db.RowAsync<KnownCoaching>($"{All(null)} where c.coaching_id = {id} and {Watches(asker)}", ct);

    /// <summary>Whether the asker may change it.</summary>
    public async Task<bool> MayWriteAsync(Asker asker, Guid id, CancellationToken ct) =>
        await db.RowsAsync<Guid>($"select c.coaching_id from coachings c where c.coaching_id = {id} and {Watches(asker, nameof(OfficeRole.Officer))}", ct) is [_];

    /// <summary>The KIM that are invited by the asker's offices, by name.</summary>
    public Task<List<InvitationRow>> InvitationsAsync(Asker asker, Guid id, CancellationToken ct) => db.RowsAsync<InvitationRow>(
        $"""
        select g.group_id, g.name, g.slug, coalesce(r.place, g.seat) as village, nullif(i.people, {CoachingRows.Unsaid}) as people
        from coachings c
        cross join unnest(c.groups, c.people) as i(group_id, people)
        join groups g on g.group_id = i.group_id
        left join app.regions r on r.code = g.seat
        where c.coaching_id = {id} and {Watches(asker)}
        order by g.name, g.group_id
        """, ct);

    /// <summary>KIM of its region that stand and are not invited, by name.</summary>
    /// <param name="name">A part of it; empty for any.</param>
    public Task<List<CandidateRow>> CandidatesAsync(Asker asker, Guid id, string name, CancellationToken ct) => db.RowsAsync<CandidateRow>(
        $"""
        select g.group_id, g.name, coalesce(r.place, g.seat) as village, g.pulse
        from coachings c
        join groups g on {Near}
        left join app.regions r on r.code = g.seat
        where c.coaching_id = {id} and {Watches(asker)} and g.group_id <> all(c.groups) and position({name.Trim().ToLowerInvariant()} in lower(g.name)) > 0
        order by g.name, g.group_id limit {MostCandidates}
        """, ct);

    /// <summary>Whom an invitation to many means, among the KIM of its region that stand.</summary>
    /// <param name="pulse">Only those with this one.</param>
    /// <param name="chosen">Only these.</param>
    public async Task<IReadOnlyList<Id<Group>>> MeantAsync(Asker asker, Guid id, GroupPulse? pulse, Guid[]? chosen, CancellationToken ct) => [.. (await db.RowsAsync<Guid>(
        $"""
        select g.group_id
        from coachings c join groups g on {Near}
        where c.coaching_id = {id} and {Watches(asker, nameof(OfficeRole.Officer))}
          and ({(short?)pulse}::smallint is null or g.pulse = {(short?)pulse}) and ({chosen}::uuid[] is null or g.group_id = any({chosen}))
        order by g.group_id
        """, ct)).Select(group => new Id<Group>(group))];

    /// <summary>Those to which a KIM of the asker is invited, the latest first.</summary>
    public async Task<Slice<KnownCoaching>> OfKimAsync(Asker asker, Guid kim, CoachingKey after, CancellationToken ct) => Slice<KnownCoaching>.Of(
        await db.RowsAsync<KnownCoaching>(
            $"""
            {All(kim)}
            where c.groups @> array[{kim}] and (c.starts_on, c.coaching_id) < ({after.From}, {after.Id}) and exists (
                select from memberships m where m.member_id = {asker.Scope} and m.desk = {Desk.Group} and m.scope = {kim})
            order by c.starts_on desc, c.coaching_id desc limit {PageSize + 1}
            """, ct), PageSize);

    /// <summary>Whether it is one to which this KIM of the asker is invited.</summary>
    public async Task<bool> IsInvitedAsync(Asker asker, Guid kim, Guid id, CancellationToken ct) => await db.RowsAsync<Guid>(
        $"""
        select c.coaching_id from coachings c
        where c.coaching_id = {id} and c.groups @> array[{kim}] and exists (
            select from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Group} and m.scope = {kim} and m.role in ({nameof(GroupRole.Chair)}, {nameof(GroupRole.Curator)}))
        """, ct) is [_];

    /// <summary>What everybody may come to or read of, the next first.</summary>
    public Task<List<KnownCoaching>> UpcomingAsync(DateOnly today, CancellationToken ct) => db.RowsAsync<KnownCoaching>(
        $"{All(null)} where c.is_open and c.ends_on >= {today} order by c.starts_on, c.coaching_id limit {PageSize}", ct);

    /// <summary>What takes place around a day: from one end of the country to the other it is not the same one.</summary>
    internal Task<List<KnownCoaching>> AroundAsync(DateOnly day, CancellationToken ct) => db.RowsAsync<KnownCoaching>(
        $"{All(null)} where c.starts_on <= {day.AddDays(1)} and c.ends_on >= {day.AddDays(-1)} and c.status <> {(short)CoachingStatus.Cancelled}", ct);

    /// <summary>Null for what is not for everybody.</summary>
    public Task<KnownCoaching?> FindOpenAsync(Guid id, CancellationToken ct) => db.RowAsync<KnownCoaching>($"{All(null)} where c.coaching_id = {id} and c.is_open", ct);

    /// <param name="kim">Whose answer is read with it.</param>
    private static SqlPart All(Guid? kim) => SqlPart.Of(
        $"""
        select c.coaching_id, c.region, coalesce(o.name, c.region) as office, c.status, c.plan::text as plan, c.materials, c.reason,
               coalesce(r.full_place, c.village) as place, cardinality(c.groups) as invited, said.coming, said.people, said.answer
        from coachings c
        left join app.regions r on r.code = c.village
        left join app.regions o on o.code = c.region
        cross join lateral (
            select (count(*) filter (where i.people > 0))::int as coming, coalesce(sum(i.people) filter (where i.people > 0), 0)::int as people,
                   max(nullif(i.people, {CoachingRows.Unsaid})) filter (where i.group_id = {kim}::uuid) as answer
            from unnest(c.groups, c.people) as i(group_id, people)) said
        """);

    /// <summary>A KIM <c>g</c> that stands in the region of a coaching <c>c</c>.</summary>
    internal static SqlPart Near => SqlPart.Of($"(g.seat = c.region or g.seat like c.region || '.%') and g.status = any({Standing})");

    /// <summary>That the asker's offices answer for a coaching <c>c</c>.</summary>
    internal static SqlPart Watches(Asker asker, string? role = null) => SqlPart.Of(
        $"""
        exists (
            select from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and (c.region = m.region or c.region like m.region || '.%')
              and ({role}::text is null or m.role = {role}))
        """);
}
