using Kim.Market.Domain;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Stocks;

/// <summary>Writes movements into a stock's ledger. The caller has checked whose product it is.</summary>
public sealed class StockDesk(EventStore store, Commands commands)
{
    private const int Attempts = 4;

    /// <summary>The same form sent twice, or ten times at once, is one movement.</summary>
    public async Task<Refusal?> TellAsync(
        Id<Product> product, Guid command, Func<Stock, Decision<StockEvent>> decide, Asker asker, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await commands.ResultAsync(command, ct) is not null)
            {
                return null;
            }

            try
            {
                return await TryTellAsync(Stock.Of(product), command, decide, asker, ct);
            }
            catch (Exception raced) when (attempt < Attempts && raced is StreamMovedException or ConstraintRefusedException)
            {
                // an order took some meanwhile, or the same form arrived twice: look again
            }
        }
    }

    private async Task<Refusal?> TryTellAsync(
        Id<Stock> id, Guid command, Func<Stock, Decision<StockEvent>> decide, Asker asker, CancellationToken ct)
    {
        var stock = await store.LoadAsync<Stock>(
            id.Value, static (state, happened) => Stock.Evolve(state, (StockEvent)happened), StockSnapshots.Kind, ct);
        var decision = decide(stock.State!);
        if (decision.Count > 0)
        {
            await store.CommitAsync(
                new Commit(asker.By(command)).First(Commands.Once(command, id.ToString()))
                    .Append(id.Value, StreamKind<Stock>.Name, stock.Version, decision), ct);
        }

        return decision.Refusal;
    }
}
