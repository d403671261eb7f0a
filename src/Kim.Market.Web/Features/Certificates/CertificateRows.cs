using Kim.Market.Domain.Certificates;
using Kim.Market.EventSourcing;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Certificates;

/// <summary>A certificate as its business, its office and its badge show it.</summary>
public sealed record CertificateRow(
    Guid CertificateId, Guid BusinessId, CertificateKind Kind, string Number, string Issuer, DateOnly? ValidUntil, Guid[] Products,
    DateTimeOffset StatedAt)
{
    public long Version { get; init; }

    public CertificateStatus Status { get; init; }

    /// <summary>Why it was refused or revoked.</summary>
    public string? Note { get; init; }

    public Guid? Paper { get; init; }

    public Guid? Office { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public long? DecidedVersion { get; init; }
}

/// <summary>Writes <c>certificates</c>.</summary>
public sealed class CertificateRows : StreamView<CertificateRow>
{
    public override string Name => "certificates";

    public override string Kind => StreamKind<Certificate>.Name;

    public override string Ddl { get; } = Ddls.Of<CertificateRows>();

    protected override Columns<CertificateRow> Columns { get; } = new()
    {
        { "certificate_id", NpgsqlDbType.Uuid, row => row.CertificateId },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "business_id", NpgsqlDbType.Uuid, row => row.BusinessId },
        { "kind", NpgsqlDbType.Smallint, row => (short)row.Kind },
        { "number", NpgsqlDbType.Text, row => row.Number },
        { "issuer", NpgsqlDbType.Text, row => row.Issuer },
        { "valid_until", NpgsqlDbType.Date, row => row.ValidUntil },
        { "products", NpgsqlDbType.Array | NpgsqlDbType.Uuid, row => row.Products },
        { "status", NpgsqlDbType.Smallint, row => (short)row.Status },
        { "note", NpgsqlDbType.Text, row => row.Note },
        { "paper", NpgsqlDbType.Uuid, row => row.Paper },
        { "office_id", NpgsqlDbType.Uuid, row => row.Office },
        { "decided_at", NpgsqlDbType.TimestampTz, row => row.DecidedAt },
        { "decided_version", NpgsqlDbType.Bigint, row => row.DecidedVersion },
        { "stated_at", NpgsqlDbType.TimestampTz, row => row.StatedAt },
    };

    protected override CertificateRow? Evolve(CertificateRow? row, Recorded recorded) => Change(row, recorded) is { } changed
        ? changed with { Version = recorded.Version }
        : null;

    private static CertificateRow? Change(CertificateRow? row, Recorded recorded) => recorded.Data switch
    {
        CertificateStated e => new(
            e.Certificate.Value, e.Business.Value, e.Kind, e.Number, e.Issuer, e.ValidUntil, [.. e.Products.Select(product => product.Value)], e.At),
        CertificatePaperKept e => row! with { Paper = e.Paper },
        CertificateVerified e => Decided(row!, CertificateStatus.Verified, e.Office.Value, null, e.At, recorded.Version),
        CertificateRefused e => Decided(row!, CertificateStatus.Refused, e.Office.Value, e.Note, e.At, recorded.Version),
        CertificateRevoked e => Decided(row!, CertificateStatus.Revoked, e.Office.Value, e.Reason, e.At, recorded.Version),
        CertificateWithdrawn => row! with { Status = CertificateStatus.Withdrawn },
        _ => row,
    };

    private static CertificateRow Decided(
        CertificateRow row, CertificateStatus status, Guid office, string? note, DateTimeOffset at, long version) =>
        row with { Status = status, Office = office, Note = note, DecidedAt = at, DecidedVersion = version };
}
