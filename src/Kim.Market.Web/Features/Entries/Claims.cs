using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Directory;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Businesses;

namespace Kim.Market.Web.Features.Entries;

/// <summary>How claiming ended.</summary>
public sealed record Claimed(Id<Business> Business, Refusal? Refusal);

/// <summary>Makes a business of a line of the directory, for whoever holds its code. Of any number who try at once, one does.</summary>
public sealed class Claims(ShopDesk shops, Marketplace marketplace, TimeProvider clock)
{
    /// <summary>The KIM that may look after the business: the one whose code it is, or those near it.</summary>
    public async Task<IReadOnlyList<Curator>> CuratorsAsync(OpenedEntry entry, CancellationToken ct)
    {
        var near = await shops.CuratorsAsync(RegionCode.Parse(entry.Village), ct);
        return entry.Desk == Desk.Group ? [near.Find(curator => curator.GroupId == entry.Scope) ?? new(entry.Scope, "", "")] : near;
    }

    /// <summary>The same command sent again has the same answer.</summary>
    public async Task<Claimed> ClaimAsync(OpenedEntry entry, Id<Group> curator, string pickupPlace, Guid command, Asker asker, CancellationToken ct)
    {
        var loaded = await marketplace.LoadAsync<DirectoryEntry, DirectoryEvent>(new(entry.EntryId), ct);
        try
        {
            var (business, refusal) = await shops.RegisterAsync(
                new(command, entry.Name, RegionCode.Parse(entry.Village), curator, pickupPlace), asker, ct,
                (commit, id) => Take(commit, loaded, id));
            return new(business, refusal);
        }
        catch (StreamMovedException)
        {
            return new(default, DirectoryRefusals.ClaimedAlready);
        }
    }

    private Refusal? Take(Commit commit, Loaded<DirectoryEntry> entry, Id<Business> business)
    {
        var claimed = entry.State!.Claim(business, clock.GetUtcNow());
        commit.Append(entry.State.Id.Value, StreamKind<DirectoryEntry>.Name, entry.Version, claimed, entry.History);
        foreach (var forget in BusinessList.Forget(SqlPart.Of($"select {entry.State.Id.Value}::uuid")))
        {
            commit.Also(forget);
        }

        return claimed.Refusal;
    }
}
