using System.Text;
using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.People;
using Npgsql;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>What asker, KIM and office said to each other: sealed with the asker's key, so that all of it goes with them.</summary>
public sealed class EnquiryWords(NpgsqlDataSource db)
{
    private const string Field = "enquiry";

    public static Sql Keep(byte[] key, Guid id, Guid enquiry, Guid buyer, string text) =>
        $"""
        insert into vault.enquiry_words (id, enquiry_id, buyer_id, sealed)
        values ({id}, {enquiry}, {buyer}, {Vault.Seal(key, id, Field, Encoding.UTF8.GetBytes(text))})
        """;

    public static Sql Forget(Guid buyer) => $"delete from vault.enquiry_words where buyer_id = {buyer}";

    /// <summary>The number among what the vault holds of an asker, of whatever country; null once they were forgotten.</summary>
    public static WorldNumber? NumberOf(IEnumerable<(string Field, string Value)> known) =>
        known.Where(entry => entry.Field == "whatsapp").Select(entry => WorldNumber.Kept(entry.Value)).FirstOrDefault();

    /// <summary>Null for an asker who was forgotten: there is nothing to seal with.</summary>
    public async Task<byte[]?> KeyOfAsync(Guid buyer, CancellationToken ct) =>
        (await db.RowAsync<Key>($"select key as bytes from vault.keys where subject = {buyer}", ct))?.Bytes;

    /// <summary>What was said in an enquiry, by its id. Whose it is to read, the caller has asked.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(Guid enquiry, CancellationToken ct)
    {
        var boxes = await db.RowsAsync<Box>(
            $"""
            select w.id, w.sealed, k.key
            from vault.enquiry_words w join vault.keys k on k.subject = w.buyer_id
            where w.enquiry_id = {enquiry}
            """, ct);
        return boxes.ToDictionary(box => box.Id, box => Encoding.UTF8.GetString(Vault.Open(box.Key, box.Id, Field, box.Sealed)));
    }

    private sealed record Key(byte[] Bytes);

    private sealed record Box(Guid Id, byte[] Sealed, byte[] Key);
}
