using Kim.Market.Domain;
using Kim.Market.Domain.Decrees;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Papers;
using Npgsql;

namespace Kim.Market.Web.Features.Register;

/// <summary>A decree as an officer copies it from the paper.</summary>
public sealed record NewDecree(Guid Command, string Number, string Title, DecreeIssuer Issuer, DateOnly IssuedOn, DateOnly? ValidUntil, Paper? Paper);

/// <summary>Writes into the register. The caller has checked that the KIM lies in the asker's region.</summary>
public sealed class RegisterDesk(EventStore store, Marketplace marketplace, NpgsqlDataSource db, TimeProvider clock)
{
    /// <exception cref="StreamMovedException">Somebody else was faster, four times.</exception>
    public Task<Refusal?> TellAsync(
        Id<Group> group, Func<Group, DateTimeOffset, Decision<GroupEvent>> decide, Asker asker, CancellationToken ct) =>
        marketplace.TellAsync(group, (Group known) => decide(known, clock.GetUtcNow()), asker.By(), ct);

    /// <summary>Decides something that rests on a paper; the paper is kept with the decision.</summary>
    /// <param name="decide">Gets the name of the paper, or null without one.</param>
    public Task<Refusal?> TellAsync(
        Id<Group> group, Func<Group, string?, DateTimeOffset, Decision<GroupEvent>> decide, Paper? evidence, Asker asker, CancellationToken ct)
    {
        var kept = Guid.CreateVersion7();
        return marketplace.TellAsync(
            group, (Group known) => decide(known, evidence is null ? null : kept.ToString("N"), clock.GetUtcNow()), asker.By(), ct,
            evidence is null ? null : () => Papers.Papers.Keep(kept, group.Value, evidence));
    }

    /// <summary>Puts a scan behind a decree, or a better one than before.</summary>
    public Task<Refusal?> KeepPaperAsync(Id<Decree> decree, Paper paper, Asker asker, CancellationToken ct)
    {
        var kept = Guid.CreateVersion7();
        return marketplace.TellAsync(
            decree, (Decree known) => known.KeepPaper(kept, clock.GetUtcNow()), asker.By(), ct, () => Papers.Papers.Keep(kept, decree.Value, paper));
    }

    /// <summary>Records a decree and names the KIM in it; a decree of that number and region that is known already only names it too.</summary>
    public async Task<Refusal?> NameAsync(Id<Group> group, RegionCode seat, NewDecree decree, Asker asker, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var region = RegionOf(decree.Issuer, seat);
        var known = await db.RowsAsync<Guid>(
            $"""
            select decree_id from decrees
            where region = {region.Value} and lower(number) = {decree.Number.Trim().ToLowerInvariant()} and not revoked
            order by issued_on desc
            limit 1
            """, ct);
        if (known is [var old])
        {
            return await marketplace.TellAsync(new Id<Decree>(old), (Decree paper) => paper.Name(group, now), asker.By(decree.Command), ct)
                ?? (decree.Paper is { } better ? await KeepPaperAsync(new(old), better, asker, ct) : null);
        }

        var id = Id<Decree>.New();
        var recorded = Decree.Record(id, decree.Number, decree.Title, decree.Issuer, region, decree.IssuedOn, decree.ValidUntil, null, now);
        if (recorded.Refusal is { } refusal)
        {
            return refusal;
        }

        var commit = new Commit(asker.By(decree.Command)).First(Commands.Once(decree.Command, id.ToString()));
        List<DecreeEvent> events = [.. recorded, new DecreeGroupNamed(group, now)];
        if (decree.Paper is { } scan)
        {
            var kept = Guid.CreateVersion7();
            events.Add(new DecreePaperKept(kept, now));
            foreach (var statement in Papers.Papers.Keep(kept, id.Value, scan))
            {
                commit.Also(statement);
            }
        }

        try
        {
            await store.CommitAsync(commit.Append(id.Value, StreamKind<Decree>.Name, Expected.New, events), ct);
        }
        catch (ConstraintRefusedException twice) when (twice.Constraint == Constraints.CommandOnce)
        {
            // the same form sent twice: it stands already
        }

        return null;
    }

    public Task<Refusal?> StrikeAsync(Id<Group> group, Id<Decree> decree, Asker asker, CancellationToken ct) =>
        marketplace.TellAsync(decree, (Decree paper) => paper.Strike(group, clock.GetUtcNow()), asker.By(), ct);

    // A paper belongs to where it was signed: so the same number of two villages stays two decrees.
    internal static RegionCode RegionOf(DecreeIssuer issuer, RegionCode seat) => issuer switch
    {
        DecreeIssuer.Camat => seat.District,
        DecreeIssuer.RegentOrMayor or DecreeIssuer.HeadOfOffice => seat.Regency,
        _ => seat,
    };
}
