using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>Where somebody passes a page on.</summary>
public enum ShareChannel { WhatsApp, Facebook }

/// <summary>How often one thing was passed on.</summary>
/// <param name="Last">The last day on which it was, in UTC.</param>
/// <param name="All">How often everything of its KIM was.</param>
public sealed record SharedPiece(short Kind, string Key, string Title, long Shares, DateOnly Last, long All)
{
    public PieceKind What => (PieceKind)Kind;
}

/// <summary>Counts how often a page was passed on, by day. Nobody is counted: there is no address, no cookie and no person in it.</summary>
public sealed class Shares(NpgsqlDataSource db, TimeProvider clock)
{
    private const int MostPieces = 100;

    /// <summary>What reads pages for others, and is not somebody who passes one on.</summary>
    private static readonly string[] Machines = ["bot", "crawl", "spider", "facebookexternalhit", "whatsapp/", "preview", "curl", "wget", "python"];

    /// <param name="key">Whatever time of it was passed on.</param>
    public async Task CountAsync(PieceKind kind, string key, ShareChannel channel, CancellationToken ct)
    {
        key = ResultPieces.WithoutTime(key);
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await db.ExecuteAsync(
            $"""
            insert into app.shares (kind, key, day, channel, shares) values ({(short)kind}, {key}, {day}, {(short)channel}, 1)
            on conflict (kind, key, day, channel) do update set shares = app.shares.shares + 1
            """, ct);
    }

    public async Task<long> OfAsync(PieceKind kind, string key, CancellationToken ct) =>
        (await db.RowsAsync<long>($"select coalesce(sum(shares), 0)::bigint from app.shares where kind = {(short)kind} and key = {ResultPieces.WithoutTime(key)}", ct))[0];

    /// <summary>What of a KIM was passed on, most often first: its own page, market days and results, its stalls and their goods, what it wrote.</summary>
    public Task<List<SharedPiece>> OfKimAsync(Asker asker, Guid kim, CancellationToken ct) => db.RowsAsync<SharedPiece>(
        $"""
        with own as (select group_id, name, slug from groups g where g.group_id = {kim} and {IsAt(asker)}),
        pieces as (
            select {(short)PieceKind.Group}::smallint as kind, slug as key, name as title from own
            union all
            select {(short)PieceKind.MarketDay}, slug, name from own
            union all
            select {(short)PieceKind.GroupResult}, slug, name from own
            union all
            select {(short)PieceKind.Shop}, b.slug, b.name from businesses b join own using (group_id)
            union all
            select k.kind, p.slug, p.name
            from products p
            join businesses b on b.business_id = p.business_id
            join own on own.group_id = b.group_id
            cross join (values ({(short)PieceKind.Product}::smallint), ({(short)PieceKind.Harvest}::smallint)) as k (kind)
            union all
            select {(short)PieceKind.Story}, t.slug, t.title from stories t join own using (group_id)
            union all
            select {(short)PieceKind.Potential}, o.slug, o.title from potentials o join own using (group_id))
        select pieces.kind, pieces.key, pieces.title, sum(s.shares)::bigint as shares, max(s.day) as last, sum(sum(s.shares)) over ()::bigint as "all"
        from pieces
        join app.shares s on s.kind = pieces.kind and s.key = pieces.key
        group by pieces.kind, pieces.key, pieces.title
        order by shares desc, last desc, pieces.key
        limit {MostPieces}
        """, ct);

    // Anybody of its board: what is counted has no person in it.
    private static SqlPart IsAt(Asker asker) => SqlPart.Of(
        $"exists (select from memberships m where m.member_id = {asker.Scope} and m.desk = {Desk.Group} and m.scope = g.group_id)");

    /// <summary>Whether a person pressed, as far as a request says: neither a machine nor a browser that only looks ahead.</summary>
    public static bool IsPressed(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.Headers.ContainsKey("Purpose") && !request.Headers.ContainsKey("Sec-Purpose") && !request.Headers.ContainsKey("X-Moz")
        && request.Headers.UserAgent.ToString() is { Length: > 0 } agent
        && !Machines.Any(machine => agent.Contains(machine, StringComparison.OrdinalIgnoreCase));
}
