using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Installations;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>Brings people to a desk: by a link that holds for a day and for one of them.</summary>
public sealed class Invitations(NpgsqlDataSource db, EventStore store, Marketplace marketplace, TimeProvider clock)
{
    /// <summary>Whoever asks must have been found to be allowed to: see the pages.</summary>
    /// <param name="login">For this number or address alone; null for whoever holds the link.</param>
    /// <returns>The token of the link; empty when this command has made one already.</returns>
    public async Task<string> IssueAsync(
        Asker asker, string desk, Guid scope, Enum role, string? login, Guid command, CancellationToken ct)
    {
        var (now, token) = (clock.GetUtcNow(), AccountLinks.NewToken());
        var link = new AccountLink(
            command, AccountLinks.Invitation, null, login, desk, scope, role.ToString(), asker.Member?.Value,
            now.AddDays(1).UtcDateTime, null, 0, null);
        try
        {
            await db.ExecuteAsync(AccountLinks.Keep(link, token, now), ct);
            return token;
        }
        catch (PostgresException again) when (again.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return "";
        }
    }

    /// <summary>Appoints the member to what the link says; of two who press at once, one is.</summary>
    public async Task<Refusal?> AcceptAsync(AccountLink link, Id<Member> member, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return link.Desk switch
        {
            Desk.Seller => await AcceptAsync<Business, BusinessEvent>(
                link, member, known => known!.Appoint(member, Enum.Parse<BusinessRole>(link.Role!), now), ct),
            Desk.Group => await AcceptAsync<Group, GroupEvent>(
                link, member, known => known!.Appoint(member, Enum.Parse<GroupRole>(link.Role!), now), ct),
            Desk.Office => await AcceptAsync<Office, OfficeEvent>(
                link, member, known => known!.Appoint(member, Enum.Parse<OfficeRole>(link.Role!), now), ct),
            _ => await AcceptAsync<Installation, InstallationEvent>(
                link, member, known => Installation.Appoint(known, member, now), ct),
        };
    }

    private async Task<Refusal?> AcceptAsync<T, TEvent>(
        AccountLink link, Id<Member> member, Func<T?, Decision<TEvent>> decide, CancellationToken ct)
        where T : class, IAggregate<T, TEvent>
        where TEvent : class
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var loaded = await marketplace.LoadAsync<T, TEvent>(new(link.Scope), ct);
                var decision = decide(loaded.State);
                if (decision.Refusal is null)
                {
                    await store.CommitAsync(
                        new Commit(new Asker(member).By(link.Id))
                            .First(Commands.Once(link.Id, member.ToString()))
                            .Append(link.Scope, StreamKind<T>.Name, loaded.Version, decision, loaded.History)
                            .Also(AccountLinks.Use(link.Id, clock.GetUtcNow())), ct);
                }

                return decision.Refusal;
            }
            catch (StreamMovedException) when (attempt < 4)
            {
                // Somebody else was appointed just now: ask again.
            }
            catch (ConstraintRefusedException again) when (again.Constraint == Constraints.CommandOnce)
            {
                return Domain.Recoveries.RecoveryRefusals.Used;
            }
        }
    }
}
