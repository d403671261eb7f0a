using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.People;
using Npgsql;

namespace Kim.Market.Web.Features.Businesses;

/// <summary>A KIM that could look after a business.</summary>
public sealed record Curator(Guid GroupId, string Name, string Place);

/// <summary>What somebody says of a business that is to come in.</summary>
public sealed record NewShop(Guid Command, string Name, RegionCode Village, Id<Group> Curator, string PickupPlace);

/// <summary>How goods change hands, and where the seller is reached.</summary>
/// <param name="DeliveryFee">Null when goods are only picked up.</param>
public sealed record ShopSettings(string PickupPlace, string PickupHours, Rupiah? DeliveryFee, string? DeliveryArea, WhatsAppNumber? WhatsApp);

/// <summary>Brings businesses in and keeps what they say of themselves. Whose business it is, the caller has checked.</summary>
public sealed class ShopDesk(EventStore store, Marketplace marketplace, Commands commands, NpgsqlDataSource db, TimeProvider clock)
{
    private const int Attempts = 3;

    // /lapak/daftar is the form itself, and so may be a stall's address under /toko
    private const string OwnAddress = "daftar";

    /// <summary>The active KIM nearest to a village: its own, else those of its kecamatan, else those of its regency.</summary>
    public Task<List<Curator>> CuratorsAsync(RegionCode village, CancellationToken ct) => db.RowsAsync<Curator>(
        $"""
        with near as (
            select g.group_id, g.name, r.place,
                   case
                       when g.seat = {village.Value} or g.area && array[{village.Value}, {village.District.Value}] then 0
                       when left(g.seat, 8) = {village.District.Value} then 1
                       else 2
                   end as distance
            from groups g
            join app.regions r on r.code = g.seat
            where g.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Verified})
              and (g.area && array[{village.Value}, {village.District.Value}]
                   or (g.seat ~>=~ {village.Regency.Value} and g.seat ~<~ {village.Regency.Value + '/'}))
        )
        select group_id, name, place from near
        where distance = (select min(distance) from near)
        order by name, group_id
        limit 60
        """, ct);

    /// <summary>The same form sent twice, or ten times at once, is one business.</summary>
    /// <param name="also">Adds what belongs to it to its commit, or refuses.</param>
    public async Task<(Id<Business> Business, Refusal? Refusal)> RegisterAsync(
        NewShop shop, Asker asker, CancellationToken ct, Func<Commit, Id<Business>, Refusal?>? also = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await commands.ResultAsync(shop.Command, ct) is { } done)
            {
                return (Id<Business>.Parse(done, null), null);
            }

            try
            {
                return await TryRegisterAsync(shop, asker, isSlugTaken: attempt > 1, also, ct);
            }
            catch (ConstraintRefusedException) when (attempt < Attempts)
            {
                // the address is taken: take a longer one; or the same form arrived twice: its twin's business is ours
            }
        }
    }

    /// <summary>Events and vault in one transaction; asked for twice, the second changes nothing that anybody sees.</summary>
    public async Task<Refusal?> SetAsync(Id<Business> business, ShopSettings settings, Asker asker, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var set = Business.SetHandover(settings.PickupPlace, settings.PickupHours, settings.DeliveryFee, settings.DeliveryArea, now);
        if (set.Refusal is { } refusal)
        {
            return refusal;
        }

        var commit = new Commit(asker.By());
        IReadOnlyList<BusinessEvent> events = set;
        if (settings.WhatsApp is { } number)
        {
            events = [.. set, .. Business.KeepContact(now)];
            foreach (var statement in Vault.Keep(business.Value, ("whatsapp", number.International)))
            {
                commit.Also(statement);
            }
        }

        var loaded = await marketplace.LoadAsync<Business, BusinessEvent>(business, ct);
        await store.CommitAsync(commit.Append(business.Value, StreamKind<Business>.Name, loaded.Version, events, loaded.History), ct);
        return null;
    }

    private async Task<(Id<Business> Business, Refusal? Refusal)> TryRegisterAsync(
        NewShop shop, Asker asker, bool isSlugTaken, Func<Commit, Id<Business>, Refusal?>? also, CancellationToken ct)
    {
        var id = Id<Business>.New();
        var now = clock.GetUtcNow();
        var slug = Slug.From(shop.Name);
        isSlugTaken |= slug == OwnAddress;
        var registered = Business.Register(
            id, shop.Curator, shop.Name, isSlugTaken ? $"{slug[..Math.Min(slug.Length, Slug.Longest - 9)].TrimEnd('-')}-{id.Value.ToString("N")[^8..]}" : slug,
            BusinessKind.Individual, shop.Village, "", now);
        var handover = Business.SetHandover(shop.PickupPlace, "", null, null, now);
        if ((registered.Refusal ?? handover.Refusal) is { } refusal)
        {
            return (id, refusal);
        }

        BusinessEvent[] events = asker.Member is { } owner
            ? [.. registered, .. handover, new BusinessMemberAppointed(owner, BusinessRole.Owner, now)]
            : [.. registered, .. handover];
        var commit = new Commit(asker.By(shop.Command)).First(Commands.Once(shop.Command, id.ToString()))
            .Append(id.Value, StreamKind<Business>.Name, Expected.New, events);
        if (also?.Invoke(commit, id) is { } objection)
        {
            return (id, objection);
        }

        await store.CommitAsync(commit, ct);
        return (id, null);
    }
}
