using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stories;
using Kim.Market.EventSourcing;
using Story = Kim.Market.Domain.Stories.Story;

namespace Kim.Market.Web.Features.Stories;

/// <summary>What a writer has written down.</summary>
public sealed record StoryDraft(string Title, StoryBlock[] Blocks, Id<Business>[] Businesses, Id<Product>[] Products, StoryTies Ties);

/// <summary>Writes stories and changes them. That they are the asker's KIM's, and tell of what is its own, the caller has checked.</summary>
public sealed class StoryDesk(Marketplace marketplace, EventStore store, TimeProvider clock)
{
    /// <param name="id">Drawn with the form: sent twice, it is one story.</param>
    /// <param name="from">When everybody reads it; null for at once.</param>
    public async Task<Refusal?> WriteAsync(Id<Story> id, Id<Group> kim, StoryDraft draft, DateTimeOffset? from, Asker asker, CancellationToken ct)
    {
        var slug = Slug.From(draft.Title);
        var apart = $"{slug[..Math.Min(slug.Length, Slug.Longest - 7)].TrimEnd('-')}-{id.Value.ToString("N")[^6..]}";
        try
        {
            var refusal = await BeginAsync(slug);
            return refusal?.Code == "slug.taken" ? await BeginAsync(apart) : refusal;
        }
        catch (StreamMovedException)
        {
            return null; // the same form, sent before: the story stands
        }

        Task<Refusal?> BeginAsync(string address) => marketplace.BeginAsync(
            id, Story.Write(id, kim, draft.Title, address, draft.Blocks, draft.Businesses, draft.Products, clock.GetUtcNow(), draft.Ties, from), asker.By(id.Value), ct);
    }

    /// <param name="seen">The version the asker had before them: what somebody else has written since is not written over.</param>
    /// <exception cref="StreamMovedException">Somebody else was faster.</exception>
    public async Task<Refusal?> ChangeAsync(Id<Story> id, long seen, StoryDraft draft, Asker asker, CancellationToken ct)
    {
        var loaded = await marketplace.LoadAsync<Story, StoryEvent>(id, ct);
        var changed = loaded.State!.Change(draft.Title, draft.Blocks, draft.Businesses, draft.Products, clock.GetUtcNow(), draft.Ties);
        if (changed.Count == 0)
        {
            return changed.Refusal;
        }

        await store.CommitAsync(new Commit(asker.By()).Append(id.Value, StreamKind<Story>.Name, seen, changed, loaded.History), ct);
        return null;
    }

    public Task<Refusal?> PictureAsync(Id<Story> id, Func<IReadOnlyList<Photo>, IReadOnlyList<Photo>> change, Asker asker, CancellationToken ct) =>
        marketplace.TellAsync(id, (Story story) => story.Picture(change(story.Photos), clock.GetUtcNow()), asker.By(), ct);

    public Task<Refusal?> AppearAsync(Id<Story> id, CancellationToken ct) =>
        marketplace.TellAsync(id, (Story story) => story.Appear(clock.GetUtcNow()), new Metadata(), ct);

    public Task<Refusal?> WithdrawAsync(Id<Story> id, Asker asker, CancellationToken ct) =>
        marketplace.TellAsync(id, (Story story) => story.Withdraw(clock.GetUtcNow()), asker.By(), ct);

    public Task<Refusal?> ShowAgainAsync(Id<Story> id, Asker asker, CancellationToken ct) =>
        marketplace.TellAsync(id, (Story story) => story.ShowAgain(clock.GetUtcNow()), asker.By(), ct);
}
