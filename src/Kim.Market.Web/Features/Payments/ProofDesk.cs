using System.Security.Cryptography;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Papers;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Features.Readings;
using Kim.Market.Web.Pictures;
using Npgsql;

namespace Kim.Market.Web.Features.Payments;

/// <summary>
/// Takes in the pictures with which buyers show that they have paid, and opens them to that buyer and to that seller alone.
/// Each is drawn anew without what a telephone writes into it, and sealed with its buyer's key.
/// </summary>
public sealed class ProofDesk(OrderDesk desk, Pictures.Pictures pictures, NpgsqlDataSource db, ReadingLog readings)
{
    private const string Field = "proof";

    /// <summary>Whose order it is, the caller has checked.</summary>
    public async Task<Refusal?> GiveAsync(Guid order, Guid buyer, IFormFile? photo, Metadata by, CancellationToken ct)
    {
        if (photo is not { Length: > 0 })
        {
            return ProofRefusals.NoPicture;
        }

        if (photo.Length > PictureLimits.Bytes)
        {
            return PictureRefusals.TooHeavy;
        }

        if (await db.RowAsync<Key>($"select key as bytes from vault.keys where subject = {buyer}", ct) is not { } key)
        {
            return ProofRefusals.Forgotten;
        }

        try
        {
            await using var upload = photo.OpenReadStream();
            var file = Convert.ToHexStringLower(await SHA256.HashDataAsync(upload, ct));
            upload.Position = 0;
            var picture = await pictures.CleanAsync(upload, ct);
            var (id, pixels) = (Guid.CreateVersion7(), Pictures.Pictures.HashOf(picture));
            var box = Vault.Seal(key.Bytes, id, Field, picture);
            var type = picture is [0xFF, 0xD8, ..] ? "image/jpeg" : "image/webp";
            return await desk.TellAsync(
                new Id<Order>(order), version: null, (known, now) => known.GiveProof(id, file, pixels, now), by, ct,
                also: [$"insert into vault.proofs (id, order_id, buyer_id, type, sealed) values ({id}, {order}, {buyer}, {type}, {box})"]);
        }
        catch (PictureRefusedException refused)
        {
            return refused.Refusal;
        }
    }

    /// <summary>For the owner and the staff of the stall; nobody who only helps looks at how somebody paid.</summary>
    public Task<Paper?> OpenAsync(Asker asker, Guid proof, CancellationToken ct) => OpenAsync(
        $"""
        select p.id, p.type, p.sealed, k.key
        from vault.proofs p
        join vault.keys k on k.subject = p.buyer_id
        join orders o on o.order_id = p.order_id
        where p.id = {proof} and exists (
            select from memberships m
            where m.scope = o.business_id and m.member_id = {asker.Scope} and m.desk = {Desk.Seller}
              and m.role in ({nameof(BusinessRole.Owner)}, {nameof(BusinessRole.Staff)}))
        """, ct);

    /// <summary>For the buyer, by their own key; the one in a seller's chat does not open it.</summary>
    public async Task<Paper?> OpenAsync(string token, Guid proof, CancellationToken ct) => OrderTokens.HashOf(token) is { } hash
        ? await OpenAsync(
            $"""
            select p.id, p.type, p.sealed, k.key
            from app.order_tokens t
            join orders o on o.checkout_id = t.checkout_id
            join vault.proofs p on p.order_id = o.order_id
            join vault.keys k on k.subject = p.buyer_id
            where t.hash = {hash} and t.order_id is null and p.id = {proof}
            """, ct)
        : null;

    private async Task<Paper?> OpenAsync(Sql one, CancellationToken ct)
    {
        try
        {
            if (await db.RowAsync<Box>(one, ct) is not { } box)
            {
                return null;
            }

            var picture = new Paper(box.Type, Vault.Open(box.Key, box.Id, Field, box.Sealed));
            await readings.NoteAsync([box.Id], ct);
            return picture;
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
