using System.Security.Claims;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Access;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.Payments;

/// <summary>
/// Where the money of a stall goes is its owner's alone. Whoever works there, helps there or curates it and reaches for it all the
/// same is refused, and its owner finds that they tried; a stranger, who knows no more than its address, leaves no event.
/// </summary>
public sealed class PaymentGuard(NpgsqlDataSource db, Marketplace marketplace, Standing standing, TimeProvider clock) : IRefusalKeeper
{
    public async Task KeepAsync(HttpContext context)
    {
        if (context.GetRouteValue("slug") is string slug && context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id)
        {
            Origins.Enter("/lapak/pembayaran/{slug}", Device.Of(context.Request));
            await KeepAsync(slug, new(Id<Member>.Parse(id, null)), context.RequestAborted);
        }
    }

    /// <summary>For somebody who owns another stall, and so has come as far as the page.</summary>
    /// <returns>Whether they have anything to do with this one.</returns>
    public async Task<bool> KeepAsync(string slug, Asker asker, CancellationToken ct)
    {
        if (await db.RowsAsync<Guid>(
            $"""
            select b.business_id
            from businesses b
            where b.slug = {slug} and exists (
                select from memberships m
                where m.member_id = {asker.Scope}
                  and (m.scope = b.business_id and m.desk = {Desk.Seller} or m.scope = b.group_id and m.desk = {Desk.Group}))
            """, ct) is not [var business])
        {
            return false;
        }

        var from = asker with { OnBehalfOf = standing.OnlyHelps(business) ? business : null };
        await marketplace.TellAsync(new Id<Business>(business), (Business known) => known.RefusePaymentChange(asker.Member!.Value, clock.GetUtcNow()), from.By(), ct);
        return true;
    }
}
