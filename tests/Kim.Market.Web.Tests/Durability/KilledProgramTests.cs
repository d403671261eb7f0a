using System.Collections.Concurrent;
using Kim.Market.Web.Tests.Hosting;

namespace Kim.Market.Web.Tests.Durability;

/// <summary>
/// The program is killed again and again while orders pour in, their seller accepts them and says that they are paid: what it had said
/// yes to is there, once, and everything adds up; the seller was told of it, by browser never twice.
/// </summary>
public sealed class KilledProgramTests(ITestOutputHelper output) : IDisposable
{
    private const int Buyers = 1_000;
    private const int Kills = 3;
    private const int AtOnce = 8;
    private const int Stock = 5_000;
    private const int Hands = 4; // as many things as a node carries at once

    private readonly OpenFolder _folder = new();
    private readonly ConcurrentDictionary<int, string> _ordered = [];
    private readonly ConcurrentDictionary<(string Button, Guid Order), bool> _pressed = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_acknowledged_order_answer_and_payment_survives_kills_exactly_once()
    {
        await using var market = await SmallMarket.OpenAsync(_folder.Path, Stock, Stop);
        var orders = Enumerable.Range(0, Buyers).Select(_ => Guid.NewGuid()).ToArray();
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);

        for (var kill = 0; kill < Kills; kill++)
        {
            // somewhere in its third of the orders
            var due = (kill * Buyers / Kills) + random.Next(Buyers / Kills / 4, Buyers / Kills);
            using var served = await market.ServeAsync(Stop);
            await Task.WhenAll(WorkAsync(served, market, orders, buyer => !_ordered.ContainsKey(buyer)), KillWhenAsync(served, () => _ordered.Count >= due));
            Assert.InRange(_ordered.Count, due, Buyers - 1);
        }

        Assert.InRange(_pressed.Count, 1, (3 * Buyers) - 1);

        await market.PassLeaseAsync(Stop);
        using (var last = await market.ServeAsync(Stop))
        {
            // Everybody sends again what they had sent: those who were served already are shown their order.
            await WorkAsync(last, market, orders, _ => true);
            Assert.Equal(Buyers, _ordered.Count);
            Assert.Equal(Buyers, _ordered.Values.Distinct().Count());
            Assert.Equal(Buyers, await market.CountAsync("select count(*) from read.orders", Stop));
            Assert.Equal(Stock - Buyers, await market.CountAsync("select on_hand - reserved from read.stock_levels", Stop));
            foreach (var type in new[] { "order_placed", "order_accepted", "payment_received_stated", "order_readied" })
            {
                Assert.Equal(Buyers, await market.CountAsync($"select count(*) from events.mt_events where type = '{type}'", Stop));
                Assert.Equal(Buyers, await market.CountAsync($"select count(distinct stream_id) from events.mt_events where type = '{type}'", Stop));
            }

            // Two presses at most were under way at each kill: done, and never said to be done.
            Assert.InRange(_pressed.Count, (3 * Buyers) - (2 * Kills), 3 * Buyers);
            await ToldAsync(market);
            await DeliveredAsync(market);
        }

        Assert.Equal(0, await market.RunAsync(["verify"], Stop));
    }

    /// <summary>The seller has read of every order, and of none twice.</summary>
    private static async Task ToldAsync(SmallMarket market)
    {
        while (await market.CountAsync("select count(*) from app.outbox", Stop) > 0)
        {
            await Task.Delay(100, Stop);
        }

        Assert.Equal(Buyers, await market.CountAsync("select count(*) from app.notices where kind = 0", Stop));
        Assert.Equal(Buyers, await market.CountAsync("select count(distinct stream) from app.notices where kind = 0", Stop));
    }

    /// <summary>
    /// A letter about each order has gone out, each time under the same number, so that a mailbox keeps one; a browser was told of none
    /// twice, and an operator sees those of which nobody knows.
    /// </summary>
    private async Task DeliveredAsync(SmallMarket market)
    {
        while (await market.CountAsync("select count(*) from app.deliveries where dead_at is null", Stop) > 0)
        {
            await Task.Delay(100, Stop);
        }

        var letters = market.News.Letters;
        Assert.Equal(Buyers, letters.Select(letter => letter.Header("Message-ID")).Distinct().Count());
        Assert.Equal(Buyers, letters.Select(letter => letter.Text.Split('\n')[0]).Distinct().Count());
        Assert.InRange(letters.Count, Buyers, Buyers + (Kills * Hands));
        Assert.Equal(0, await market.CountAsync("select count(*) from app.deliveries where channel = 1", Stop));

        var told = market.News.Tags;
        var unknown = await market.CountAsync("select count(*) from app.deliveries where channel = 0 and dead_at is not null", Stop);
        output.WriteLine($"{letters.Count - Buyers} letters twice, {unknown} pushes nobody knows of");
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.InRange(told.Count, Buyers - unknown, Buyers);
        Assert.InRange(unknown, 0, Kills * Hands);
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

    private async Task WorkAsync(ServedMarket served, SmallMarket market, Guid[] commands, Func<int, bool> wants)
    {
        var buying = OrderAsync(served, market, commands, wants);
        var accepting = PressAsync(served, "baru", ["Accept"], () => !buying.IsCompleted);
        await Task.WhenAll(buying, accepting, PressAsync(served, "diproses", ["Paid", "Ready"], () => !accepting.IsCompleted));
    }

    private Task OrderAsync(ServedMarket served, SmallMarket market, Guid[] commands, Func<int, bool> wants) => Parallel.ForEachAsync(
        Enumerable.Range(0, Buyers).Where(wants), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Stop }, async (buyer, stop) =>
        {
            try
            {
                if (await market.OrderAsync(served, buyer, commands[buyer], stop) is { } page)
                {
                    Assert.Equal(page, _ordered.GetOrAdd(buyer, page));
                }
            }
            catch (HttpRequestException)
            {
                // Killed under this buyer's hands: nothing was acknowledged.
            }
        });

    private async Task PressAsync(ServedMarket served, string drawer, string[] buttons, Func<bool> mayBeMore)
    {
        try
        {
            await SmallMarket.AnswerAsync(served, drawer, buttons, mayBeMore, (button, order) => _pressed.TryAdd((button, order), true), Stop);
        }
        catch (HttpRequestException)
        {
            // Killed under the seller's hands.
        }
    }
}
