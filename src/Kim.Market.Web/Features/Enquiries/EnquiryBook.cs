using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>An enquiry before those who answer it, and before whoever asked it.</summary>
/// <param name="About">The potential or the goods that it is about; null for the village as a whole.</param>
/// <param name="AboutPath">Where that is read.</param>
public sealed record DeskEnquiry(
    Guid EnquiryId, Guid BuyerId, short Kind, string Village, string Place, string TimeZone, short Status, bool AtOffice, bool AtVillage, bool MayShow,
    DateTime MadeAt, DateTime DueAt, DateTime? AnsweredAt, short? SetAside, string? ShownQuestion, string? ShownAnswer, DateTime? ShownAt,
    string? About, string? AboutPath, Guid? GroupId, string? Group, string? GroupSlug)
{
    public EnquiryKind What => (EnquiryKind)Kind;

    public EnquiryStatus State => (EnquiryStatus)Status;

    public Zone Zone => Zone.Of(TimeZone);

    /// <summary>The last day on which an answer is in time.</summary>
    public DateOnly DueDay => DateFormat.DayIn(new DateTimeOffset(DueAt).AddSeconds(-1), Zone);

    public bool IsLate(DateTimeOffset now) => State == EnquiryStatus.Waiting && now >= DueAt;
}

/// <summary>An enquiry of which a browser holds the key.</summary>
public sealed record KnownEnquiry(byte[] Hash, string Place, short Kind, short Status);

/// <summary>Where a page of enquiries ended; the next one starts behind it.</summary>
public sealed record EnquiryKey(DateTime At, Guid EnquiryId)
{
    /// <summary>Null for a text that is no key: the list then begins at its top.</summary>
    public static EnquiryKey? Read(string? text) => Cursor.TryRead(text, out DateTime at, out var id) ? new(at, id) : null;
}

/// <summary>Reads enquiries for those who hold their key, for their KIM and for the office; every statement draws its own line.</summary>
public sealed class EnquiryBook(NpgsqlDataSource db)
{
    public const int PageSize = 20;

    private static readonly EnquiryKey Newest = new(new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Guid.Empty);
    private static readonly EnquiryKey Oldest = new(DateTime.UnixEpoch, Guid.Empty);

    /// <summary>The enquiry whose key this is; null for a key that was never given out.</summary>
    public async Task<DeskEnquiry?> OpenAsync(string key, CancellationToken ct) => OrderTokens.HashOf(key) is { } hash
        ? await db.RowAsync<DeskEnquiry>($"{All} where e.enquiry_id = (select enquiry_id from app.enquiry_keys where hash = {hash})", ct)
        : null;

    /// <summary>The enquiries behind several keys; keys that open none are passed over.</summary>
    public async Task<IReadOnlyList<KnownEnquiry>> KnownAsync(IEnumerable<string> keys, CancellationToken ct)
    {
        var hashes = keys.Select(OrderTokens.HashOf).OfType<byte[]>().Take(OrderKeys.Most).ToArray();
        return hashes.Length == 0 ? [] : await db.RowsAsync<KnownEnquiry>(
            $"""
            select k.hash, r.place, e.kind, e.status
            from app.enquiry_keys k join enquiries e on e.enquiry_id = k.enquiry_id join app.regions r on r.code = e.village
            where k.hash = any({hashes})
            order by e.made_at desc
            """, ct);
    }

    /// <summary>What waits for an answer, the soonest due on top; or what does not, the newest on top.</summary>
    public Task<List<DeskEnquiry>> OfKimAsync(Asker asker, Guid kim, bool waiting, EnquiryKey? after, CancellationToken ct) =>
        PageAsync(SqlPart.Of($"e.group_id = {kim} and {Answers(asker)}"), waiting, after, ct);

    public Task<List<DeskEnquiry>> OfOfficeAsync(Asker asker, bool waiting, EnquiryKey? after, CancellationToken ct) =>
        PageAsync(SqlPart.Of($"{Watches(asker)}"), waiting, after, ct);

    /// <summary>Null when it is none of a KIM where the asker answers.</summary>
    public async Task<DeskEnquiry?> FindOfKimAsync(Asker asker, Guid enquiry, CancellationToken ct) =>
        await db.RowAsync<DeskEnquiry>($"{All} where e.enquiry_id = {enquiry} and {Answers(asker)}", ct);

    /// <summary>Null when it is none of the asker's region, or has not reached the office.</summary>
    public async Task<DeskEnquiry?> FindOfOfficeAsync(Asker asker, Guid enquiry, CancellationToken ct) =>
        await db.RowAsync<DeskEnquiry>($"{All} where e.enquiry_id = {enquiry} and {Watches(asker)}", ct);

    public async Task<int> WaitingOfKimAsync(Asker asker, Guid kim, CancellationToken ct) => (await db.RowsAsync<int>(
        $"""
        select count(*)::int from enquiries e
        where e.status = {(short)EnquiryStatus.Waiting} and e.group_id = {kim} and {Answers(asker)}
        """, ct))[0];
    /// <summary>The office in whose name the asker answers it; null where that is none.</summary>
    public async Task<Guid?> OfficeOfAsync(Asker asker, Guid enquiry, CancellationToken ct) => await db.RowsAsync<Guid>(
        $"""
        select m.scope
        from enquiries e
        join memberships m on e.village || '.' like m.region || '.%'
        where e.enquiry_id = {enquiry} and e.at_office and m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.role = {nameof(OfficeRole.Officer)}
        order by length(m.region) desc
        limit 1
        """, ct) is [var office, ..] ? office : null;

    private Task<List<DeskEnquiry>> PageAsync(SqlPart whose, bool waiting, EnquiryKey? after, CancellationToken ct)
    {
        var from = after ?? (waiting ? Oldest : Newest);
        return db.RowsAsync<DeskEnquiry>(
            waiting
                ? $"""
                  {All} where e.status = {(short)EnquiryStatus.Waiting} and {whose} and (e.due_at, e.enquiry_id) > ({from.At}, {from.EnquiryId})
                  order by e.due_at, e.enquiry_id limit {PageSize + 1}
                  """
                : (Sql)$"""
                  {All} where e.status <> {(short)EnquiryStatus.Waiting} and {whose} and (e.made_at, e.enquiry_id) < ({from.At}, {from.EnquiryId})
                  order by e.made_at desc, e.enquiry_id desc limit {PageSize + 1}
                  """, ct);
    }

    private static SqlPart All => SqlPart.Of(
        $"""
        select e.enquiry_id, e.buyer_id, e.kind, e.village, r.full_place as place, r.time_zone, e.status, e.at_office, e.at_village, e.may_show,
               e.made_at, e.due_at, e.answered_at, e.set_aside, e.shown_question, e.shown_answer, e.shown_at,
               coalesce(v.title, p.name) as about, coalesce('/potensi/' || v.slug, '/p/' || p.slug) as about_path,
               e.group_id, g.name as "group", g.slug as group_slug
        from enquiries e
        join app.regions r on r.code = e.village
        left join groups g on g.group_id = e.group_id
        left join potentials v on v.potential_id = e.potential_id
        left join products p on p.product_id = e.product_id
        """);

    private static SqlPart Answers(Asker asker) => SqlPart.Of(
        $"""
        exists (
            select from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Group} and m.scope = e.group_id
              and m.role in ({nameof(GroupRole.Chair)}, {nameof(GroupRole.Curator)}, {nameof(GroupRole.Writer)}))
        """);

    private static SqlPart Watches(Asker asker) => SqlPart.Of(
        $"""
        e.at_office and exists (
            select from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and e.village || '.' like m.region || '.%')
        """);
}
