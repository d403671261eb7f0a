using System.Text.Json;
using Kim.Market.Domain.Assessments;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Events;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Assessments;

/// <summary>A KIM in the list of an office, with the class it was last found in.</summary>
/// <param name="Label">Null for one that was never assessed.</param>
public sealed record AssessedGroup(Guid GroupId, string Name, string Slug, string Seat, string Place, string TimeZone, string? Label, decimal? Total, int? RubricVersion, DateTime? MadeAt)
{
    public DateOnly? On => MadeAt is { } at ? DateFormat.DayIn(at, Zone.Of(TimeZone)) : null;
}

/// <summary>How many KIM are in a class.</summary>
/// <param name="Label">Null: never assessed.</param>
public sealed record ClassCount(string? Label, short? Class, int Groups);

/// <summary>A KIM that an officer can assess.</summary>
/// <param name="HasStatutes">What its register says of AD/ART; null while nobody has said.</param>
/// <param name="Office">In whose name the asker may assess; null for those who only read.</param>
public sealed record AssessableGroup(Guid GroupId, string Name, string Slug, string Place, string TimeZone, bool? HasStatutes, Guid? Office)
{
    public Zone Zone { get; } = Zone.Of(TimeZone);
}

/// <summary>The class of a KIM, as everybody reads it.</summary>
public sealed record PublicClass(string Label, DateTime MadeAt);

/// <summary>Where a page of the list ended.</summary>
public sealed record AssessmentKey(DateTime MadeAt, Guid Group)
{
    /// <summary>Those never assessed come before all others.</summary>
    public static readonly DateTime Never = DateTime.UnixEpoch;

    private static readonly AssessmentKey Top = new(Never.AddDays(-1), Guid.Empty);

    /// <summary>The top for a text that is no key.</summary>
    public static AssessmentKey Read(string? text) => Cursor.TryRead(text, out DateTime at, out var id) ? new(at, id) : Top;

    public static string After(AssessedGroup row) => Cursor.Of(row.MadeAt ?? Never, row.GroupId);
}

/// <summary>Reads assessments; statements for an office draw the line of its region themselves.</summary>
public sealed class AssessmentBook(NpgsqlDataSource db)
{
    public const int PageSize = 20;

    /// <summary>So many looks back one reads; all of them stay.</summary>
    public const int Shown = 12;

    private static readonly short[] Standing = [(short)GroupStatus.Verified, (short)GroupStatus.Active, (short)GroupStatus.Dormant];

    /// <summary>The KIM of an office's region that stand: those never assessed first, then those whose look is the oldest.</summary>
    public async Task<Slice<AssessedGroup>> OfOfficeAsync(Asker asker, Guid office, AssessmentKey after, CancellationToken ct) => Slice<AssessedGroup>.Of(
        await db.RowsAsync<AssessedGroup>(
            $"""
            {All(asker, office)} and (coalesce(s.made_at, {AssessmentKey.Never}), g.group_id) > ({after.MadeAt}, {after.Group})
            order by coalesce(s.made_at, {AssessmentKey.Never}), g.group_id limit {PageSize + 1}
            """, ct), PageSize);

    /// <summary>All of them by name, for a table.</summary>
    public Task<List<AssessedGroup>> AllOfOfficeAsync(Asker asker, Guid office, CancellationToken ct) =>
        db.RowsAsync<AssessedGroup>($"{All(asker, office)} order by g.name, g.group_id", ct);

    /// <summary>How many are in each class; offices below may name theirs otherwise.</summary>
    public Task<List<ClassCount>> ClassesAsync(Asker asker, Guid office, CancellationToken ct) => db.RowsAsync<ClassCount>(
        $"""
        select s.label, s.class, count(*)::int as groups
        from groups g
        {Last}
        where g.status = any({Standing}) and {Watches(asker, office)}
        group by s.label, s.class order by s.class desc nulls last, s.label
        """, ct);

    /// <summary>Null when there is none, or the asker's offices do not answer for it.</summary>
    public Task<AssessableGroup?> FindAsync(Asker asker, Guid kim, CancellationToken ct) => db.RowAsync<AssessableGroup>(
        $"""
        select g.group_id, g.name, g.slug, r.place, r.time_zone, g.has_statutes,
               (select m.scope from memberships m
                where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.role = {nameof(OfficeRole.Officer)} and (g.seat = m.region or g.seat like m.region || '.%')
                order by length(m.region) desc, m.scope limit 1) as office
        from groups g join app.regions r on r.code = g.seat
        where g.group_id = {kim} and g.status = any({Standing}) and {Watches(asker, null)}
        """, ct);

