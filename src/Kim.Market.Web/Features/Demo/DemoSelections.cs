using Kim.Market.Domain;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Selections;
using Kim.Market.Web.Features.Selections;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Demo;

/// <summary>What the demo's office chooses now, and chose for last season: goods that were ordered most, as it says.</summary>
public sealed class DemoSelections(SelectionDesk desk, NpgsqlDataSource db)
{
    private const int Chosen = 8;

    public async Task MakeAsync(Id<Office> office, RegionCode region, DemoCalendar calendar, CancellationToken ct)
    {
        var goods = await db.RowsAsync<Guid>(
            $"""
            select p.product_id
            from shelf p join stock_levels s on s.product_id = p.product_id
            where p.is_listed and p.is_open and p.village like {region.Value + ".%"} and s.on_hand > s.reserved and p.photo is not null
            order by (select count(*) from orders o where o.business_id = p.business_id) desc, p.product_id
            limit {Chosen * 2}
            """, ct);
        var today = DateFormat.DayIn(calendar.Now, Zone.Wita);
        await ChooseAsync(
            office, new("Oleh-oleh akhir tahun", "Tahan dibawa lebih dari sehari perjalanan, dibuat sendiri di desa, dan penjualnya paling sering dipesan.", today.AddDays(-5), today.AddDays(40)),
            goods.Where((_, at) => at % 2 == 0), calendar.Now.AddDays(-6), ct);
        await ChooseAsync(
            office, new("Bekal musim kemarau", "Bahan kering yang tetap ada saat air sungai surut.", today.AddDays(-150), today.AddDays(-90)),
            goods.Where((_, at) => at % 2 == 1), calendar.Now.AddDays(-151), ct);
    }

    private async Task ChooseAsync(Id<Office> office, SelectionTerms terms, IEnumerable<Guid> goods, DateTimeOffset at, CancellationToken ct)
    {
        var id = Id<Selection>.New();
        await AgreedAsync(desk.DraftAsync(id, office, terms, Asker.Visitor, ct, at));
        foreach (var product in goods)
        {
            await AgreedAsync(desk.PickAsync(id.Value, product, "", Asker.Visitor, ct, at));
        }

        await AgreedAsync(desk.TellAsync(id.Value, (known, today, now) => known.Open(today, now), Asker.Visitor, ct, at));
    }

    private static async Task AgreedAsync(Task<Refusal?> answer)
    {
        if (await answer is { } refusal)
        {
            throw new InvalidOperationException($"A selection of the demo was refused: {refusal.Code}.");
        }
    }
}
