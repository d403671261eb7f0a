using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Kim.Market.Web.Features.Audit;

/// <summary>Reads who did what as far as the asker answers for it; every statement draws that line itself.</summary>
public sealed class AuditTrail(NpgsqlDataSource db, EventStore store, AuditStory story, ILookupNormalizer names)
{
    public const int PageSize = 50;

    /// <summary>No search finds more things than that; whoever means another one writes more of its name.</summary>
    private const int FoundAtMost = 200;

    private static readonly short[] Trade = [(short)AuditKind.Order, (short)AuditKind.Stock];

    /// <summary>What was done to a stall, for those who own it.</summary>
    public Task<Slice<AuditEntry>> OfStallAsync(Asker asker, Guid stall, AuditQuestion asked, AuditKey after, CancellationToken ct) => ReadAsync(
        $"""
        l.business_id = {stall} and exists (
            select from memberships me
            where me.member_id = {asker.Scope} and me.desk = {Desk.Seller} and me.scope = {stall} and me.role = {nameof(BusinessRole.Owner)})
        """, asked, after, ct);

    /// <summary>
    /// What was done at a KIM and at its stalls, for its chair. How a stall trades is its owner's affair, unless somebody of
    /// the KIM did it in the owner's place.
    /// </summary>
    public Task<Slice<AuditEntry>> OfKimAsync(Asker asker, Guid kim, AuditQuestion asked, AuditKey after, CancellationToken ct) => ReadAsync(
        $"""
        l.group_id = {kim} and (l.kind <> all({Trade}) or l.behalf is not null) and exists (
            select from memberships me
            where me.member_id = {asker.Scope} and me.desk = {Desk.Group} and me.scope = {kim} and me.role = {nameof(GroupRole.Chair)})
        """, asked, after, ct);

    /// <summary>Everything that was done in the region of an office, for those who work there.</summary>
    public async Task<Slice<AuditEntry>> OfRegionAsync(Asker asker, Guid office, AuditQuestion asked, AuditKey after, CancellationToken ct)
    {
        var regions = await db.RowsAsync<string>(
            $"select region from memberships where member_id = {asker.Scope} and desk = {Desk.Office} and scope = {office} limit 1", ct);
        return regions is [var region] ? await ReadAsync(Within(region), asked, after, ct) : new([], false);
    }

    /// <summary>Everything, for those who run the installation.</summary>
    public Task<Slice<AuditEntry>> OfAllAsync(Asker asker, AuditQuestion asked, AuditKey after, CancellationToken ct) => ReadAsync(
        $"exists (select from memberships me where me.member_id = {asker.Scope} and me.desk = {Desk.Operator})", asked, after, ct);

    private const int Regency = 5;
    private const int Province = 2;

    // Said the way the index is made: first the regency, then what is smaller.
    private static Sql Within(string region) => region.Length < Regency
        ? (Sql)$"left(l.region, {Province}) = {region}"
        : $"left(l.region, {Regency}) = {region[..Regency]} and l.region || '.' like {region} || '.%'";

    private async Task<Slice<AuditEntry>> ReadAsync(Sql within, AuditQuestion asked, AuditKey after, CancellationToken ct)
    {
        var found = asked.Text is { Length: > 0 } text ? await FindAsync(text, ct) : null;
        var lines = Slice<AuditLine>.Of(await LinesAsync(SqlPart.Of(within), asked, found, after, ct), PageSize);
        var events = (await store.ReadAtAsync([.. lines.Rows.Select(line => line.Seq)], ct)).ToDictionary(recorded => recorded.Sequence);
        return new([.. lines.Rows.Select(line => Told(line, events[line.Seq]))], lines.HasMore);
    }

    private AuditEntry Told(AuditLine line, Recorded recorded)
    {
        var (what, why) = story.Tell(recorded.Data);
        return new(line, what, why);
    }

    private Task<List<AuditLine>> LinesAsync(SqlPart within, AuditQuestion asked, Guid[]? found, AuditKey after, CancellationToken ct) => db.RowsAsync<AuditLine>(
        $"""
        select page.seq, page.at, page.kind, page.actor, a.doc ->> 'Name' as name, page.via, page.device,
               coalesce(g.name, b.name, p.name, o.number, c.number, t.title, v.title, d.code, w.village, k.title, f.title, z.title) as subject, coalesce(g.slug, b.slug, p.slug, t.slug, case when v.shown_at is not null then v.slug end) as slug,
               h.name as behalf, r.time_zone
        from (
            select * from audit_lines l
            where {within}
              and (l.at, l.seq) < ({after.At}, {after.Sequence})
              and ({asked.From}::timestamptz is null or l.at >= {asked.From})
              and ({asked.Before}::timestamptz is null or l.at < {asked.Before})
              and ({asked.Actor}::uuid is null or l.actor = {asked.Actor})
              and ({(short?)asked.Kind}::smallint is null or l.kind = {(short?)asked.Kind})
              and (not {asked.IsHelp} or l.behalf is not null)
              and ({found}::uuid[] is null or l.stream = any({found}) or l.actor = any({found}))
            order by l.at desc, l.seq desc
            limit {PageSize + 1}) page
        left join app.accounts a on a.id = page.actor
        left join audit_places own on own.stream = page.stream
        left join groups g on g.group_id = page.stream
        left join businesses b on b.business_id = page.stream
        left join products p on p.product_id = case when page.kind = {(short)AuditKind.Stock} then own.parent else page.stream end
        left join orders o on o.order_id = page.stream
        left join certificates c on c.certificate_id = page.stream
        left join stories t on t.story_id = page.stream
        left join potentials v on v.potential_id = page.stream
        left join prospectuses d on d.prospectus_id = page.stream
        left join village_records w on w.record_id = page.stream
        left join attendances n on n.attendance_id = page.stream
        left join coachings k on k.coaching_id = coalesce(n.coaching_id, page.stream)
        left join selections f on f.selection_id = page.stream
        left join contests z on z.contest_id = page.stream
        left join businesses h on h.business_id = page.behalf
        left join app.regions r on r.code = page.region
        order by page.at desc, page.seq desc
        """, ct);

    // Names, numbers and accounts become ids first: then the trail itself is searched by its own indexes.
    private async Task<Guid[]> FindAsync(string text, CancellationToken ct)
    {
        var (name, number) = (text.ToLowerInvariant(), text.ToUpperInvariant());
        var found = await db.RowsAsync<Guid>(
            $"""
            (select group_id from groups where position({name} in lower(name)) > 0 limit {FoundAtMost})
            union all
            (select business_id from businesses where position({name} in lower(name)) > 0 limit {FoundAtMost})
            union all
            (select product_id from products where position({name} in lower(name)) > 0 limit {FoundAtMost})
            union all
            (select order_id from orders where number = {number} limit {FoundAtMost})
            union all
            (select id from app.accounts where user_name = {names.NormalizeName(Credentials.NameOf(text))})
            """, ct);
        return [.. found, .. found.Select(id => Stock.Of(new Id<Product>(id)).Value)];
    }
}