    /// <summary>The rubric that holds for a KIM: of its nearest office that has made one.</summary>
    public async Task<RubricInForce> RubricOfAsync(Guid kim, CancellationToken ct) => await db.RowAsync<KnownRubric>(
        $"""
        select o.office_id, o.number, o.terms::text as terms
        from groups g join office_rubrics o on {Near}
        where g.group_id = {kim}
        order by length(o.region) desc limit 1
        """, ct) is { } known ? new(new(known.OfficeId), known.Number, JsonSerializer.Deserialize(known.Terms, EventJson.Default.Rubric)!) : RubricInForce.Usual;

    /// <summary>The clock of a KIM that the caller has found.</summary>
    public async Task<Zone> ZoneOfAsync(Guid kim, CancellationToken ct) =>
        Zone.Of((await db.RowsAsync<string>($"select r.time_zone from groups g join app.regions r on r.code = g.seat where g.group_id = {kim}", ct))[0]);

    /// <summary>What was found of a KIM that the caller has found, the last first.</summary>
    public async Task<IReadOnlyList<AssessmentMade>> OfKimAsync(Guid kim, CancellationToken ct) => Read(await db.RowsAsync<string>(
        $"select made::text from assessments where group_id = {kim} order by made_at desc, assessment_id desc limit {Shown}", ct));

    /// <summary>What was found last of a KIM with a page, where its office lets everybody read it.</summary>
    public async Task<(AssessedGroup Kim, AssessmentMade Made)?> PublicAsync(string slug, CancellationToken ct)
    {
        var found = await db.RowAsync<PublicRow>(
            $"""
            select g.group_id, g.name, g.slug, g.seat, r.place, r.time_zone, s.made::text as made
            from groups g
            join app.regions r on r.code = g.seat
            {Last}
            where g.slug = {slug} and g.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant}) and s.made is not null and {IsPublic}
            """, ct);
        return found is null ? null : (new(found.GroupId, found.Name, found.Slug, found.Seat, found.Place, found.TimeZone, null, null, null, null), Read([found.Made])[0]);
    }

    /// <summary>The statement for the class of a KIM, for pages that read more in the same round trip.</summary>
    public static Sql ClassOf(string slug) =>
        $"""
        select s.label, s.made_at
        from groups g
        {Last}
        where g.slug = {slug} and g.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant}) and s.made is not null and {IsPublic}
        """;

    private static SqlPart Last => SqlPart.Of(
        $"left join lateral (select * from assessments a where a.group_id = g.group_id order by a.made_at desc, a.assessment_id desc limit 1) s on true");

    private static SqlPart Near => SqlPart.Of($"(g.seat = o.region or g.seat like o.region || '.%') and o.terms is not null");

    private static SqlPart IsPublic => SqlPart.Of(
        $"coalesce((select o.is_public from office_rubrics o where {Near} order by length(o.region) desc limit 1), true)");

    private static SqlPart All(Asker asker, Guid office) => SqlPart.Of(
        $"""
        select g.group_id, g.name, g.slug, g.seat, r.place, r.time_zone, s.label, s.total, s.rubric_version, s.made_at
        from groups g
        join app.regions r on r.code = g.seat
        {Last}
        where g.status = any({Standing}) and {Watches(asker, office)}
        """);

    private static SqlPart Watches(Asker asker, Guid? office) => SqlPart.Of(
        $"""
        exists (
            select from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and ({office}::uuid is null or m.scope = {office}) and (g.seat = m.region or g.seat like m.region || '.%'))
        """);

    private static IReadOnlyList<AssessmentMade> Read(IEnumerable<string> rows) =>
        [.. rows.Select(row => JsonSerializer.Deserialize(row, EventJson.Default.AssessmentMade)!)];

    private sealed record KnownRubric(Guid OfficeId, int Number, string Terms);

    private sealed record PublicRow(Guid GroupId, string Name, string Slug, string Seat, string Place, string TimeZone, string Made);
}
