using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.People;
using Npgsql;

namespace Kim.Market.Web.Features.Lookups;

/// <summary>A buyer of a stall who asks to be let back in, for whoever may send the code on.</summary>
/// <param name="Number">Of the last order of that number there.</param>
/// <param name="Masked">Enough of the number to know it again.</param>
/// <param name="Link">WhatsApp with the code, to the number that the order names: never to one that was typed by whoever asked.</param>
public sealed record LookupCard(string Business, string Number, DateTime AskedAt, string Masked, string Link);

/// <summary>Finds who asks to be let back into orders of the asker's stalls.</summary>
public sealed class LookupCards(NpgsqlDataSource db, Vault vault, LookupCodes codes, TimeProvider clock)
{
    private const int Most = 10;

    public async Task<IReadOnlyList<LookupCard>> ForAsync(Asker asker, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await db.RowsAsync<Row>(
            $"""
            select distinct on (l.asked_at, l.id, o.business_id) l.id, l.asked_at, o.business_id, b.name as business, o.number, o.buyer_id
            from vault.lookups l
            join vault.buyer_marks m on m.mark = l.mark
            join orders o on o.buyer_id = m.buyer and o.placed_at > {now - LookupDesk.Past}
            join businesses b on b.business_id = o.business_id
            where l.closed_at is null and l.sent_at is not null and l.asked_at > {now - LookupDesk.ByHand} and l.tries < {LookupDesk.MostTries}
              and o.business_id in (
                  select scope from memberships where member_id = {asker.Scope} and desk = {Desk.Seller} and role <> {nameof(BusinessRole.GoodsHelper)})
              and not exists (
                  select from vault.lookup_openings p
                  where p.browser = l.browser and p.mark = l.mark and p.business_id = o.business_id and p.opened_at >= l.asked_at)
            order by l.asked_at desc, l.id, o.business_id, o.placed_at desc
            limit {Most}
            """, ct);
        var people = await vault.OpenAsync([.. rows.Select(row => row.BuyerId).Distinct()], ct);
        var cards = new List<LookupCard>(rows.Count);
        foreach (var row in rows)
        {
            var contact = Contact.Of(people[row.BuyerId]);
            if (contact.WhatsApp is { } number)
            {
                cards.Add(new(row.Business, row.Number, row.AskedAt, contact.Masked!, BuyerMessage.CodeLink(number, row.Business, LookupCodes.Spaced(await codes.ForAsync(row.Id, row.BusinessId, ct)))));
            }
        }

        return cards;
    }

    private sealed record Row(Guid Id, DateTime AskedAt, Guid BusinessId, string Business, string Number, Guid BuyerId);
}
