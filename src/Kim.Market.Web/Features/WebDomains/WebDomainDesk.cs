using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.WebDomains;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Storefronts;
using Npgsql;

namespace Kim.Market.Web.Features.WebDomains;

/// <summary>Claims names, looks for their proofs, and lets go of them. Whose KIM it is, the caller has checked.</summary>
public sealed class WebDomainDesk(
    Marketplace marketplace, EventStore store, NpgsqlDataSource db, WebDomainBook book, IDomainProofs proofs, KimNames names, TimeProvider clock)
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    /// <param name="id">Drawn with the form: sent twice, it is one claim.</param>
    public async Task<Refusal?> ClaimAsync(Id<WebDomain> id, Id<Group> kim, string? host, Asker asker, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var claimed = WebDomain.Claim(id, kim, host, names.Own, now);
        if (claimed.Refusal is { } refusal)
        {
            return refusal;
        }

        var commit = new Commit(asker.By(id.Value));
        foreach (var statement in Few(kim.Value))
        {
            commit.First(statement);
        }

        commit.Append(id.Value, StreamKind<WebDomain>.Name, Expected.New, claimed, []);
        commit.Also($"insert into app.domain_checks (domain_id, next_at) values ({id.Value}, {now + Soon})");
        try
        {
            await store.CommitAsync(commit, ct);
            return null;
        }
        catch (StreamMovedException)
        {
            return null; // the same form, sent before
        }
        catch (ConstraintRefusedException refused)
        {
            return await IsClaimedAsync(id, ct) ? null : Constraints.Explain(refused); // its twin counts as well
        }
    }

    /// <summary>Looks for the proof now, and does what follows from it.</summary>
    /// <returns>Why the name shows no page; null where it does.</returns>
    public async Task<Refusal?> LookAsync(Id<WebDomain> id, Metadata by, CancellationToken ct)
    {
        if ((await marketplace.LoadAsync<WebDomain, WebDomainEvent>(id, ct)).State is not { Standing: not DomainStanding.Over } domain)
        {
            return WebDomainRefusals.IsOver;
        }

        var look = await proofs.LookAsync(domain.Host, domain.Proof, ct);
        var refusal = look.Proof is { } proof
            ? await VerifyAsync(domain, proof, by, ct)
            : await marketplace.TellAsync(id, (WebDomain known) => known.Miss(clock.GetUtcNow()), by, ct) ?? WebDomainRefusals.NoProof;
        var now = clock.GetUtcNow();
        await db.ExecuteAsync(
            $"""
            update app.domain_checks set looked_at = {now}, record = {look.Record}, reached = {look.File}, next_at = {now + (refusal is null ? Daily : Soon)}
            where domain_id = {id.Value}
            """, ct);
        return refusal;
    }

    public async Task<Refusal?> ReleaseAsync(Id<WebDomain> id, Asker asker, CancellationToken ct) =>
        await marketplace.TellAsync(id, (WebDomain domain) => domain.Release(clock.GetUtcNow()), asker.By(), ct);

    // A name shows one KIM. Whoever holds it and can prove it no more gives way to whoever can.
    private async Task<Refusal?> VerifyAsync(WebDomain domain, DomainProof proof, Metadata by, CancellationToken ct)
    {
        if (await book.HolderAsync(domain.Host, ct) is { } holder && holder != domain.Id.Value)
        {
            var other = new Id<WebDomain>(holder);
            if ((await proofs.LookAsync(domain.Host, WebDomain.ProofOf(other), ct)).Record)
            {
                return WebDomainRefusals.HeldByAnother;
            }

            await marketplace.TellAsync(other, (WebDomain known) => known.GiveWay(clock.GetUtcNow()), by, ct);
        }

        try
        {
            return await marketplace.TellAsync(domain.Id, (WebDomain known) => known.Verify(proof, clock.GetUtcNow()), by, ct);
        }
        catch (ConstraintRefusedException refused) when (refused.Constraint == Constraints.DomainOnce)
        {
            return WebDomainRefusals.HeldByAnother; // proven by somebody else in this very moment
        }
    }

    private async Task<bool> IsClaimedAsync(Id<WebDomain> id, CancellationToken ct) =>
        (await marketplace.LoadAsync<WebDomain, WebDomainEvent>(id, ct)).State is not null;

    // A KIM's claims are counted one after the other: the lock ends with the transaction that writes the next of them.
    private static IEnumerable<Sql> Few(Guid kim)
    {
        yield return $"select pg_advisory_xact_lock({BitConverter.ToInt64(kim.ToByteArray())})";
        yield return $"""
            select app.require(count(*) < {Limits.WebDomains}, {Constraints.DomainsOfKim})
            from web_domains where group_id = {kim} and standing < {(short)DomainStanding.Over}
            """;
    }
}
