using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.EventSourcing;
using Microsoft.AspNetCore.Identity;

namespace Kim.Market.Web.Features.Accounts;

/// <content>Passkeys: one row each, found by the id that the device sends.</content>
public sealed partial class AccountRecords
{
    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => db.ExecuteAsync(
        $"""
        insert into app.passkeys (id, member_id, created_at, doc)
        values ({passkey.CredentialId}, {user.Id}, {clock.GetUtcNow()}, {Json.Of(Kept.Of(passkey), PasskeyJson.Default.Kept)})
        on conflict (id) do update set doc = excluded.doc where passkeys.member_id = excluded.member_id
        """, cancellationToken);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await db.RowsAsync<string>(
            $"select doc::text from app.passkeys where member_id = {user.Id} order by created_at limit 20", cancellationToken)).Select(Kept.Read)];

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => Read(await db.RowAsync<Stored>(
        $"""
        select a.doc::text, a.version from app.passkeys p join app.accounts a on a.id = p.member_id where p.id = {credentialId}
        """, cancellationToken));

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await db.RowsAsync<string>(
            $"select doc::text from app.passkeys where id = {credentialId} and member_id = {user.Id}", cancellationToken)).Select(Kept.Read).SingleOrDefault();

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        db.ExecuteAsync($"delete from app.passkeys where id = {credentialId} and member_id = {user.Id}", cancellationToken);

    /// <summary>A passkey as its document holds it.</summary>
    internal sealed record Kept(
        byte[] Id, byte[] PublicKey, string? Name, DateTimeOffset CreatedAt, uint SignCount, string[]? Transports, bool IsUserVerified,
        bool IsBackupEligible, bool IsBackedUp, byte[] Attestation, byte[] ClientData)
    {
        public static Kept Of(UserPasskeyInfo key) => new(
            key.CredentialId, key.PublicKey, key.Name, key.CreatedAt, key.SignCount, key.Transports, key.IsUserVerified,
            key.IsBackupEligible, key.IsBackedUp, key.AttestationObject, key.ClientDataJson);

        public static UserPasskeyInfo Read(string document)
        {
            var kept = JsonSerializer.Deserialize(document, PasskeyJson.Default.Kept)!;
            return new(
                kept.Id, kept.PublicKey, kept.CreatedAt, kept.SignCount, kept.Transports, kept.IsUserVerified, kept.IsBackupEligible,
                kept.IsBackedUp, kept.Attestation, kept.ClientData)
            { Name = kept.Name };
        }
    }
}

/// <summary>How a passkey is kept in its document.</summary>
[JsonSerializable(typeof(AccountRecords.Kept))]
internal sealed partial class PasskeyJson : JsonSerializerContext;
