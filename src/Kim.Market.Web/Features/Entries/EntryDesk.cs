using Kim.Market.Domain;
using Kim.Market.Domain.Directory;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.People;
using Npgsql;

namespace Kim.Market.Web.Features.Entries;

/// <summary>A line of the directory as a list shows it.</summary>
public sealed record ListedEntry(Guid EntryId, string Name, string Category, string Place);

/// <summary>How the owner of a line is reached; null where the office's list did not say.</summary>
public sealed record EntryContact(string Name, WhatsAppNumber? WhatsApp, string? Address);

/// <summary>Lines of the directory, for everybody and for those who bring their owners in. Each statement draws its line itself.</summary>
public sealed class EntryDesk(NpgsqlDataSource db, Vault vault, EventStore store, Marketplace marketplace, TimeProvider clock)
{
    public const int PageSize = 40;

    /// <summary>The lines of one village by name: what everybody may read.</summary>
    public Task<List<ListedEntry>> OfVillageAsync(RegionCode village, (string Name, Guid Entry)? after, CancellationToken ct)
    {
        var (name, entry) = after ?? ("", Guid.Empty);
        return db.RowsAsync<ListedEntry>(
            $"""
            select e.entry_id, e.name, e.category, '' as place
            from directory_entries e
            where e.village = {village.Value} and e.status = 0 and (e.name, e.entry_id) > ({name}, {entry})
            order by e.name, e.entry_id
            limit {PageSize + 1}
            """, ct);
    }

    /// <summary>How many there are, for a page beside which it stands; beyond a thousand it stops counting.</summary>
    public static Sql CountOf(RegionCode village) =>
        $"select count(*)::int from (select from directory_entries where village = {village.Value} and status = 0 limit 1000) listed";

    /// <summary>The lines the asker may bring in from one desk, by name.</summary>
    /// <param name="desk">The KIM's, for the villages it works in, or the office's, for its region.</param>
    public Task<List<ListedEntry>> AroundAsync(
        Asker asker, string desk, Guid scope, string query, (string Name, Guid Entry)? after, CancellationToken ct)
    {
        var (name, entry) = after ?? ("", Guid.Empty);
        var like = $"%{query.Trim().ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
        return db.RowsAsync<ListedEntry>(
            $"""
            select e.entry_id, e.name, e.category, r.place
            from directory_entries e
            join app.regions r on r.code = e.village
            where e.status = 0 and {Mine(asker, desk, scope)}
              and (lower(e.name) like {like} or lower(r.place) like {like})
              and (e.name, e.entry_id) > ({name}, {entry})
            order by e.name, e.entry_id
            limit {PageSize + 1}
            """, ct);
    }

    /// <summary>How to reach the owner of one line; null when the line is not the asker's to bring in.</summary>
    public async Task<EntryContact?> ContactAsync(Asker asker, string desk, Guid scope, Guid entry, CancellationToken ct)
    {
        if (await db.RowsAsync<string>(
            $"select e.name from directory_entries e where e.entry_id = {entry} and e.status = 0 and {Mine(asker, desk, scope)}", ct) is not [var name])
        {
            return null;
        }

        var known = (await vault.OpenAsync([entry], ct))[entry].ToDictionary(field => field.Field, field => field.Value);
        return new(
            name, WhatsAppNumber.TryParse(known.GetValueOrDefault("whatsapp"), out var number) ? number : null, known.GetValueOrDefault("address"));
    }

    /// <summary>Takes a line out, with all that was kept beside it. The caller has checked whose line it is.</summary>
    public async Task<Refusal?> WithdrawAsync(Asker asker, Guid entry, WithdrawalReason reason, CancellationToken ct)
    {
        var loaded = await marketplace.LoadAsync<DirectoryEntry, DirectoryEvent>(new(entry), ct);
        var withdrawn = loaded.State!.Withdraw(reason, clock.GetUtcNow());
        if (withdrawn.Count > 0)
        {
            var commit = new Commit(asker.By()).Append(entry, StreamKind<DirectoryEntry>.Name, loaded.Version, withdrawn, loaded.History);
            foreach (var forget in BusinessList.Forget(SqlPart.Of($"select {entry}::uuid")))
            {
                commit.Also(forget);
            }

            await store.CommitAsync(commit, ct);
        }

        return withdrawn.Refusal;
    }

    // A role counts only where it is held: both desks ask for the very membership.
    private static SqlPart Mine(Asker asker, string desk, Guid scope) => desk == Desk.Office
        ? SqlPart.Of(
            $"""
            exists (
                select from memberships m
                where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.scope = {scope} and m.role = {nameof(OfficeRole.Officer)}
                  and e.village ~>=~ (m.region || '.') and e.village ~<~ (m.region || '/'))
            """)
        : SqlPart.Of(
            $"""
            exists (
                select from memberships m
                join groups g on g.group_id = m.scope
                where m.member_id = {asker.Scope} and m.desk = {Desk.Group} and m.scope = {scope}
                  and m.role in ({nameof(GroupRole.Chair)}, {nameof(GroupRole.Curator)})
                  and g.status in ({(short)GroupStatus.Verified}, {(short)GroupStatus.Active})
                  and (g.seat in (e.village, left(e.village, 8)) or g.area && array[e.village, left(e.village, 8)]))
            """);
}
