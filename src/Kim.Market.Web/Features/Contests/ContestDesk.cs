using Kim.Market.Domain;
using Kim.Market.Domain.Contests;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Contests;

/// <summary>Takes down contests, what enters them and what judges give. Who may, the caller has checked.</summary>
public sealed class ContestDesk(Marketplace marketplace, NpgsqlDataSource db, TimeProvider clock)
{
    /// <param name="id">Drawn with the form: sent twice, it is one contest.</param>
    /// <param name="at">When it happened, when that is not now: a seed's simulated clock.</param>
    public async Task<Refusal?> AnnounceAsync(Id<Contest> id, Id<Office> office, ContestTerms terms, Asker asker, CancellationToken ct, DateTimeOffset? at = null)
    {
        var now = at ?? clock.GetUtcNow();
        if ((await marketplace.LoadAsync<Office, OfficeEvent>(office, ct)).State is not { } known)
        {
            return ContestRefusals.Elsewhere;
        }

        try
        {
            return await marketplace.BeginAsync(id, Contest.Announce(id, office, known.Region, terms, TodayIn(known.Region, now), now), asker.By(id.Value, at), ct);
        }
        catch (StreamMovedException)
        {
            return null; // the same form, sent before: it stands
        }
    }

    /// <param name="typed">An address as somebody copied it: with or without the name of the site.</param>
    public async Task<Refusal?> EnterAsync(Guid id, Guid kim, string title, string text, string typed, Asker asker, CancellationToken ct, DateTimeOffset? at = null)
    {
        var address = PathOf(typed);
        var seat = (await db.RowsAsync<string>($"select seat from groups where group_id = {kim}", ct))[0];
        var isOwn = await IsOwnAsync(kim, address, ct);
        return await TellAsync(id, (known, today, now) => known.Enter(new Id<Group>(kim), RegionCode.Parse(seat), title, text, address, isOwn, today, now), asker, ct, at);
    }

    public async Task<Refusal?> ScoreAsync(Guid id, Guid kim, int[] scores, Asker asker, CancellationToken ct, DateTimeOffset? at = null)
    {
        var isOfItsBoard = await db.RowsAsync<int>($"select 1 from memberships m where m.member_id = {asker.Scope} and m.desk = {Desk.Group} and m.scope = {kim} limit 1", ct) is [_];
        return await TellAsync(id, (known, today, now) => known.Score(new Id<Group>(kim), new Id<Member>(asker.Scope), scores, isOfItsBoard, today, now), asker, ct, at);
    }

    /// <summary>Asks it for something, by the day at its office.</summary>
    public Task<Refusal?> TellAsync(
        Guid id, Func<Contest, DateOnly, DateTimeOffset, Decision<ContestEvent>> decide, Asker asker, CancellationToken ct, DateTimeOffset? at = null)
    {
        var now = at ?? clock.GetUtcNow();
        return marketplace.TellAsync(new Id<Contest>(id), (Contest known) => decide(known, TodayIn(known.Region, now), now), asker.By(at: at), ct);
    }

    internal static Zone ZoneOf(RegionCode region) => Zone.Of(IndonesianTime.ZoneOf(region));

    private static DateOnly TodayIn(RegionCode region, DateTimeOffset now) => DateFormat.DayIn(now, ZoneOf(region));

    // "https://pasar.example/en/cerita/amplang?x=1" is "/cerita/amplang"
    private static string PathOf(string typed)
    {
        var path = Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" ? whole.AbsolutePath : typed.Trim().Split('?', '#')[0];
        path = path.StartsWith("/en/", StringComparison.Ordinal) ? path[3..] : path;
        return path.Length > Limits.Place ? "" : path.TrimEnd('/');
    }

    /// <summary>Whether a page is of a KIM, of what it tells, of its sellers and their goods, or of its village.</summary>
    private async Task<bool> IsOwnAsync(Guid kim, string path, CancellationToken ct)
    {
        var (kind, key) = path.Split('/') switch
        {
            ["", "hasil", "kim", var slug] => ("kim", slug),
            ["", var first, var second] => (first, second),
            _ => ("", ""),
        };
        return kind.Length > 0 && await db.RowsAsync<int>(
            $"""
            select 1 from groups g
            where g.group_id = {kim} and case {kind}
                when 'kim' then g.slug = {key}
                when 'desa' then g.seat = {key}
                when 'cerita' then exists (select from stories s where s.group_id = g.group_id and s.slug = {key} and s.shown)
                when 'potensi' then exists (select from potentials o where o.group_id = g.group_id and o.slug = {key} and o.shown is not null)
                when 'toko' then exists (select from businesses b where b.group_id = g.group_id and b.slug = {key})
                when 'p' then exists (select from shelf p where p.group_id = g.group_id and p.slug = {key})
                else false end
            """, ct) is [_];
    }
}
