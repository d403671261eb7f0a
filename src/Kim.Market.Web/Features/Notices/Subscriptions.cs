using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Language;
using Npgsql;

namespace Kim.Market.Web.Features.Notices;

/// <summary>A way to reach somebody, as they see it themselves. Where it leads stays in the vault.</summary>
public sealed record Subscription(Guid Id, short Channel, string Device, bool English, DateTime? ConfirmedAt, DateTime CreatedAt)
{
    public Channel By => (Channel)Channel;

    public bool IsConfirmed => ConfirmedAt is not null;
}

/// <summary>Keeps by which browsers and mailboxes members, and buyers of a checkout, want to hear.</summary>
public sealed class Subscriptions(NpgsqlDataSource db, Secrets secrets, Vault vault, TimeProvider clock)
{
    /// <summary>So many browsers of one owner; an older one gives way.</summary>
    public const int MostBrowsers = 5;

    /// <summary>So often a day one mailbox is asked whether it wants to hear, whoever typed it.</summary>
    public const int MostQuestions = 3;

    private const string Endpoint = "endpoint";
    private const string Key = "key";
    private const string Secret = "secret";
    private const string Address = "mail";

    public async Task<IReadOnlyList<Subscription>> OfAsync(Guid owner, CancellationToken ct) => await db.RowsAsync<Subscription>(
        $"select id, channel, device, english, confirmed_at, created_at from app.subscriptions where owner_id = {owner} order by channel, created_at desc limit {2 * MostBrowsers}", ct);

