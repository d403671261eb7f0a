using Kim.Market.Domain.Enquiries;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>Takes to the office what nobody answered in time, ends what is quiet, and forgets who asked some months after the end.</summary>
/// <remarks>Runs on every node; an enquiry's own version lets only one of them move it.</remarks>
public sealed class EnquiryTimers(NpgsqlDataSource db, EnquiryDesk desk, TimeProvider clock, ILogger<EnquiryTimers> log)
    : Sweep(TimeSpan.FromMinutes(1), clock, log)
{
    /// <summary>So long name, number and words stay after the end.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    private const int AtOnce = 50;

    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
        var moved = 0;
        foreach (var enquiry in await db.RowsAsync<Guid>($"select enquiry_id from enquiries where moves_at <= {now} order by moves_at limit {AtOnce}", ct))
        {
            await TryAsync(enquiry, async () => moved += await desk.TellAsync(enquiry, (known, days, at) => known.PassTime(days, at), new Metadata(), ct) is null ? 1 : 0);
        }

        var over = await db.RowsAsync<Over>(
            $"""
            select enquiry_id, buyer_id from enquiries
            where status in ({(short)EnquiryStatus.SetAside}, {(short)EnquiryStatus.Closed}) and touched_at < {now - Memory}
            order by touched_at limit {AtOnce}
            """, ct);
        foreach (var (enquiry, buyer) in over)
        {
            await TryAsync(enquiry, async () => moved += await desk.ForgetAsync(enquiry, buyer, Asker.Visitor, ct) is null ? 1 : 0);
        }

        return moved;
    }

    private sealed record Over(Guid EnquiryId, Guid BuyerId);
}
