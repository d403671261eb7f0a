using System.Collections.Concurrent;
using Kim.Market.Web.Tests.Hosting;

namespace Kim.Market.Web.Tests.Durability;

/// <summary>The program is killed while orders pour in: what it had said yes to is there, once, and everything adds up.</summary>
public sealed class KilledProgramTests : IDisposable
{
    private const int Buyers = 500;
    private const int AtOnce = 8;
    private const int Stock = 5_000;

    private readonly OpenFolder _folder = new();
    private readonly ConcurrentDictionary<int, string> _acknowledged = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_acknowledged_order_survives_a_kill_exactly_once()
    {
        await using var market = await SmallMarket.OpenAsync(_folder.Path, Stock, Stop);
        var orders = Enumerable.Range(0, Buyers).Select(_ => Guid.NewGuid()).ToArray();

        using (var first = await market.ServeAsync(Stop))
        {
            await Task.WhenAll(
                OrderAsync(first, market, orders),
                KillWhenAsync(first, () => _acknowledged.Count >= Buyers / 3));
        }

        var before = _acknowledged.Count;
        Assert.InRange(before, Buyers / 3, Buyers - 1);

        using (var second = await market.ServeAsync(Stop))
        {
            // Everybody sends again what they had sent: those who were served already are shown their order.
            await OrderAsync(second, market, orders);
            Assert.Equal(Buyers, _acknowledged.Count);
            Assert.Equal(Buyers, _acknowledged.Values.Distinct().Count());
            Assert.Equal(Buyers, await market.CountAsync("select count(*) from read.orders", Stop));
            Assert.Equal(Buyers, await market.CountAsync("select count(*) from events.mt_events where type = 'order_placed'", Stop));
            Assert.Equal(Stock - Buyers, await market.CountAsync("select on_hand - reserved from read.stock_levels", Stop));
        }

        Assert.Equal(0, await market.RunAsync(["verify"], Stop));
    }

    private static async Task KillWhenAsync(ServedMarket served, Func<bool> due)
    {
        while (!due())
        {
            await Task.Delay(5, Stop);
        }

        served.Program.Kill();
        await served.Program.WaitForExitAsync(Stop);
    }

    private Task OrderAsync(ServedMarket served, SmallMarket market, Guid[] commands) => Parallel.ForEachAsync(
        Enumerable.Range(0, Buyers), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Stop }, async (buyer, stop) =>
        {
            try
            {
                if (await market.OrderAsync(served, buyer, commands[buyer], stop) is { } page)
                {
                    Assert.Equal(page, _acknowledged.GetOrAdd(buyer, page));
                }
            }
            catch (HttpRequestException)
            {
                // Killed under this buyer's hands: nothing was acknowledged.
            }
        });
}
