using Kim.Market.Domain;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Curation;

/// <summary>What became of many products that were to be shown at once.</summary>
/// <param name="Shown">How many are on the stall now that were not before.</param>
/// <param name="Refused">Those that cannot be shown yet, and why.</param>
public sealed record Approval(int Shown, IReadOnlyList<(string Name, Refusal Why)> Refused);

/// <summary>Lets goods be seen: many in one transaction. The caller has checked whose they are.</summary>
public sealed class CurationDesk(EventStore store, TimeProvider clock)
{
    private const int Attempts = 4;

    public async Task<Approval> ApproveAsync(IReadOnlyList<Guid> products, Metadata by, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryApproveAsync(products, by, ct);
            }
            catch (StreamMovedException) when (attempt < Attempts)
            {
                // a seller changed something meanwhile: decide on what is there now
            }
        }
    }

    private async Task<Approval> TryApproveAsync(IReadOnlyList<Guid> products, Metadata by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var loaded = await store.LoadManyAsync<Product>(products, static (state, happened) => Product.Evolve(state, (ProductEvent)happened), ct);
        var commit = new Commit(by);
        var refused = new List<(string, Refusal)>();
        var shown = 0;
        foreach (var (id, product) in products.Zip(loaded))
        {
            // what its seller took back meanwhile waits no longer
            var decision = product.State!.Status is ProductStatus.Submitted ? product.State.Publish(now) : [];
            if (decision.Refusal is { } why)
            {
                refused.Add((product.State.Face.Name, why));
            }

            commit.Append(id, StreamKind<Product>.Name, product.Version, decision, product.History);
            shown += decision.Count;
        }

        if (shown > 0)
        {
            await store.CommitAsync(commit, ct);
        }

        return new(shown, refused);
    }
}
