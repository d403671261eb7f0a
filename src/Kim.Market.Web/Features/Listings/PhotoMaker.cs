using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Hosting;
using Kim.Market.Web.Pictures;
using Npgsql;

namespace Kim.Market.Web.Features.Listings;

/// <summary>Makes photos ready behind the scenes and hangs them on their products. Runs on every node.</summary>
public sealed partial class PhotoMaker(
    PhotoQueue queue, Pictures.Pictures pictures, EventStore store, Marketplace marketplace, TimeProvider clock, ILogger<PhotoMaker> log)
    : BackgroundService
{
    private const int Tries = 4;

    // another node's bell is not heard here, and a photo left behind by a dead node rings none
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Works until no photo waits; says how many it worked on.</summary>
    public async Task<int> WorkAsync(CancellationToken ct)
    {
        var worked = 0;
        for (; await queue.TakeAsync(clock.GetUtcNow(), ct) is { } job; worked++)
        {
            try
            {
                await MakeAsync(job, ct);
            }
            catch (PictureRefusedException refused)
            {
                await queue.RefuseAsync(job.Id, refused.Refusal, ct);
            }
#pragma warning disable CA1031 // whatever is wrong with one photo, the others are made; it is tried again later
            catch (Exception failure) when (failure is not (NpgsqlException or OperationCanceledException))
#pragma warning restore CA1031
            {
                PhotoFailed(job.Id, job.Attempts, failure);
                if (job.Attempts >= PhotoQueue.Attempts)
                {
                    await queue.RefuseAsync(job.Id, PictureRefusals.Unreadable, ct);
                }
            }
        }

        return worked;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(stoppingToken);
                await queue.ListenAsync(Patience, stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                QueueFailed(failure);
                await Task.Delay(Patience, clock, stoppingToken);
            }
        }
    }

    private async Task MakeAsync(PhotoJob job, CancellationToken ct)
    {
        Origins.Enter(nameof(PhotoMaker));
        var picture = await pictures.PrepareAsync(job.Original, ct);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await HangAsync(job, picture.Hash, ct);
                return;
            }
            catch (StreamMovedException) when (attempt < Tries)
            {
                // the seller changed something meanwhile: hang it on what is there now
            }
        }
    }

    private async Task HangAsync(PhotoJob job, string hash, CancellationToken ct)
    {
        var id = new Id<Product>(job.ProductId);
        var loaded = await marketplace.LoadAsync<Product, ProductEvent>(id, ct);
        var product = loaded.State!;
        var now = clock.GetUtcNow();
        var hung = product.AddPhoto(new Photo(hash, Words(product)), now);
        if (hung.Refusal is { } refusal)
        {
            await queue.RefuseAsync(job.Id, refusal, ct);
            return;
        }

        ProductEvent[] events = [.. hung];
        if (job.Submit)
        {
            var seller = await marketplace.LoadAsync<Business, BusinessEvent>(product.Seller, ct);
            events = [.. events, .. events.Aggregate(product, Product.Evolve).Submit(seller.State!.IsTrusted, now)];
        }

        var by = (new Asker(new Id<Member>(job.MemberId)) { OnBehalfOf = job.OnBehalfOf }).By(job.Id);
        var commit = new Commit(by).Append(id.Value, StreamKind<Product>.Name, loaded.Version, events, loaded.History);
        await store.CommitAsync(commit.Also(PhotoQueue.Done(job.Id)), ct);
    }

    /// <summary>Until its seller says what the photo shows.</summary>
    private static string Words(Product product) => product.Face.Name;

    [LoggerMessage(Level = LogLevel.Error, Message = "Photo {Job} could not be made ready at attempt {Attempt}.")]
    private partial void PhotoFailed(Guid job, int attempt, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The queue of photos cannot be reached; trying again soon.")]
    private partial void QueueFailed(Exception failure);
}
