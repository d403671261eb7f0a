using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Demo;

/// <summary>
/// Feels the pulse of every KIM twice a month of the demo's two years, as the watch behind the market does every few minutes. What it
/// rests on is read from the market as it stands at that moment of the story.
/// </summary>
internal sealed class DemoPulses(DemoCalendar calendar, NpgsqlDataSource db, Marketplace marketplace)
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(15);

    public void Plan(DemoAgenda agenda)
    {
        for (var moment = calendar.Opening.Add(Every); moment < calendar.Eve; moment += Every)
        {
            Feel(agenda, moment);
        }

        Feel(agenda, calendar.Eve);
    }

    private void Feel(DemoAgenda agenda, DateTimeOffset moment) => agenda.At(moment, async ct =>
    {
        foreach (var kim in await db.RowsAsync<Felt>(
            $"""
            select g.group_id, g.pulse, greatest(
                g.changed_at,
                (select max(p.published_at) from products p join businesses b on b.business_id = p.business_id where b.group_id = g.group_id),
                (select max(o.touched_at) from orders o join businesses b on b.business_id = o.business_id
                 where b.group_id = g.group_id and o.status = {(short)OrderStatus.Completed}),
                (select max(s.written_at) from stories s where s.group_id = g.group_id)) as last_act
            from groups g
            where g.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})
            order by g.group_id
            """, ct))
        {
            DateTimeOffset last = kim.LastAct;
            var pulse = GroupRules.Usual.PulseOf(last, moment);
            if (kim.Pulse != (short)pulse)
            {
                await marketplace.TellAsync(new Id<Group>(kim.GroupId), (Group group) => group.Feel(pulse, last, moment), new Metadata(At: moment), ct);
            }
        }
    });

    private sealed record Felt(Guid GroupId, short? Pulse, DateTime LastAct);
}
