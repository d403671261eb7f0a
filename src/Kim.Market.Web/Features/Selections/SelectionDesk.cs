using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Selections;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Selections;

/// <summary>Takes down what an office chooses. Whose choice it is, the caller has checked.</summary>
public sealed class SelectionDesk(Marketplace marketplace, NpgsqlDataSource db, TimeProvider clock)
{
    /// <param name="id">Drawn with the form: sent twice, it is one selection.</param>
    /// <param name="at">When it happened, when that is not now: a seed's simulated clock.</param>
    public async Task<Refusal?> DraftAsync(Id<Selection> id, Id<Office> office, SelectionTerms terms, Asker asker, CancellationToken ct, DateTimeOffset? at = null)
    {
        var now = at ?? clock.GetUtcNow();
        if ((await marketplace.LoadAsync<Office, OfficeEvent>(office, ct)).State is not { } known)
        {
            return SelectionRefusals.Elsewhere;
        }

        try
        {
            return await marketplace.BeginAsync(id, Selection.Draft(id, office, known.Region, terms, TodayIn(known.Region, now), now), asker.By(id.Value, at), ct);
        }
        catch (StreamMovedException)
        {
            return null; // the same form, sent before: it stands
        }
    }

    /// <summary>Puts a product in, if it lies on a stall now.</summary>
    public async Task<Refusal?> PickAsync(Guid id, Guid product, string note, Asker asker, CancellationToken ct, DateTimeOffset? at = null)
    {
        var found = (await db.RowsAsync<OnStall>($"select p.business_id, p.village, p.is_open and p.is_listed as is_for_sale from shelf p where p.product_id = {product}", ct)).FirstOrDefault();
        return await TellAsync(
            id,
            (known, _, now) => found is null
                ? SelectionRefusals.NotForSale
                : known.Pick(new Id<Product>(product), new Id<Business>(found.BusinessId), RegionCode.Parse(found.Village), found.IsForSale, note, now),
            asker, ct, at);
    }

    /// <summary>Asks it for something, by the day at its office.</summary>
    public Task<Refusal?> TellAsync(
        Guid id, Func<Selection, DateOnly, DateTimeOffset, Decision<SelectionEvent>> decide, Asker asker, CancellationToken ct, DateTimeOffset? at = null)
    {
        var now = at ?? clock.GetUtcNow();
        return marketplace.TellAsync(new Id<Selection>(id), (Selection known) => decide(known, TodayIn(known.Region, now), now), asker.By(at: at), ct);
    }

    internal static Zone ZoneOf(RegionCode region) => Zone.Of(IndonesianTime.ZoneOf(region));

    private static DateOnly TodayIn(RegionCode region, DateTimeOffset now) => DateFormat.DayIn(now, ZoneOf(region));

    private sealed record OnStall(Guid BusinessId, string Village, bool IsForSale);
}
