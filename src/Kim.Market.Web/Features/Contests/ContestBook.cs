using System.Text.Json;
using Kim.Market.Domain;
using Kim.Market.Domain.Contests;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Events;
using Kim.Market.Web.Features.Coachings;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Contests;

/// <summary>How a KIM in a contest is called.</summary>
public sealed record ContestantName(Guid GroupId, string Name, string Slug, string Place);

/// <summary>A contest with whose it is and who is in it.</summary>
/// <param name="Office">What the region of the office is called.</param>
public sealed record KnownContest(
    Guid ContestId, string Region, string Office, short Status, string Terms, string Entries, string? Places, DateTime? DecidedAt, string? Reason, string? Names)
{
    public ContestTerms Says { get; } = JsonSerializer.Deserialize(Terms, EventJson.Default.ContestTerms)!;

    public IReadOnlyList<EnteredRow> Entered { get; } = JsonSerializer.Deserialize(Entries, ContestJson.Default.EnteredRowArray)!;

    /// <summary>Best first; empty before it is decided.</summary>
    public IReadOnlyList<ContestPlace> Table { get; } = Places is null ? [] : JsonSerializer.Deserialize(Places, EventJson.Default.ContestPlaceArray)!;

    public IReadOnlyDictionary<Guid, ContestantName> Who { get; } = Lists.Read<ContestantName>(Names).ToDictionary(name => name.GroupId);

    public ContestStatus State => (ContestStatus)Status;

    public Zone Zone => ContestDesk.ZoneOf(RegionCode.Parse(Region));

    public bool IsAhead(DateTimeOffset now) => State == ContestStatus.Announced && Says.OpensOn > Today(now);

    public bool IsTaking(DateTimeOffset now) => State == ContestStatus.Announced && !IsAhead(now) && Says.ClosesOn >= Today(now);

    /// <summary>Entries are in, and nobody has won yet.</summary>
    public bool IsJudged(DateTimeOffset now) => State == ContestStatus.Announced && Says.ClosesOn < Today(now);

    /// <summary>What was entered can be read by everybody.</summary>
    public bool ShowsEntries(DateTimeOffset now) => State == ContestStatus.Decided || IsJudged(now);

    public EnteredRow? EntryOf(Guid kim) => Entered.FirstOrDefault(entry => entry.Group == kim);

    public ContestKey Key => new(Says.ClosesOn, ContestId);

    private DateOnly Today(DateTimeOffset now) => DateFormat.DayIn(now, Zone);
}

/// <summary>Where a page of them ended.</summary>
public sealed record ContestKey(DateOnly Day, Guid Id)
{
    private static readonly ContestKey Top = new(DateOnly.MaxValue, Guid.Empty);

    /// <summary>The top for a text that is no key.</summary>
    public static ContestKey Read(string? text) => Cursor.TryRead(text, out DateTime at, out var id) ? new(DateOnly.FromDateTime(at), id) : Top;

    public string Text => Cursor.Of(Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), Id);
}

/// <summary>A contest that a KIM won.</summary>
public sealed record WonContest(Guid ContestId, string Title, int Place, DateTime DecidedAt);

/// <summary>Reads contests: for everybody, and for those they concern, where every statement draws the line itself.</summary>
public sealed class ContestBook(NpgsqlDataSource db)
{
    public const int PageSize = 20;

    private const int MostWins = 3;

    /// <summary>Those of an office's region and of all within it, the latest first.</summary>
    public Task<Slice<KnownContest>> OfOfficeAsync(Asker asker, Guid office, ContestKey after, CancellationToken ct) => PageAsync(
        SqlPart.Of(
            $"""
            exists (
                select from memberships m
                where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.scope = {office} and (c.region = m.region or c.region like m.region || '.%'))
            """), after, ct);

    /// <summary>Those that a KIM of the asker can enter, or could, the latest first.</summary>
    public Task<Slice<KnownContest>> OfKimAsync(Asker asker, Guid kim, ContestKey after, CancellationToken ct) => PageAsync(
        SqlPart.Of(
            $"""
            exists (
                select from memberships m join groups g on g.group_id = m.scope
                where m.member_id = {asker.Scope} and m.desk = {Desk.Group} and m.scope = {kim} and (g.seat = c.region or g.seat like c.region || '.%'))
            """), after, ct);

    /// <summary>All, the latest first.</summary>
    public Task<Slice<KnownContest>> PublishedAsync(ContestKey after, CancellationToken ct) => PageAsync(SqlPart.Of($"true"), after, ct);

    /// <summary>Null when there is none, or the asker's offices do not answer for it.</summary>
    public Task<KnownContest?> FindOfOfficeAsync(Asker asker, Guid id, CancellationToken ct) =>
        db.RowAsync<KnownContest>($"{All} where c.contest_id = {id} and {CoachingBook.Watches(asker)}", ct);

    /// <summary>Whether the asker may change it.</summary>
    public async Task<bool> MayWriteAsync(Asker asker, Guid id, CancellationToken ct) => await db.RowsAsync<Guid>(
        $"select c.contest_id from contests c where c.contest_id = {id} and {CoachingBook.Watches(asker, nameof(OfficeRole.Officer))}", ct) is [_];

    public Task<KnownContest?> FindAsync(Guid id, CancellationToken ct) => db.RowAsync<KnownContest>($"{All} where c.contest_id = {id}", ct);

    /// <summary>What a KIM won, the latest first.</summary>
    internal static Sql WonBy(string slug) =>
        $"""
        select c.contest_id, c.title, (p.value ->> 'Place')::int as place, c.decided_at
        from groups g
        join contests c on c.winners @> array[g.group_id]
        cross join jsonb_array_elements(c.places) p
        where g.slug = {slug} and p.value ->> 'Group' = g.group_id::text
        order by c.decided_at desc limit {MostWins}
        """;

    private async Task<Slice<KnownContest>> PageAsync(SqlPart which, ContestKey after, CancellationToken ct) => Slice<KnownContest>.Of(
        await db.RowsAsync<KnownContest>(
            $"""
            {All}
            where {which} and (c.closes_on, c.contest_id) < ({after.Day}, {after.Id})
            order by c.closes_on desc, c.contest_id desc limit {PageSize + 1}
            """, ct), PageSize);

    private static SqlPart All => SqlPart.Of(
        $"""
        select c.contest_id, c.region, coalesce(o.name, c.region) as office, c.status, c.terms::text as terms, c.entries::text as entries, c.places::text as places, c.decided_at,
               c.reason, {Lists.Of($"select g.group_id, g.name, g.slug, coalesce(r.place, g.seat) as place from groups g left join app.regions r on r.code = g.seat where g.group_id = any(c.groups)")} as names
        from contests c left join app.regions o on o.code = c.region
        """);
}
