using System.Security.Cryptography;
using System.Text;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Papers;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Features.Readings;
using Npgsql;

namespace Kim.Market.Web.Features.Complaints;

/// <summary>What both sides wrote and showed in a complaint: sealed with the buyer's key, opened to those whom it concerns.</summary>
public sealed class Evidence(NpgsqlDataSource db, ReadingLog readings)
{
    private const string Field = "evidence";
    private const string Text = "text/plain";

    /// <summary>
    /// Which orders <c>o</c> somebody may read the complaint of: whose stall it is; once it was passed on, the board of its
    /// KIM and the office of its region too.
    /// </summary>
    public static SqlPart MayRead(Asker asker) => SqlPart.Of(
        $"""
        exists (
            select from memberships m
            where m.member_id = {asker.Scope} and (
                (m.desk = {Desk.Seller} and m.scope = o.business_id
                    and m.role in ({nameof(BusinessRole.Owner)}, {nameof(BusinessRole.Staff)}, {nameof(BusinessRole.OrderHelper)}))
                or (o.escalated_at is not null and m.desk = {Desk.Group} and m.scope = o.group_id
                    and m.role in ({nameof(GroupRole.Chair)}, {nameof(GroupRole.Curator)}))
                or (o.escalated_at is not null and m.desk = {Desk.Office} and o.village || '.' like m.region || '.%')))
        """);

    /// <summary>Null for a buyer who was forgotten: there is nothing to seal with.</summary>
    public async Task<byte[]?> KeyOfAsync(Guid buyer, CancellationToken ct) =>
        (await db.RowAsync<Key>($"select key as bytes from vault.keys where subject = {buyer}", ct))?.Bytes;

    public static Sql Keep(byte[] key, Guid id, Guid order, Guid buyer, string text) =>
        Keep(id, order, buyer, Text, Vault.Seal(key, id, Field, Encoding.UTF8.GetBytes(text)));

    public static Sql Keep(byte[] key, Guid id, Guid order, Guid buyer, byte[] picture) =>
        Keep(id, order, buyer, picture is [0xFF, 0xD8, ..] ? "image/jpeg" : "image/webp", Vault.Seal(key, id, Field, picture));

    public static Sql Forget(Guid buyer) => $"delete from vault.evidence where buyer_id = {buyer}";

    /// <summary>What was written about these orders, by its id. Whose they are to read, the caller has asked.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> WordsAsync(IEnumerable<Guid> orders, CancellationToken ct)
    {
        var boxes = await db.RowsAsync<Box>(
            $"""
            select e.id, e.type, e.sealed, k.key
            from vault.evidence e join vault.keys k on k.subject = e.buyer_id
            where e.order_id = any({orders.ToArray()}) and e.type = {Text}
            """, ct);
        return boxes.Select(box => (box.Id, Plain: Open(box))).Where(box => box.Plain is not null)
            .ToDictionary(box => box.Id, box => Encoding.UTF8.GetString(box.Plain!));
    }

    /// <summary>A picture, for somebody whom the complaint concerns.</summary>
    public Task<Paper?> PhotoAsync(Asker asker, Guid photo, CancellationToken ct) => PhotoAsync(
        $"""
        select e.id, e.type, e.sealed, k.key
        from vault.evidence e
        join vault.keys k on k.subject = e.buyer_id
        join orders o on o.order_id = e.order_id
        where e.id = {photo} and e.type <> {Text} and {MayRead(asker)}
        """, ct);

    /// <summary>For the buyer, by their own key; the one in a seller's chat does not open it.</summary>
    public async Task<Paper?> PhotoAsync(string token, Guid photo, CancellationToken ct) => OrderTokens.HashOf(token) is { } hash
        ? await PhotoAsync(
            $"""
            select e.id, e.type, e.sealed, k.key
            from app.order_tokens t
            join orders o on o.checkout_id = t.checkout_id
            join vault.evidence e on e.order_id = o.order_id
            join vault.keys k on k.subject = e.buyer_id
            where t.hash = {hash} and t.order_id is null and e.id = {photo} and e.type <> {Text}
            """, ct)
        : null;

    private static Sql Keep(Guid id, Guid order, Guid buyer, string type, byte[] box) =>
        $"insert into vault.evidence (id, order_id, buyer_id, type, sealed) values ({id}, {order}, {buyer}, {type}, {box}) on conflict do nothing";

    private async Task<Paper?> PhotoAsync(Sql one, CancellationToken ct)
    {
        if (await db.RowAsync<Box>(one, ct) is not { } box || Open(box) is not { } picture)
        {
            return null;
        }

        await readings.NoteAsync([box.Id], ct);
        return new(box.Type, picture);
    }

    private static byte[]? Open(Box box)
    {
        try
        {
            return Vault.Open(box.Key, box.Id, Field, box.Sealed);
        }
        catch (AuthenticationTagMismatchException)
        {
            // the buyer was forgotten, and what was kept of them by law has another key
            return null;
        }
    }

    private sealed record Key(byte[] Bytes);

    private sealed record Box(Guid Id, string Type, byte[] Sealed, byte[] Key);
}
