using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Erasures;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Installations;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Coachings;
using Kim.Market.Web.Features.Notices;

namespace Kim.Market.Web.Features.Erasures;

/// <summary>Ends an account and every task its owner held, in one transaction. What they did stays, under an id of nobody.</summary>
public sealed class AccountErasures(EventStore store, Marketplace marketplace, TimeProvider clock)
{
    /// <returns>Why not, and the place that would be left without anybody; nulls when it is done.</returns>
    public async Task<(Refusal? Refusal, Membership? At)> EndAsync(Asker asker, string login, IReadOnlyList<Membership> places, CancellationToken ct)
    {
        var (now, member) = (clock.GetUtcNow(), asker.Member!.Value);
        var asked = Erasure.Request(ErasureScope.Account, member.Value, isBusy: false, keepUntil: null, now);
        var commit = new Commit(asker.By()).Append(Erasure.Of(member.Value).Value, StreamKind<Erasure>.Name, Expected.New, asked);
        foreach (var scope in places.GroupBy(place => (place.Desk, place.Scope)).Select(held => held.ToList()))
        {
            var refusal = scope[0].Desk switch
            {
                Desk.Seller => await LeaveAsync<Business, BusinessEvent, BusinessRole>(commit, scope, (known, role) => known.Release(member, role, now), ct),
                Desk.Group => await LeaveAsync<Group, GroupEvent, GroupRole>(commit, scope, (known, role) => known.Release(member, role, now), ct),
                Desk.Office => await LeaveAsync<Office, OfficeEvent, OfficeRole>(commit, scope, (known, role) => known.Release(member, role, now), ct),
                _ => await LeaveAsync<Installation, InstallationEvent, InstallationRole>(commit, scope, (known, _) => known.Release(member, now), ct),
            };
            if (refusal is not null)
            {
                return (refusal, scope[0]);
            }
        }

        commit
            .Also(Sessions.EndAll(member.Value, Guid.Empty))
            .Also(AccountLog.Forget(member.Value))
            .Also(NoticeBook.Forget(member.Value))
            .Also($"delete from app.passkeys where member_id = {member.Value}")
            .Also($"delete from app.account_links where member_id = {member.Value} or login = {login}")
            .Also($"delete from app.accounts where id = {member.Value}");
        foreach (var statement in Subscriptions.Forget(member.Value).Concat(NoticeChoices.Forget(member.Value)).Concat(CoachingCertificates.Forget(member.Value)))
        {
            commit.Also(statement);
        }

        await store.CommitAsync(commit, ct);
        return default;
    }

    private async Task<Refusal?> LeaveAsync<T, TEvent, TRole>(
        Commit commit, List<Membership> places, Func<T, TRole, Decision<TEvent>> release, CancellationToken ct)
        where T : class, IAggregate<T, TEvent>
        where TEvent : class
        where TRole : struct, Enum
    {
        var scope = places[0].Scope;
        var loaded = await marketplace.LoadAsync<T, TEvent>(new(scope), ct);
        var (state, left) = (loaded.State!, new List<TEvent>());
        foreach (var place in places)
        {
            var decision = release(state, Enum.Parse<TRole>(place.Role));
            if (decision.Refusal is { } refusal)
            {
                return refusal;
            }

            left.AddRange(decision);
            state = decision.Aggregate(state, (known, happened) => T.Evolve(known, happened));
        }

        commit.Append(scope, StreamKind<T>.Name, loaded.Version, left, loaded.History);
        return null;
    }
}
