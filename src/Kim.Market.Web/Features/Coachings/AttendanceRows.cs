using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Domain.Coachings;
using Kim.Market.EventSourcing;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>What was said of an attendance after the day. The numbers are kept in the row.</summary>
public enum AttendanceTurn { AddedLate, Struck, CountedAgain, Recounted }

/// <summary>Something that was put right afterwards, and why.</summary>
/// <param name="At">When.</param>
public sealed record AttendanceCorrection(AttendanceTurn What, string Reason, DateTimeOffset At);

/// <summary>An attendance as it is kept in its row.</summary>
public sealed record AttendanceRow(AttendanceRecorded Recorded)
{
    public long Version { get; init; }

    public int People { get; init; } = Recorded.People;

    public int? Women { get; init; } = Recorded.Women;

    public int? Men { get; init; } = Recorded.Men;

    public bool IsStruck { get; init; }

    public AttendanceCertified? Certificate { get; init; }

    /// <summary>What they think of it; null while they have not said.</summary>
    public AttendanceRated? Rating { get; init; }

    public IReadOnlyList<AttendanceCorrection> Corrections { get; init; } = [];
}

/// <summary>Writes <c>attendances</c>.</summary>
public sealed class AttendanceRows : StreamView<AttendanceRow>
{
    public override string Name => "attendances";

    public override string Kind => StreamKind<Attendance>.Name;

    public override string Ddl { get; } = Ddls.Of<AttendanceRows>();

    protected override Columns<AttendanceRow> Columns { get; } = new()
    {
        { "attendance_id", NpgsqlDbType.Uuid, row => row.Recorded.Attendance.Value },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "coaching_id", NpgsqlDbType.Uuid, row => row.Recorded.Coaching.Value },
        { "group_id", NpgsqlDbType.Uuid, row => row.Recorded.Group.Value },
        { "business_id", NpgsqlDbType.Uuid, row => row.Recorded.Business?.Value },
        { "member_id", NpgsqlDbType.Uuid, row => row.Recorded.Member?.Value },
        { "people", NpgsqlDbType.Integer, row => row.People },
        { "women", NpgsqlDbType.Integer, row => row.Women },
        { "men", NpgsqlDbType.Integer, row => row.Men },
        { "struck", NpgsqlDbType.Boolean, row => row.IsStruck },
        { "at", NpgsqlDbType.TimestampTz, row => row.Recorded.At },
        { "code", NpgsqlDbType.Text, row => row.Certificate?.Code },
        { "certified_at", NpgsqlDbType.TimestampTz, row => row.Certificate?.At },
        { "clear", NpgsqlDbType.Integer, row => row.Rating?.Clear },
        { "useful", NpgsqlDbType.Integer, row => row.Rating?.Useful },
        { "usable", NpgsqlDbType.Integer, row => row.Rating?.Usable },
        { "words", NpgsqlDbType.Uuid, row => row.Rating?.Words },
        { "corrections", NpgsqlDbType.Jsonb, row => Json.Of([.. row.Corrections], AttendanceJson.Default.AttendanceCorrectionArray).Utf8 },
    };

    protected override AttendanceRow? Evolve(AttendanceRow? row, Recorded recorded) => Change(row, recorded) is { } changed
        ? changed with { Version = recorded.Version }
        : null;

    internal static AttendanceCorrection[] Read(string corrections) => JsonSerializer.Deserialize(corrections, AttendanceJson.Default.AttendanceCorrectionArray)!;

    private static AttendanceRow? Change(AttendanceRow? row, Recorded recorded) => recorded.Data switch
    {
        AttendanceRecorded { Reason: "" } e => new(e),
        AttendanceRecorded e => Corrected(new(e), AttendanceTurn.AddedLate, e.Reason, recorded.Timestamp),
        AttendanceCertified e => row! with { Certificate = e },
        AttendanceRated e => row! with { Rating = e },
        AttendanceRecounted e => Corrected(row! with { People = e.People, Women = e.Women, Men = e.Men }, AttendanceTurn.Recounted, e.Reason, e.At),
        AttendanceStruck e => Corrected(row! with { IsStruck = true }, AttendanceTurn.Struck, e.Reason, e.At),
        AttendanceCountedAgain e => Corrected(row! with { IsStruck = false }, AttendanceTurn.CountedAgain, e.Reason, e.At),
        _ => row,
    };

    private static AttendanceRow Corrected(AttendanceRow row, AttendanceTurn what, string reason, DateTimeOffset at) =>
        row with { Corrections = [.. row.Corrections, new AttendanceCorrection(what, reason, at.ToUniversalTime())] };
}

/// <summary>How what was put right is kept in its column.</summary>
[JsonSerializable(typeof(AttendanceCorrection[]))]
internal sealed partial class AttendanceJson : JsonSerializerContext;
