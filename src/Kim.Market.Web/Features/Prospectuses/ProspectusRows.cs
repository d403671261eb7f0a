using System.Text.Json;
using Kim.Market.Domain.Prospectuses;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Events;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Prospectuses;

/// <summary>Writes <c>prospectuses</c>.</summary>
public sealed class ProspectusRows : StreamView<ProspectusIssued>
{
    public override string Name => "prospectuses";

    public override string Kind => StreamKind<Prospectus>.Name;

    public override string Ddl { get; } = Ddls.Of<ProspectusRows>();

    protected override Columns<ProspectusIssued> Columns { get; } = new()
    {
        { "prospectus_id", NpgsqlDbType.Uuid, row => row.Prospectus.Value },
        { "version", NpgsqlDbType.Bigint, _ => 1L }, // nothing ever happens to what was issued
        { "code", NpgsqlDbType.Text, row => row.Code },
        { "village", NpgsqlDbType.Text, row => row.Village.Value },
        { "fingerprint", NpgsqlDbType.Text, row => row.Fingerprint },
        { "claims", NpgsqlDbType.Jsonb, row => Json.Of(row.Claims, EventJson.Default.ClaimArray).Utf8 },
        { "issued_at", NpgsqlDbType.TimestampTz, row => row.At },
    };

    protected override ProspectusIssued? Evolve(ProspectusIssued? row, Recorded recorded) => recorded.Data as ProspectusIssued ?? row;

    internal static Claim[] Read(string claims) => JsonSerializer.Deserialize(claims, EventJson.Default.ClaimArray)!;
}
