using Kim.Market.Domain;
using Kim.Market.Domain.Recoveries;
using Kim.Market.EventSourcing;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>
/// Ways back into accounts. Each level opens them for the one below it, and only for those who are nothing else:
/// a KIM for the people of its stalls, an officer for stalls and boards of the region, an operator for all but operators.
/// </summary>
public sealed class Recoveries(NpgsqlDataSource db, EventStore store, Marketplace marketplace, TimeProvider clock)
{
    /// <returns>The token of the link; null when this member is not the asker's to help.</returns>
    public async Task<string?> IssueAsync(Asker asker, Id<Member> member, Guid command, CancellationToken ct)
    {
        if (await db.RowAsync<Right>(RightOf(asker, member), ct) is not { } right)
        {
            return null;
        }

        var (now, token, id) = (clock.GetUtcNow(), AccountLinks.NewToken(), Id<Recovery>.New());
        var link = new AccountLink(
            id.Value, AccountLinks.Recovery, member.Value, null, right.Desk, right.Scope, null, asker.Scope,
            (now + Recovery.Validity).UtcDateTime, null, 0, null);
        try
        {
            await store.CommitAsync(
                new Commit(asker.By(command))
                    .First(Commands.Once(command, id.ToString()))
                    .Append(id.Value, StreamKind<Recovery>.Name, Expected.New, Recovery.Issue(id, member, right.Desk, right.Scope, now))
                    .Also(AccountLinks.CloseOthers(member.Value, id.Value, now))
                    .Also(AccountLinks.Keep(link, token, now)), ct);
            return token;
        }
        catch (ConstraintRefusedException again) when (again.Constraint == Constraints.CommandOnce)
        {
            return ""; // pressed twice: the first press has its link
        }
    }

    /// <summary>Sets the new password; of two who hold the link at once, one does.</summary>
    public async Task<Refusal?> UseAsync(AccountLink link, string password, UserManager<Account> accounts, CancellationToken ct)
    {
        var id = new Id<Recovery>(link.Id);
        var loaded = await marketplace.LoadAsync<Recovery, RecoveryEvent>(id, ct);
        var now = clock.GetUtcNow();
        var decision = loaded.State!.Use(now);
        if (decision.Refusal is not null || await accounts.FindByIdAsync(link.MemberId.ToString()!) is not { } account)
        {
            return decision.Refusal ?? RecoveryRefusals.TooLate;
        }

        try
        {
            await store.CommitAsync(
                new Commit(new Asker(loaded.State.Member).By())
                    .Append(id.Value, StreamKind<Recovery>.Name, loaded.Version, decision, loaded.History)
                    .Also(AccountLinks.Use(link.Id, now))
                    .Also(Sessions.EndAll(account.Id, Guid.Empty)), ct);
        }
        catch (StreamMovedException)
        {
            return RecoveryRefusals.Used;
        }

        // The link is spent before the password is set: should this fail, a new link is needed, and nobody had two chances.
        await SetPasswordAsync(account, password, accounts);
        return null;
    }

    // Whoever tries to sign in at this very moment changes the account as well: then it is read again.
    private static async Task SetPasswordAsync(Account account, string password, UserManager<Account> accounts)
    {
        for (var attempt = 1; ; attempt++)
        {
            (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
            account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
            var set = await accounts.UpdateSecurityStampAsync(account);
            if (set.Succeeded)
            {
                return;
            }

            account = attempt < 4 && await accounts.FindByIdAsync(account.Id.ToString()) is { } again
                ? again
                : throw new InvalidOperationException($"The new password could not be kept: {set}.");
        }
    }

    private static Sql RightOf(Asker asker, Id<Member> member) =>
        $"""
        select me.desk, me.scope
        from memberships me
        where me.member_id = {asker.Scope} and me.member_id <> {member.Value}
          and exists (select from memberships where member_id = {member.Value})
          and case
            when me.desk = {Desk.Group} and me.role in ('Chair', 'Curator') then not exists (
                select from memberships t left join businesses b on b.business_id = t.scope
                where t.member_id = {member.Value} and (t.desk <> {Desk.Seller} or b.group_id is distinct from me.scope))
            when me.desk = {Desk.Office} and me.role = 'Officer' then not exists (
                select from memberships t
                left join businesses b on b.business_id = t.scope
                left join groups g on g.group_id = t.scope
                where t.member_id = {member.Value} and (
                    t.desk not in ({Desk.Seller}, {Desk.Group})
                    or (coalesce(b.village, g.seat) || '.' like me.region || '.%') is not true))
            when me.desk = {Desk.Operator} then not exists (
                select from memberships t where t.member_id = {member.Value} and t.desk = {Desk.Operator})
            else false
          end
        limit 1
        """;

    private sealed record Right(string Desk, Guid Scope);
}
