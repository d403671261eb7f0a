using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Storefronts;

/// <summary>Arranges storefronts. That the asker writes for the KIM, and features only its own goods, the caller has checked.</summary>
public sealed class StorefrontDesk(Marketplace marketplace, EventStore store, TimeProvider clock)
{
    /// <param name="seen">The version the asker had before them: what somebody else has arranged since is not arranged over.</param>
    /// <exception cref="StreamMovedException">Somebody else was faster.</exception>
    public async Task<Refusal?> ArrangeAsync(Id<Group> kim, long seen, Storefront front, Asker asker, CancellationToken ct)
    {
        var loaded = await marketplace.LoadAsync<Group, GroupEvent>(kim, ct);
        var arranged = loaded.State!.Arrange(front, clock.GetUtcNow());
        if (arranged.Count == 0)
        {
            return arranged.Refusal;
        }

        await store.CommitAsync(new Commit(asker.By()).Append(kim.Value, StreamKind<Group>.Name, seen, arranged, loaded.History), ct);
        return null;
    }

    public Task<Refusal?> AnnounceAsync(Id<Group> kim, string text, DateTimeOffset until, Asker asker, CancellationToken ct) =>
        marketplace.TellAsync(kim, (Group group) => group.Announce(text, until, clock.GetUtcNow()), asker.By(), ct);

    public Task<Refusal?> EndAnnouncementAsync(Id<Group> kim, Asker asker, CancellationToken ct) =>
        marketplace.TellAsync(kim, (Group group) => group.EndAnnouncement(clock.GetUtcNow()), asker.By(), ct);

    public Task<Refusal?> HangCoverAsync(Id<Group> kim, Photo cover, Asker asker, CancellationToken ct) =>
        marketplace.TellAsync(kim, (Group group) => group.HangCover(cover, clock.GetUtcNow()), asker.By(), ct);

    public Task<Refusal?> TakeDownCoverAsync(Id<Group> kim, Asker asker, CancellationToken ct) =>
        marketplace.TellAsync(kim, (Group group) => group.TakeDownCover(clock.GetUtcNow()), asker.By(), ct);
}
