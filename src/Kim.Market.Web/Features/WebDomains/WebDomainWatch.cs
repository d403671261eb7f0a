using Kim.Market.Domain;
using Kim.Market.Domain.WebDomains;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.WebDomains;

/// <summary>Looks again for the proofs of names: hourly for those that wait for one or miss it, daily for the others.</summary>
/// <remarks>Runs on every node; whoever takes a name moves its next look on first, so that no other node takes it.</remarks>
public sealed class WebDomainWatch(NpgsqlDataSource db, WebDomainDesk desk, TimeProvider clock, ILogger<WebDomainWatch> log)
    : Sweep(TimeSpan.FromSeconds(30), clock, log)
{
    private const int AtOnce = 10;

    private static readonly TimeSpan IfItFails = TimeSpan.FromMinutes(20);

    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
        var looked = 0;
        foreach (var domain in await db.RowsAsync<Guid>(
            $"""
            update app.domain_checks set next_at = {now + IfItFails}
            where domain_id in (
                select domain_id from app.domain_checks where next_at <= {now} order by next_at limit {AtOnce} for update skip locked)
            returning domain_id
            """, ct))
        {
            await TryAsync(domain, async () => looked += await LookAsync(new(domain), ct));
        }

        return looked;
    }

    private async Task<int> LookAsync(Id<WebDomain> domain, CancellationToken ct)
    {
        if (await desk.LookAsync(domain, new Metadata(), ct) == WebDomainRefusals.IsOver)
        {
            await db.ExecuteAsync($"delete from app.domain_checks where domain_id = {domain.Value}", ct);
            return 0;
        }

        return 1;
    }
}
