using Kim.Market.Domain;
using Kim.Market.Domain.Harvests;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Erasures;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>
/// Moves lines on in which somebody is silent, ends harvests of which nobody says anything, and forgets people who stood in a line that
/// has been over for a month and who bought nothing.
/// </summary>
/// <remarks>Runs on every node; a harvest's own version lets only one of them move it.</remarks>
public sealed class HarvestTimers(NpgsqlDataSource db, HarvestDesk desk, BuyerErasures erasures, TimeProvider clock, ILogger<HarvestTimers> log)
    : Sweep(TimeSpan.FromSeconds(30), clock, log)
{
    /// <summary>So long names and numbers of those who bought nothing stay after the end.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    private const int AtOnce = 50;
    private DateTimeOffset _forgot = DateTimeOffset.MinValue;

    /// <summary>Moves what is due now; says how many.</summary>
    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
        var due = await db.RowsAsync<Guid>($"select harvest_id from harvests where due_at <= {now} order by due_at limit {AtOnce}", ct);
        var moved = 0;
        foreach (var harvest in due)
        {
            await TryAsync(
                harvest, async () => moved += await desk.TellAsync(new Id<Harvest>(harvest), (known, at) => known.PassTime(at), new Metadata(), ct) is null ? 1 : 0);
        }

        if (now - _forgot > TimeSpan.FromHours(1))
        {
            moved += await ForgetAsync(ct);
            _forgot = now;
        }

        return moved;
    }

    /// <summary>Forgets whom nothing binds any more; says how many.</summary>
    public async Task<int> ForgetAsync(CancellationToken ct)
    {
        var people = await db.RowsAsync<Guid>(
            $"""
            select q.buyer_id
            from harvests h
            join app.queue_places q on q.harvest_id = h.harvest_id
            join vault.keys k on k.subject = q.buyer_id
            where h.status in ({(short)HarvestStatus.Closed}, {(short)HarvestStatus.Failed}) and h.offered = 0 and h.touched_at < {Clock.GetUtcNow() - Memory}
              and not exists (select from orders o where o.buyer_id = q.buyer_id)
            limit {AtOnce}
            """, ct);
        foreach (var buyer in people)
        {
            await erasures.AskAsync(new Id<Buyer>(buyer), Asker.Visitor, ct);
        }

        return people.Count;
    }
}
