using System.Security.Cryptography;
using Kim.Market.Domain;
using Kim.Market.Domain.Coachings;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>Somebody's own attendance of a coaching, with what a certificate of it says.</summary>
/// <param name="For">The KIM or the business for which they came.</param>
/// <param name="Code">Null while there is no certificate.</param>
/// <param name="Rated">Whether they said what they think of it.</param>
/// <param name="Words">Under which id the vault keeps their sentence; null where they wrote none.</param>
public sealed record OwnAttendance(
    Guid AttendanceId, Guid CoachingId, string Plan, string Office, string Place, string For, string? Code, DateTime? CertifiedAt, short Status, bool Struck, string Corrections,
    bool Rated, Guid? Words)
{
    public CoachingPlan Terms { get; } = KnownCoaching.Read(Plan);

    /// <summary>Why it does not count any more; null while it does.</summary>
    public string? Revoked => Struck ? AttendanceRows.Read(Corrections).LastOrDefault(turn => turn.What == AttendanceTurn.Struck)?.Reason ?? "" : null;

    /// <summary>Whether a certificate can be had.</summary>
    public bool IsEarned => (CoachingStatus)Status == CoachingStatus.Held && !Struck;

    /// <summary>Whether they are asked what they think of it.</summary>
    public bool IsAsked(DateTimeOffset now) => !Rated && !Struck && (CoachingStatus)Status != CoachingStatus.Cancelled
        && AttendanceRating.IsTaken(Terms, DateFormat.DayIn(now, CoachingWords.ZoneOf(Terms.Village)));

    /// <summary>Enough of a fingerprint of what it says to compare two papers by eye.</summary>
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{AttendanceId:N} {Plan} {For}")))[..8];
}

/// <summary>Reads and issues certificates. The name on one lies in the vault under a key of its own, and goes when its owner wishes.</summary>
public sealed class CoachingCertificates(NpgsqlDataSource db, Marketplace marketplace, Vault vault, TimeProvider clock)
{
    private const string Field = "name";
    private const int Most = 100;

    /// <summary>Takes the names off all certificates of a member, and their sentences away, for whoever ends their account.</summary>
    public static IEnumerable<Sql> Forget(Guid member) => Vault.Forget(SqlPart.Of(
        $"select unnest(array_remove(array[attendance_id, words], null)) from attendances where member_id = {member}"));

    /// <summary>Where the asker was, the latest first.</summary>
    public Task<List<OwnAttendance>> OfAsync(Asker asker, CancellationToken ct) =>
        db.RowsAsync<OwnAttendance>($"{All} where a.member_id = {asker.Scope} order by a.at desc, a.attendance_id limit {Most}", ct);

    /// <summary>Null when it is not the asker's own.</summary>
    public Task<OwnAttendance?> FindAsync(Asker asker, Guid attendance, CancellationToken ct) =>
        db.RowAsync<OwnAttendance>($"{All} where a.member_id = {asker.Scope} and a.attendance_id = {attendance}", ct);

    /// <summary>Null when no certificate bears this code.</summary>
    public Task<OwnAttendance?> FindAsync(PaperCode code, CancellationToken ct) => db.RowAsync<OwnAttendance>($"{All} where a.code = {code.Value}", ct);

    /// <summary>The name that its owner typed; null before, and once it was taken off.</summary>
    public async Task<string?> NameOfAsync(Guid attendance, CancellationToken ct) =>
        (await vault.OpenAsync([attendance], ct))[attendance].Where(entry => entry.Field == Field).Select(entry => entry.Value).FirstOrDefault();

    /// <summary>A second press is the same certificate; another spelling is written onto it.</summary>
    public async Task<Refusal?> IssueAsync(OwnAttendance own, string name, Asker asker, CancellationToken ct)
    {
        if (name.Trim() is not { Length: > 0 and <= Limits.BuyerName } tidy)
        {
            return AttendanceRefusals.NameLength;
        }

        var keep = Vault.Keep(own.AttendanceId, (Field, tidy)).ToList();
        if (own.Code is null)
        {
            var coaching = (await marketplace.LoadAsync<Coaching, CoachingEvent>(new Id<Coaching>(own.CoachingId), ct)).State!;
            return await marketplace.TellAsync(
                new Id<Attendance>(own.AttendanceId), (Attendance known) => known.Certify(coaching, clock.GetUtcNow()), asker.By(), ct, () => keep);
        }

        if (!own.IsEarned)
        {
            return AttendanceRefusals.Struck;
        }

        foreach (var statement in keep)
        {
            await db.ExecuteAsync(statement, ct);
        }

        return null;
    }

    /// <summary>The certificate stays, without a name.</summary>
    public async Task ForgetAsync(OwnAttendance own, CancellationToken ct)
    {
        foreach (var statement in Vault.Forget(SqlPart.Of($"select {own.AttendanceId}::uuid")))
        {
            await db.ExecuteAsync(statement, ct);
        }
    }

    private static SqlPart All => SqlPart.Of(
        $"""
        select a.attendance_id, a.coaching_id, c.plan::text as plan, coalesce(o.name, c.region) as office, coalesce(r.full_place, c.village) as place,
               coalesce(b.name, g.name) as "for", a.code, a.certified_at, c.status, a.struck, a.corrections::text as corrections,
               a.clear is not null as rated, a.words
        from attendances a
        join coachings c on c.coaching_id = a.coaching_id
        join groups g on g.group_id = a.group_id
        left join businesses b on b.business_id = a.business_id
        left join app.regions r on r.code = c.village
        left join app.regions o on o.code = c.region
        """);
}
