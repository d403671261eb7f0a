using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.People;
using Npgsql;

namespace Kim.Market.Web.Features.Register;

/// <summary>What a group says of itself when it applies, and whom the office can ask.</summary>
public sealed record GroupApplication(Guid Command, string Name, RegionCode Seat, Community Community, string Applicant, WhatsAppNumber WhatsApp);

/// <summary>How applying ended: with the key to its page, or with what is to be mended.</summary>
public sealed record Applied(string? Token, Refusal? Refusal);

/// <summary>Takes the applications of groups that want to be in the register, and shows each to whoever holds its key.</summary>
public sealed class Applications(
    EventStore store, NpgsqlDataSource db, Commands commands, OrderTokens tokens, TimeProvider clock)
{
    private const int Attempts = 3;

    // /kim/daftar is the form itself
    private const string OwnAddress = "daftar";

    /// <summary>The same form sent twice, or ten times at once, is one application.</summary>
    public async Task<Applied> ApplyAsync(GroupApplication application, Asker asker, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await commands.ResultAsync(application.Command, ct) is { } done)
            {
                return new(await tokens.ForAsync(Id<Group>.Parse(done, null), ct), null);
            }

            try
            {
                var applied = await TryApplyAsync(application, asker, isSlugTaken: attempt > 1, ct);

                // The same form sent twice at once finds the name taken by its twin, whose application is then its own.
                return applied.Token is null && await commands.ResultAsync(application.Command, ct) is { } twin
                    ? new(await tokens.ForAsync(Id<Group>.Parse(twin, null), ct), null)
                    : applied;
            }
            catch (ConstraintRefusedException) when (attempt < Attempts)
            {
                // the address is taken: take a longer one; or the same form arrived twice: its twin's application is ours
            }
        }
    }

    /// <summary>The KIM a key was given for; null for a key that was never given out.</summary>
    public async Task<Id<Group>?> OpenAsync(string token, CancellationToken ct) =>
        OrderTokens.HashOf(token) is { } hash
        && await db.RowsAsync<Guid>($"select group_id from app.group_applications where hash = {hash}", ct) is [var group]
            ? new Id<Group>(group)
            : null;

    private async Task<Applied> TryApplyAsync(GroupApplication application, Asker asker, bool isSlugTaken, CancellationToken ct)
    {
        var name = application.Name.Trim();
        var known = await db.RowsAsync<bool>(
            $"""
            select true from groups
            where seat = {application.Seat.Value} and lower(name) = {name.ToLowerInvariant()} and status <> {(short)GroupStatus.Rejected}
            limit 1
            """, ct);
        if (known.Count > 0)
        {
            return new(null, GroupRefusals.KnownHere);
        }

        var id = Id<Group>.New();
        var slug = Slug.From(name);
        isSlugTaken |= slug == OwnAddress;
        var proposed = Group.Propose(
            id, name, isSlugTaken ? $"{slug[..Math.Min(slug.Length, Slug.Longest - 9)].TrimEnd('-')}-{id.Value.ToString("N")[^8..]}" : slug,
            application.Seat, application.Community.Basis, application.Community.Theme is { } theme ? [theme] : [], "", clock.GetUtcNow());
        if (proposed.Refusal is { } refusal)
        {
            return new(null, refusal);
        }

        var token = await tokens.ForAsync(id, ct);
        var commit = new Commit(asker.By(application.Command)).First(Commands.Once(application.Command, id.ToString()))
            .Append(id.Value, StreamKind<Group>.Name, Expected.New, proposed)
            .Also($"insert into app.group_applications (hash, group_id) values ({OrderTokens.HashOf(token)!}, {id.Value})");
        foreach (var statement in Vault.Keep(
            id.Value, ("applicant", application.Applicant.Trim()), ("whatsapp", application.WhatsApp.International)))
        {
            commit.Also(statement);
        }

        await store.CommitAsync(commit, ct);
        return new(token, null);
    }
}
