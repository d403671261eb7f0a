using System.Security.Cryptography;
using System.Text;
using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Features.Orders;
using Npgsql;

namespace Kim.Market.Web.Features.Lookups;

/// <summary>How typing a code ended.</summary>
public enum LookupAnswer
{
    /// <summary>It opened orders.</summary>
    Open,

    /// <summary>It fits nothing.</summary>
    Wrong,

    /// <summary>It was not even compared: there is no request any more that it could belong to.</summary>
    Over,
}

/// <summary>Keeps which browser asked for the orders of which number, and what it was let into. Whether a number is known changes nothing that can be seen.</summary>
public sealed class LookupDesk(NpgsqlDataSource db, BuyerMarks marks, LookupCodes codes, TimeProvider clock)
{
    /// <summary>So often may a code be typed for one request; with more, it would be guessed.</summary>
    public const int MostTries = 5;

    /// <summary>So often a day people are told that somebody asks for one number, whoever asks.</summary>
    public const int MostSends = 3;

    /// <summary>A person has to see it, and send it on.</summary>
    public static readonly TimeSpan ByHand = TimeSpan.FromDays(1);

    /// <summary>A letter or a message of the browser is there at once.</summary>
    public static readonly TimeSpan ByItself = TimeSpan.FromMinutes(15);

    /// <summary>Stalls are asked for orders that are no older.</summary>
    public static readonly TimeSpan Past = TimeSpan.FromDays(365);

    private const int MostDoors = 50;

    /// <summary>Writes the request down, once for a browser, and tells those who could help. Nothing depends on whether the number has orders.</summary>
    public async Task AskAsync(byte[] browser, WhatsAppNumber number, CancellationToken ct)
    {
        var (mark, now) = (await marks.OfAsync(number, ct), clock.GetUtcNow());
        await using var batch = db.CreateBatch();
        batch.Add($"select pg_advisory_xact_lock({BitConverter.ToInt64(mark)})"); // who counts must not count at once with another
        batch.Add(
            $"""
            update vault.lookups set closed_at = {now}
            where browser = {browser} and closed_at is null and (mark <> {mark} or asked_at <= {now - ByHand} or tries >= {MostTries})
            """);
        batch.Add(
            $"""
            insert into vault.lookups (id, browser, mark, asked_at) values ({Guid.NewGuid()}, {browser}, {mark}, {now})
            on conflict (browser) where closed_at is null do nothing
            """);
        batch.Add(
            $"""
            with told as (
                update vault.lookups set sends = sends + 1, sent_at = {now}
                where browser = {browser} and closed_at is null and mark = {mark} and (sent_at is null or sent_at <= {now - ByItself})
                  and (select coalesce(sum(sends), 0) from vault.lookups where mark = {mark} and asked_at > {now.AddDays(-1)}) < {MostSends}
                returning id)
            insert into app.outbox (kind, stream, at) select {(short)NoticeKind.LookupAsked}, id, {now} from told
            """);
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Whether this browser may still type a code.</summary>
    public async Task<bool> IsWaitingAsync(byte[] browser, CancellationToken ct) => (await db.RowsAsync<bool>(
        $"""
        select exists (
            select from vault.lookups where browser = {browser} and closed_at is null and asked_at > {clock.GetUtcNow() - ByHand} and tries < {MostTries})
        """, ct))[0];

    /// <summary>Each try counts before it is compared, so that a hundred at once are no more than one by one.</summary>
    public async Task<LookupAnswer> TryAsync(byte[] browser, string? typed, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.RowAsync<Asked>(
            $"""
            update vault.lookups set tries = tries + 1
            where browser = {browser} and closed_at is null and asked_at > {now - ByHand} and tries < {MostTries}
            returning id, mark, sent_at
            """, ct) is not { } asked)
        {
            return LookupAnswer.Over;
        }

        Door? fitting = null;
        var digits = LookupCodes.Read(typed);
        foreach (var door in await DoorsAsync(asked, now, ct))
        {
            var code = Encoding.ASCII.GetBytes(await codes.ForAsync(asked.Id, door.Target, ct));
            fitting = CryptographicOperations.FixedTimeEquals(digits, code) ? door : fitting;
        }

        if (fitting is null)
        {
            return LookupAnswer.Wrong;
        }

        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            insert into vault.lookup_openings (browser, mark, business_id, way, opened_at, until)
            values ({browser}, {asked.Mark}, {(fitting.Way is null ? fitting.Target : (Guid?)null)}, {fitting.Way}, {now}, {now + LookupCookie.Lifetime})
            on conflict on constraint lookup_openings_once do update set opened_at = excluded.opened_at, until = excluded.until
            """);
        batch.Add($"update vault.lookups set tries = tries - 1 where id = {asked.Id} and tries > 0");
        await batch.ExecuteNonQueryAsync(ct);
        return LookupAnswer.Open;
    }

    /// <summary>This browser sees nothing any more that a code had opened.</summary>
    public async Task EndAsync(byte[] browser, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add($"update vault.lookups set closed_at = {clock.GetUtcNow()} where browser = {browser} and closed_at is null");
        batch.Add($"delete from vault.lookup_openings where browser = {browser}");
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Statements that leave nothing of a number of which this buyer is the last; to be run before the mark itself goes.</summary>
    public static IEnumerable<Sql> Forget(Guid buyer)
    {
        var last = SqlPart.Of(
            $"""
            select m.mark from vault.buyer_marks m
            where m.buyer = {buyer} and not exists (select from vault.buyer_marks other where other.mark = m.mark and other.buyer <> {buyer})
            """);
        yield return $"delete from vault.lookups where mark in ({last})";
        yield return $"delete from vault.lookup_openings where mark in ({last})";
    }

    // What could be opened now: stalls with orders of the number, and ways that were set on one of them. One mailbox on ten orders is one door.
    private Task<List<Door>> DoorsAsync(Asked asked, DateTimeOffset now, CancellationToken ct) => db.RowsAsync<Door>(
        $"""
        (select distinct on (s.hash) s.id as target, s.hash as way
         from vault.buyer_marks m join app.subscriptions s on s.owner_id = m.buyer and s.confirmed_at is not null
         where m.mark = {asked.Mark} and {asked.SentAt is { } sent && sent > now - ByItself}
         order by s.hash, s.id limit {MostDoors})
        union all
        (select distinct o.business_id, null::bytea
         from vault.buyer_marks m join orders o on o.buyer_id = m.buyer
         where m.mark = {asked.Mark} and o.placed_at > {now - Past} and {asked.SentAt is not null}
         order by o.business_id limit {MostDoors})
        """, ct);

    private sealed record Asked(Guid Id, byte[] Mark, DateTime? SentAt);

    private sealed record Door(Guid Target, byte[]? Way);
}
