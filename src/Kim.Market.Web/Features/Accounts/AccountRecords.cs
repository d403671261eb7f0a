using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.EventSourcing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>Where ASP.NET Core Identity keeps accounts: one table, one document an account, optimistic concurrency.</summary>
public sealed partial class AccountRecords(NpgsqlDataSource db, IDataProtectionProvider protection, TimeProvider clock)
    : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserLockoutStore<Account>, IUserTwoFactorStore<Account>,
        IUserAuthenticatorKeyStore<Account>, IUserTwoFactorRecoveryCodeStore<Account>, IUserPasskeyStore<Account>
{
    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => SaveAsync(
        user,
        $"""
        insert into app.accounts (id, user_name, email, version, doc)
        values ({user.Id}, {user.NormalizedUserName}, {user.NormalizedEmail}, {user.Version + 1}, {Document(user)})
        on conflict (user_name) do nothing
        returning version
        """, cancellationToken);

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => SaveAsync(
        user,
        $"""
        update app.accounts
        set user_name = {user.NormalizedUserName}, email = {user.NormalizedEmail}, version = version + 1, doc = {Document(user)}
        where id = {user.Id} and version = {user.Version}
        returning version
        """, cancellationToken);

    public async Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken)
    {
        await db.ExecuteAsync($"delete from app.accounts where id = {user.Id}", cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Guid.TryParse(userId, out var id)
        ? Read(await db.RowAsync<Stored>($"select doc::text, version from app.accounts where id = {id}", cancellationToken))
        : null;

    public async Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => Read(
        await db.RowAsync<Stored>($"select doc::text, version from app.accounts where user_name = {normalizedUserName}", cancellationToken));

    public void Dispose()
    {
    }

    private static Json Document(Account user) => Json.Of(user, AccountJson.Default.Account);

    private static Account? Read(Stored? stored)
    {
        if (stored is null)
        {
            return null;
        }

        var account = JsonSerializer.Deserialize(stored.Doc, AccountJson.Default.Account)!;
        account.Version = stored.Version;
        return account;
    }

    private async Task<IdentityResult> SaveAsync(Account user, Sql statement, CancellationToken ct)
    {
        try
        {
            var versions = await db.RowsAsync<long>(statement, ct);
            if (versions.Count == 0)
            {
                return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
            }

            user.Version = versions[0];
            return IdentityResult.Success;
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().DuplicateUserName(""));
        }
    }

    private sealed record Stored(string Doc, long Version);
}

/// <summary>How an account is kept in its document.</summary>
[JsonSerializable(typeof(Account))]
internal sealed partial class AccountJson : JsonSerializerContext;
