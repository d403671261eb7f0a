using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Carts;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Npgsql;

namespace Kim.Market.Web.Features.Favourites;

/// <summary>Something that was kept, as it is today.</summary>
public sealed record Favourite(CartLine Now, long PriceThen, bool WasOut)
{
    /// <summary>There was none when it was kept, and there is some now.</summary>
    public bool IsBack => WasOut && Now.Problem == LineProblem.None;

    /// <summary>How its price moved since; null where it did not.</summary>
    public string? Moved(Words words) => (Now.Price - PriceThen) switch
    {
        < 0 and var change => words["turun {0} sejak disimpan", RupiahFormat.Full(-change)],
        > 0 and var change => words["naik {0} sejak disimpan", RupiahFormat.Full(change)],
        _ => null,
    };

    /// <summary>Why it cannot be bought now; null where it can.</summary>
    public string? Missing(Words words) => Now.Problem switch
    {
        LineProblem.None => null,
        LineProblem.SoldOut => words["Habis"],
        _ => LineWords.Of(Now, words),
    };
}

/// <summary>Reads what a browser remembers, whatever became of it.</summary>
public sealed class FavouriteGoods(NpgsqlDataSource db)
{
    private static SqlPart Least => SqlPart.Of($"greatest(1, (p.terms ->> 'Minimum')::int)");

    /// <summary>In the order in which they were kept; what was never on a stall is passed over.</summary>
    public async Task<IReadOnlyList<Favourite>> OfAsync(IReadOnlyList<Kept> kept, CancellationToken ct)
    {
        var lines = kept.Count == 0 ? [] : (await db.RowsAsync<CartLine>(
            $"select {CartLines.Sold(Least)} where p.product_id = any({kept.Select(one => one.Product).ToArray()})", ct))
            .ToDictionary(line => line.ProductId);
        return [.. kept.Where(one => lines.ContainsKey(one.Product)).Select(one => new Favourite(lines[one.Product], one.Price, one.WasOut))];
    }

    /// <summary>What is to be kept of something on a stall; null for what is on none.</summary>
    public Task<Kept?> FindAsync(string slug, CancellationToken ct) =>
        db.RowAsync<Kept>(
            $"""
            select p.product_id as product, coalesce(p.price, 0) as price, s.on_hand <= s.reserved as was_out
            from products p join stock_levels s on s.product_id = p.product_id
            where p.slug = {slug} and p.status = 1
            """, ct);
}
