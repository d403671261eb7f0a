using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>Where somebody passes a page on.</summary>
public enum ShareChannel { WhatsApp, Facebook }

/// <summary>Counts how often a page was passed on, by day. Nobody is counted: there is no address, no cookie and no person in it.</summary>
public sealed class Shares(NpgsqlDataSource db, TimeProvider clock)
{
    /// <summary>What reads pages for others, and is not somebody who passes one on.</summary>
    private static readonly string[] Machines = ["bot", "crawl", "spider", "facebookexternalhit", "whatsapp/", "preview", "curl", "wget", "python"];

    public async Task CountAsync(PieceKind kind, string key, ShareChannel channel, CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await db.ExecuteAsync(
            $"""
            insert into app.shares (kind, key, day, channel, shares) values ({(short)kind}, {key}, {day}, {(short)channel}, 1)
            on conflict (kind, key, day, channel) do update set shares = app.shares.shares + 1
            """, ct);
    }

    public async Task<long> OfAsync(PieceKind kind, string key, CancellationToken ct) =>
        (await db.RowsAsync<long>($"select coalesce(sum(shares), 0)::bigint from app.shares where kind = {(short)kind} and key = {key}", ct))[0];

    /// <summary>Whether a person pressed, as far as a request says: neither a machine nor a browser that only looks ahead.</summary>
    public static bool IsPressed(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.Headers.ContainsKey("Purpose") && !request.Headers.ContainsKey("Sec-Purpose") && !request.Headers.ContainsKey("X-Moz")
        && request.Headers.UserAgent.ToString() is { Length: > 0 } agent
        && !Machines.Any(machine => agent.Contains(machine, StringComparison.OrdinalIgnoreCase));
}