    /// <summary>From now on this browser is told. Whoever else was signed in on it hears nothing there any more.</summary>
    public async Task AddBrowserAsync(Guid owner, bool isMember, PushTarget target, string device, CancellationToken ct)
    {
        var (id, hash, now) = (Guid.CreateVersion7(), await HashAsync(target.Endpoint, ct), clock.GetUtcNow());
        var others = isMember
            ? SqlPart.Of($"select id from app.subscriptions where hash = {hash} and is_member and owner_id <> {owner}")
            : SqlPart.Of($"select id from app.subscriptions where false");
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await EndAsync(connection, others, ct);
        if (await AddAsync(connection, id, Channel.Push, owner, isMember, hash, device, now, ct))
        {
            foreach (var statement in Vault.Keep(id, (Endpoint, target.Endpoint), (Key, Base64Url.EncodeToString(target.PublicKey)), (Secret, Base64Url.EncodeToString(target.Secret))))
            {
                await connection.ExecuteAsync(statement, ct);
            }

            await EndAsync(
                connection,
                SqlPart.Of($"select id from app.subscriptions where owner_id = {owner} and channel = {(short)Channel.Push} order by created_at desc offset {MostBrowsers}"), ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>Asks the mailbox whether it is theirs; only its yes makes it a way. Another one of the same owner ends.</summary>
    public async Task AddMailboxAsync(Guid owner, bool isMember, string address, CancellationToken ct)
    {
        var (id, hash, now) = (Guid.CreateVersion7(), await HashAsync(address.ToLowerInvariant(), ct), clock.GetUtcNow());
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await EndAsync(connection, SqlPart.Of($"select id from app.subscriptions where owner_id = {owner} and channel = {(short)Channel.Mail} and hash <> {hash}"), ct);
        var asked = (await connection.RowsAsync<int>(
            $"select count(*)::int from app.subscriptions where hash = {hash} and confirmed_at is null and created_at > {now.AddDays(-1)}", ct))[0];
        if (asked < MostQuestions && await AddAsync(connection, id, Channel.Mail, owner, isMember, hash, "", confirmedAt: null, ct))
        {
            foreach (var statement in Vault.Keep(id, (Address, address)).Append(Deliveries.Ask(id, now)))
            {
                await connection.ExecuteAsync(statement, ct);
            }
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>Ends one of the owner's own.</summary>
    public async Task EndAsync(Guid owner, Guid id, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await EndAsync(connection, SqlPart.Of($"select id from app.subscriptions where owner_id = {owner} and id = {id}"), ct);
    }

    /// <summary>Nobody is there any more.</summary>
    public async Task EndAsync(Guid id, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await EndAsync(connection, SqlPart.Of($"select {id}::uuid"), ct);
    }

    /// <summary>What a letter's key opens; null for a key that was never given out.</summary>
    public async Task<Subscription?> FindAsync(string token, CancellationToken ct) => OrderTokens.HashOf(token) is { } hash
        ? await db.RowAsync<Subscription>($"select id, channel, device, english, confirmed_at, created_at from app.subscriptions where token = {hash}", ct)
        : null;

    public Task ConfirmAsync(Guid id, CancellationToken ct) =>
        db.ExecuteAsync($"update app.subscriptions set confirmed_at = coalesce(confirmed_at, {clock.GetUtcNow()}) where id = {id}", ct);

    /// <summary>The key that stands in letters to a mailbox.</summary>
    public async ValueTask<string> TokenAsync(Guid id, CancellationToken ct) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(await secrets.OfAsync("subscription", ct), id.ToByteArray()).AsSpan(0, 16));

    /// <summary>Where a browser is told; null where it cannot be read any more.</summary>
    public async Task<PushTarget?> BrowserAsync(Guid id, CancellationToken ct) =>
        (await vault.OpenAsync([id], ct))[id].ToDictionary(entry => entry.Field, entry => entry.Value) is { Count: 3 } known
            ? new(known[Endpoint], Base64Url.DecodeFromChars(known[Key]), Base64Url.DecodeFromChars(known[Secret]))
            : null;

    /// <summary>The addresses of these mailboxes.</summary>
    public async Task<ILookup<Guid, string>> MailboxesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) => (await vault.OpenAsync(ids, ct))
        .SelectMany(known => known, (known, entry) => (known.Key, entry)).Where(one => one.entry.Field == Address).ToLookup(one => one.Key, one => one.entry.Value);

    /// <summary>Statements that end all of an owner's, for the transaction that forgets them.</summary>
    public static IEnumerable<Sql> Forget(Guid owner) => End(SqlPart.Of($"select id from app.subscriptions where owner_id = {owner}"));

    /// <summary>Statements that end mailboxes which nobody said yes for.</summary>
    public static IEnumerable<Sql> ForgetUnanswered(DateTimeOffset before) =>
        End(SqlPart.Of($"select id from app.subscriptions where confirmed_at is null and created_at < {before}"));

    /// <summary>Statements that end these, and all that was on its way to them.</summary>
    public static IEnumerable<Sql> End(SqlPart which) =>
    [
        $"delete from app.deliveries where subscription_id in ({which})",
        .. Vault.Forget(which),
        $"delete from app.subscriptions where id in ({which})",
    ];

    private static async Task EndAsync(NpgsqlConnection connection, SqlPart which, CancellationToken ct)
    {
        await using var batch = connection.CreateBatch();
        foreach (var statement in End(which))
        {
            batch.Add(statement);
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    private async Task<bool> AddAsync(
        NpgsqlConnection connection, Guid id, Channel channel, Guid owner, bool isMember, byte[] hash, string device, DateTimeOffset? confirmedAt, CancellationToken ct) =>
        await connection.ExecuteAsync(
            $"""
            insert into app.subscriptions (id, channel, owner_id, is_member, hash, token, device, english, confirmed_at, created_at)
            values ({id}, {(short)channel}, {owner}, {isMember}, {hash}, {OrderTokens.HashOf(await TokenAsync(id, ct))!}, {device}, {Languages.IsEnglish}, {confirmedAt}, {clock.GetUtcNow()})
            on conflict (owner_id, hash) do nothing
            """, ct) == 1;

    private async ValueTask<byte[]> HashAsync(string address, CancellationToken ct) =>
        HMACSHA256.HashData(await secrets.OfAsync("subscription-mark", ct), Encoding.UTF8.GetBytes(address));
}
