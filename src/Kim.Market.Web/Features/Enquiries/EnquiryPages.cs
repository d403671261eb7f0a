using Kim.Market.Domain;
using Kim.Market.Domain.Enquiries;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>How many of the enquiries whose time is over were answered within it.</summary>
/// <param name="Due">Answered, or over their third working day. What was set aside, or taken back before, is not among them.</param>
/// <param name="Next">When the next that waits is over its time; null while none does.</param>
public sealed record AnswerShare(int Due, int InTime, DateTime? Next);

/// <summary>An enquiry as everybody sees it: that it was asked, and when it was answered.</summary>
public sealed record PublicEnquiry(
    Guid EnquiryId, short Kind, string Village, string Place, string TimeZone, DateTime MadeAt, DateTime FirstDue, DateTime? AnsweredAt, short Status, short? SetAside,
    string? ShownQuestion, string? ShownAnswer)
{
    public EnquiryKind What => (EnquiryKind)Kind;

    public Zone Zone => Zone.Of(TimeZone);

    public bool IsInTime => AnsweredAt <= FirstDue;
}

/// <summary>Reads what everybody may know of enquiries.</summary>
public sealed class EnquiryPages(NpgsqlDataSource db, TimeProvider clock)
{
    public const int PageSize = 30;

    private static readonly EnquiryKey Newest = new(new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Guid.Empty);

    /// <summary>The statement for the share of a place, for a page that reads it beside its own lists.</summary>
    public static Sql ShareOf(RegionCode place, DateTimeOffset now) => ShareOf(In(place), now);

    /// <summary>The same of a KIM, by its address.</summary>
    public static Sql ShareOf(string slug, DateTimeOffset now) => ShareOf(By(slug), now);

    public Task<(AnswerShare Share, List<PublicEnquiry> Rows)> OfAsync(RegionCode place, EnquiryKey? after, CancellationToken ct) => OfAsync(In(place), after, ct);

    public Task<(AnswerShare Share, List<PublicEnquiry> Rows)> OfAsync(string slug, EnquiryKey? after, CancellationToken ct) => OfAsync(By(slug), after, ct);

    private async Task<(AnswerShare Share, List<PublicEnquiry> Rows)> OfAsync(SqlPart whose, EnquiryKey? after, CancellationToken ct)
    {
        var from = after ?? Newest;
        Sql rows =
            $"""
            select e.enquiry_id, e.kind, e.village, r.place, r.time_zone, e.made_at, e.first_due, e.answered_at, e.status, e.set_aside, e.shown_question, e.shown_answer
            from enquiries e join app.regions r on r.code = e.village
            where {whose} and (e.made_at, e.enquiry_id) < ({from.At}, {from.EnquiryId})
            order by e.made_at desc, e.enquiry_id desc
            limit {PageSize + 1}
            """;
        var found = (await db.RowAsync<PageLists>($"select {Lists.Of(ShareOf(whose, clock.GetUtcNow()))} as share, {Lists.Of(rows)} as rows", ct))!;
        return (Lists.Read<AnswerShare>(found.Share)[0], Lists.Read<PublicEnquiry>(found.Rows));
    }

    private static Sql ShareOf(SqlPart whose, DateTimeOffset now) =>
        $"""
        select (count(*) filter (
                   where e.set_aside is null and (e.answered_at is not null or (e.first_due <= {now}
                     and not (e.status in ({(short)EnquiryStatus.Closed}, {(short)EnquiryStatus.Forgotten}) and e.touched_at < e.first_due)))))::int as due,
               (count(*) filter (where e.set_aside is null and e.answered_at <= e.first_due))::int as in_time,
               min(e.first_due) filter (where e.status = {(short)EnquiryStatus.Waiting} and e.answered_at is null and e.first_due > {now}) as next
        from enquiries e
        where {whose}
        """;

    private static SqlPart In(RegionCode place) => SqlPart.Of($"e.village ~>=~ {place.Value} and e.village ~<~ {place.Value + '/'}");

    private static SqlPart By(string slug) => SqlPart.Of($"e.group_id = (select group_id from groups where slug = {slug})");

    private sealed record PageLists(string? Share, string? Rows);
}
