using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Imports;
using Kim.Market.Web.Features.People;
using Npgsql;

namespace Kim.Market.Web.Features.Businesses;

/// <summary>A KIM the asker curates.</summary>
/// <param name="District">What its kecamatan is called.</param>
public sealed record OwnKim(Guid GroupId, string Name, string Seat, string District, string Place)
{
    public RegionCode Home => RegionCode.Parse(Seat);
}

/// <summary>A shop that is to come in, every field understood.</summary>
public sealed record SureShop(string Name, RegionCode Village, WhatsAppNumber? WhatsApp);

/// <summary>A shop whose owner has no account yet.</summary>
public sealed record OwnerlessShop(Guid BusinessId, string Name, string Place);

/// <summary>A card with which an owner comes in.</summary>
public sealed record SignInCard(string Name, string Place, string Token);

/// <summary>Brings many shops in at once for a KIM, and makes the cards for their owners. Every statement asks for the curator itself.</summary>
public sealed class ShopBatch(EventStore store, Commands commands, NpgsqlDataSource db, TimeProvider clock)
{
    /// <summary>A card is printed, carried to a village and kept in a drawer for some days.</summary>
    public static readonly TimeSpan CardsLast = TimeSpan.FromDays(14);

    public const int MostCards = PastedShops.Most;

    /// <summary>The KIM that was asked for, or the first, if the asker curates it and it is at work.</summary>
    public Task<OwnKim?> KimAsync(Asker asker, Guid? kim, CancellationToken ct) => db.RowAsync<OwnKim>(
        $"""
        select g.group_id, g.name, g.seat, d.name as district, r.place
        from memberships m
        join groups g on g.group_id = m.scope
        join app.regions r on r.code = g.seat
        join app.regions d on d.code = left(g.seat, 8)
        where m.member_id = {asker.Scope} and m.desk = {Desk.Group} and m.role in ({nameof(GroupRole.Chair)}, {nameof(GroupRole.Curator)})
          and g.status in ({(short)GroupStatus.Verified}, {(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})
          and ({kim}::uuid is null or g.group_id = {kim})
        order by m.since, g.group_id
        limit 1
        """, ct);

    /// <summary>The villages of the KIM's regency, to find what was typed.</summary>
    public Task<VillageIndex> VillagesAsync(OwnKim kim, CancellationToken ct) => VillageIndex.OfAsync(db, kim.Home.Regency, ct);

    /// <summary>The village that is meant: among several of the same name the one in the KIM's own kecamatan; none typed is the KIM's own.</summary>
    public static (VillageAnswer Answer, RegionCode Code) Find(VillageIndex villages, OwnKim kim, string typed)
    {
        if (typed.Length == 0 && kim.Seat.Length == 13)
        {
            return (VillageAnswer.Found, kim.Home);
        }

        var found = villages.Find(typed, "");
        return found.Answer == VillageAnswer.Several ? villages.Find(typed, kim.District) : found;
    }

    /// <summary>Which of these names have a stall in their village already.</summary>
    public async Task<HashSet<(string Key, string Village)>> KnownAsync(IReadOnlyList<SureShop> shops, CancellationToken ct)
    {
        var villages = shops.Select(shop => shop.Village.Value).Distinct().ToArray();
        var rows = await db.QueryAsync(
            $"""
            select distinct regexp_replace(lower(name), '[^a-z0-9]', '', 'g') as key, village
            from businesses where village = any({villages})
            """, row => (row.GetString(0), row.GetString(1)), ct);
        return [.. rows];
    }

    /// <summary>Whether this form has done its work already: then what it names is known because of it.</summary>
    public async Task<bool> IsDoneAsync(Guid command, CancellationToken ct) => await commands.ResultAsync(command, ct) is not null;

