using Kim.Market.Domain;
using Kim.Market.Domain.MarketDays;
using Kim.Market.EventSourcing;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.MarketDays;

/// <summary>A date is called off while somebody stands at the till.</summary>
public class CalledOffMeanwhileTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_for_a_date_that_is_being_called_off_waits_for_it_and_is_not_placed()
    {
        var (goods, day) = await MarketAsync();
        var buyer = await AtTheTill(goods);
        var choice = Choice(buyer);
        var date = DateOf(choice);
        var held = await app.Marketplace.LoadAsync<MarketDay, MarketDayEvent>(day, Ct);
        var reached = $"market {day.Value}";

        // all of it is written, and takes its time to commit
        var calling = app.Services.GetRequiredService<EventStore>().CommitAsync(
            new Commit(new()).Append(day.Value, "marketday", held.Version, [new MarketDayDateCancelled(date, "Jalan banjir", app.Clock.GetUtcNow())], held.History)
                .Also($"select set_config('application_name', {reached}, true), pg_sleep(0.8)"),
            Ct);
        while ((await app.Db.QueryAsync($"select count(*) from pg_stat_activity where application_name = {reached}", row => row.GetInt64(0), Ct))[0] == 0)
        {
            await Task.Delay(10, Ct);
        }

        await buyer.Submit("place-order", Shopping.Answers(choice));
        Assert.True(calling.IsCompleted);
        await calling;

        Assert.Equal("/checkout", buyer.Path);
        Assert.NotNull(buyer.Find("#Input_Handover-salah"));
        Assert.DoesNotContain(choice, buyer.All("[data-test=market-choice] input").Select(input => input.GetAttribute("value")));
        Assert.Equal("Pembeli Contoh", buyer.Find("#Input_Name")?.GetAttribute("value"));
        Assert.Equal((100, 0), await _cast.StockOf(goods));
    }

    [Fact]
    public async Task Another_date_that_is_called_off_keeps_nobody_from_ordering()
    {
        var (goods, day) = await MarketAsync();
        var buyer = await AtTheTill(goods);
        var choice = Choice(buyer);

        Assert.Null(await app.Marketplace.TellAsync(
            day, (MarketDay known) => known.CallOff(DateOf(choice).AddDays(5), "Jalan banjir", DateOf(choice), app.Clock.GetUtcNow()), new Metadata(), Ct));
        await buyer.Submit("place-order", Shopping.Answers(choice));

        Assert.StartsWith("/pesanan/", buyer.Path, StringComparison.Ordinal);
    }

    private async Task<(Goods Goods, Id<MarketDay> Day)> MarketAsync()
    {
        var kim = await _cast.Kim();
        var day = await _cast.MarketDay(kim);
        return (await _cast.Goods(await _cast.Stall(kim: kim)), day);
    }

    private async Task<Browser> AtTheTill(Goods goods)
    {
        var buyer = app.Visitor();
        await buyer.Put(goods);
        return await buyer.Visit("/checkout");
    }

    private static string Choice(Browser buyer) => buyer.Find("[data-test=market-choice] input")!.GetAttribute("value")!;

    private static DateOnly DateOf(string choice) => DateOnly.ParseExact(choice.Split('-')[2], "yyyyMMdd", null);
}
