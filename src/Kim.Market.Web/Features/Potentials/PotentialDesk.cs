using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Potentials;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Potentials;

/// <summary>Writes potentials and decides on them. Whose village, KIM and region it is, the caller has checked.</summary>
public sealed class PotentialDesk(Marketplace marketplace, EventStore store, TimeProvider clock)
{
    /// <param name="id">Drawn with the form: sent twice, it is one potential.</param>
    public async Task<Refusal?> ProposeAsync(
        Id<Potential> id, Id<Group> kim, RegionCode village, PotentialSheet sheet, Asker asker, CancellationToken ct)
    {
        var slug = Slug.From(sheet.Title);
        var apart = $"{slug[..Math.Min(slug.Length, Slug.Longest - 7)].TrimEnd('-')}-{id.Value.ToString("N")[^6..]}";
        try
        {
            var refusal = await BeginAsync(slug);
            return refusal?.Code == "slug.taken" ? await BeginAsync(apart) : refusal;
        }
        catch (StreamMovedException)
        {
            return null; // the same form, sent before: it stands
        }

        Task<Refusal?> BeginAsync(string address) => marketplace.BeginAsync(
            id, Potential.Propose(id, kim, village, address, sheet, clock.GetUtcNow()), asker.By(id.Value), ct);
    }

    public Task<Refusal?> PictureAsync(
        Id<Potential> id, Func<IReadOnlyList<Photo>, IReadOnlyList<Photo>> change, Asker asker, CancellationToken ct) =>
        marketplace.TellAsync(id, (Potential potential) => potential.Picture(change(potential.Sheet.Pictures()), clock.GetUtcNow()), asker.By(), ct);

    /// <param name="seen">The version the asker had before them: what nobody has read is neither written over nor confirmed.</param>
    /// <exception cref="StreamMovedException">Somebody else was faster.</exception>
    public async Task<Refusal?> TellAsync(
        Id<Potential> id, long seen, Func<Potential, DateTimeOffset, Decision<PotentialEvent>> decide, Asker asker, CancellationToken ct)
    {
        var loaded = await marketplace.LoadAsync<Potential, PotentialEvent>(id, ct);
        var decided = decide(loaded.State!, clock.GetUtcNow());
        if (decided.Count > 0)
        {
            await store.CommitAsync(new Commit(asker.By()).Append(id.Value, StreamKind<Potential>.Name, seen, decided, loaded.History), ct);
        }

        return decided.Refusal;
    }
}