    /// <summary>Registers them all in one transaction; the same form sent twice, or ten times at once, does it once.</summary>
    public async Task<Refusal?> RegisterAsync(OwnKim kim, IReadOnlyList<SureShop> shops, string pickupPlace, Guid command, Asker asker, CancellationToken ct)
    {
        if (await commands.ResultAsync(command, ct) is not null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var commit = new Commit(asker.By(command)).First(Commands.Once(command, kim.GroupId.ToString()));
        foreach (var shop in shops)
        {
            var id = Id<Business>.New();
            var slug = Slug.From(shop.Name);
            var registered = Business.Register(
                id, new(kim.GroupId), shop.Name, $"{slug[..Math.Min(slug.Length, Slug.Longest - 9)].TrimEnd('-')}-{id.Value.ToString("N")[^8..]}",
                BusinessKind.Individual, shop.Village, "", now);
            var handover = Business.SetHandover(pickupPlace, "", null, null, now);
            if ((registered.Refusal ?? handover.Refusal) is { } refusal)
            {
                return refusal;
            }

            IReadOnlyList<BusinessEvent> contact = shop.WhatsApp is null ? [] : Business.KeepContact(now);
            commit.Append(id.Value, StreamKind<Business>.Name, Expected.New, [.. registered, .. handover, .. contact]);
            foreach (var statement in shop.WhatsApp is { } number ? Vault.Keep(id.Value, ("whatsapp", number.International)) : [])
            {
                commit.Also(statement);
            }
        }

        try
        {
            await store.CommitAsync(commit, ct);
        }
        catch (ConstraintRefusedException twice) when (twice.Constraint == Constraints.CommandOnce)
        {
            // the same form arrived twice: its twin did it
        }

        return null;
    }

    /// <summary>The shops of the KIM that nobody can open yet, the newest first.</summary>
    public Task<List<OwnerlessShop>> OwnerlessAsync(Asker asker, OwnKim kim, CancellationToken ct) => db.RowsAsync<OwnerlessShop>(
        $"""
        select b.business_id, b.name, r.place
        from businesses b
        join app.regions r on r.code = b.village
        where b.group_id = {kim.GroupId}
          and not exists (select from memberships o where o.scope = b.business_id and o.desk = {Desk.Seller})
          and exists (
              select from memberships m
              where m.member_id = {asker.Scope} and m.desk = {Desk.Group} and m.scope = {kim.GroupId}
                and m.role in ({nameof(GroupRole.Chair)}, {nameof(GroupRole.Curator)}))
        order by b.registered_at desc, b.business_id desc
        limit {MostCards}
        """, ct);

    /// <summary>Makes a new link for each of these shops; the links before are worth nothing from now on.</summary>
    public async Task<IReadOnlyList<SignInCard>> CardsAsync(Asker asker, OwnKim kim, IReadOnlyCollection<Guid> chosen, CancellationToken ct)
    {
        var shops = (await OwnerlessAsync(asker, kim, ct)).FindAll(shop => chosen.Contains(shop.BusinessId));
        var now = clock.GetUtcNow();
        var cards = new List<SignInCard>();
        var commit = new Commit(asker.By());
        Guid[] scopes = [.. shops.Select(shop => shop.BusinessId)];
        commit.First(
            $"""
            update app.account_links set expires_at = {now}
            where scope = any({scopes}) and kind = {AccountLinks.Invitation} and role = {nameof(BusinessRole.Owner)} and used_at is null and expires_at > {now}
            """);
        foreach (var shop in shops)
        {
            var token = AccountLinks.NewToken();
            var link = new AccountLink(
                Guid.CreateVersion7(), AccountLinks.Invitation, null, null, Desk.Seller, shop.BusinessId, nameof(BusinessRole.Owner), asker.Member?.Value,
                (now + CardsLast).UtcDateTime, null, 0, null);
            commit.Also(AccountLinks.Keep(link, token, now));
            cards.Add(new(shop.Name, shop.Place, token));
        }

        await store.CommitAsync(commit, ct);
        return cards;
    }
}
