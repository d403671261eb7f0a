using Kim.Market.Domain.Certificates;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Certificates;

/// <summary>Writes <c>certificate_counts</c>, whose check keeps a business within <see cref="Domain.Limits.Certificates"/>.</summary>
public sealed class CertificateCounts : IProjection
{
    public string Name => "certificate_counts";

    public string Ddl { get; } = Ddls.Of<CertificateCounts>();

    public IReadOnlyList<string> Tables { get; } = ["certificate_counts", "certificate_holders"];

    public IReadOnlyCollection<Type> Handles { get; } = [typeof(CertificateStated), typeof(CertificateRevoked), typeof(CertificateWithdrawn)];

    public void Project(Recorded recorded, NpgsqlBatch batch)
    {
        if (recorded.Data is CertificateStated stated)
        {
            batch.Add($"insert into certificate_holders (certificate_id, business_id) values ({recorded.Stream}, {stated.Business.Value})");
            batch.Add(
                $"""
                insert into certificate_counts as c (business_id, held) values ({stated.Business.Value}, 1)
                on conflict (business_id) do update set held = c.held + 1
                """);
        }
        else
        {
            batch.Add(
                $"""
                with gone as (delete from certificate_holders where certificate_id = {recorded.Stream} returning business_id)
                update certificate_counts c set held = c.held - 1 from gone where c.business_id = gone.business_id
                """);
        }
    }
}
