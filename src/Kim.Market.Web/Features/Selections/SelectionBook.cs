using Kim.Market.Domain;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Selections;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Coachings;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Selections;

/// <summary>A selection with whose it is.</summary>
/// <param name="Office">What the region of the office is called.</param>
/// <param name="Picks">How many goods are in it.</param>
public sealed record KnownSelection(
    Guid SelectionId, string Region, string Office, short Status, string Title, string Criterion, DateOnly StartsOn, DateOnly EndsOn, DateOnly ClosesOn, DateTime? OpenedAt,
    string? Reason, int Picks)
{
    public SelectionStatus State => (SelectionStatus)Status;

    public Zone Zone => SelectionDesk.ZoneOf(RegionCode.Parse(Region));

    public bool IsDraft => State == SelectionStatus.Draft;

    /// <summary>Everybody reads of it, and it goes on or has not begun.</summary>
    public bool Lasts(DateTimeOffset now) => State == SelectionStatus.Open && EndsOn >= DateFormat.DayIn(now, Zone);

    public bool IsAhead(DateTimeOffset now) => Lasts(now) && StartsOn > DateFormat.DayIn(now, Zone);

    public SelectionKey Key => new(ClosesOn, SelectionId);
}

/// <summary>Where a page of them ended.</summary>
public sealed record SelectionKey(DateOnly Day, Guid Id)
{
    private static readonly SelectionKey Top = new(DateOnly.MaxValue, Guid.Empty);

    /// <summary>The top for a text that is no key.</summary>
    public static SelectionKey Read(string? text) => Cursor.TryRead(text, out DateTime at, out var id) ? new(DateOnly.FromDateTime(at), id) : Top;

    public string Text => Cursor.Of(Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), Id);
}

/// <summary>A product of a selection, as its office and its readers see it.</summary>
/// <param name="IsIn">It was not taken out.</param>
/// <param name="IsForSale">It lies on an open stall now.</param>
public sealed record PickRow(Guid ProductId, string Slug, string Name, string Business, string Place, string Note, bool IsIn, string Reason, bool IsForSale);

/// <summary>A product that could be chosen.</summary>
public sealed record PickCandidate(Guid ProductId, string Slug, string Name, string Business, string Place);

/// <summary>What pages elsewhere say of one that goes on.</summary>
public sealed record SelectionTeaser(Guid SelectionId, string Title, string Criterion, DateOnly EndsOn, string Office);

/// <summary>Reads what offices choose: for everybody, and for the offices, where every statement draws the line itself.</summary>
public sealed class SelectionBook(NpgsqlDataSource db)
{
    public const int PageSize = 20;

    /// <summary>Whoever means another product writes more of its name.</summary>
    public const int MostCandidates = 20;

    private const int MostTeasers = 3;

    /// <summary>Those of an office's region and of all within it, the latest first.</summary>
    public async Task<Slice<KnownSelection>> OfOfficeAsync(Asker asker, Guid office, SelectionKey after, CancellationToken ct) => Slice<KnownSelection>.Of(
        await db.RowsAsync<KnownSelection>(
            $"""
            {All}
            where exists (
                select from memberships m
                where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.scope = {office} and (c.region = m.region or c.region like m.region || '.%'))
              and (c.closes_on, c.selection_id) < ({after.Day}, {after.Id})
            order by c.closes_on desc, c.selection_id desc limit {PageSize + 1}
            """, ct), PageSize);

    /// <summary>Null when there is none, or the asker's offices do not answer for it.</summary>
    public Task<KnownSelection?> FindOfOfficeAsync(Asker asker, Guid id, CancellationToken ct) =>
        db.RowAsync<KnownSelection>($"{All} where c.selection_id = {id} and {CoachingBook.Watches(asker)}", ct);

    /// <summary>Whether the asker may change it.</summary>
    public async Task<bool> MayWriteAsync(Asker asker, Guid id, CancellationToken ct) => await db.RowsAsync<Guid>(
        $"select c.selection_id from selections c where c.selection_id = {id} and {CoachingBook.Watches(asker, nameof(OfficeRole.Officer))}", ct) is [_];

    /// <summary>Goods of its region that lie on an open stall and are not in it, by name.</summary>
    /// <param name="name">A part of the name of the product or of its business.</param>
    public Task<List<PickCandidate>> CandidatesAsync(Asker asker, Guid id, string name, CancellationToken ct) => db.RowsAsync<PickCandidate>(
        $"""
        select p.product_id, p.slug, p.name, p.business, p.place
        from selections c
        join shelf p on p.village ~>=~ c.region and p.village ~<~ (c.region || '/') and p.is_open and p.is_listed
        where c.selection_id = {id} and {CoachingBook.Watches(asker)} and p.product_id <> all(c.products)
          and position({name.Trim().ToLowerInvariant()} in lower(p.name || ' ' || p.business)) > 0
        order by p.name, p.product_id limit {MostCandidates}
        """, ct);

    /// <summary>What is in it and what was taken out, in its order. Whose it is, the caller has asked.</summary>
    public Task<List<PickRow>> PicksAsync(Guid id, CancellationToken ct) => db.RowsAsync<PickRow>(PicksOf(id), ct);

    /// <summary>What everybody may read, what goes on first.</summary>
    public async Task<Slice<KnownSelection>> PublishedAsync(SelectionKey after, CancellationToken ct) => Slice<KnownSelection>.Of(
        await db.RowsAsync<KnownSelection>(
            $"""
            {All}
            where c.status > {(short)SelectionStatus.Draft} and (c.closes_on, c.selection_id) < ({after.Day}, {after.Id})
            order by c.closes_on desc, c.selection_id desc limit {PageSize + 1}
            """, ct), PageSize);

    /// <summary>Null for what nobody may read yet. With its goods as they lie on their stalls.</summary>
    public async Task<(KnownSelection Known, IReadOnlyList<ProductCardRow> Goods, IReadOnlyList<PickRow> Picks)?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add($"select {Lists.Of($"{All} where c.selection_id = {id} and c.status > {(short)SelectionStatus.Draft}")} as known, {Lists.Of(PicksOf(id))} as picks");
        batch.Add(
            $"""
            select {ProductCards.Columns}
            from selections c
            cross join unnest(c.products, c.dropped_at) with ordinality as i(product_id, dropped_at, turn)
            join shelf p on p.product_id = i.product_id and p.is_open and p.is_listed
            {ProductCards.Joins}
            where c.selection_id = {id} and c.status > {(short)SelectionStatus.Draft} and i.dropped_at = 'infinity'
            order by i.turn
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var said = (await reader.RowsAsync<Said>(ct))[0];
        await reader.NextResultAsync(ct);
        var goods = await reader.RowsAsync(ProductCards.Read, ct);
        return Lists.Read<KnownSelection>(said.Known) is [var known] ? (known, goods, Lists.Read<PickRow>(said.Picks)) : null;
    }

    /// <summary>What goes on in these places and has something that can be had, what ends first before the others.</summary>
    /// <param name="regions">A place and all it lies in; null for everywhere.</param>
    internal static Sql Running(string[]? regions, DateOnly today) =>
        $"""
        select c.selection_id, c.title, c.criterion, c.ends_on, coalesce(o.name, c.region) as office
        from selections c left join app.regions o on o.code = c.region
        where c.status = {(short)SelectionStatus.Open} and c.closes_on >= {today} and c.starts_on <= {today} and ({regions}::text[] is null or c.region = any({regions}))
          and exists (
              select from unnest(c.products, c.dropped_at) as i(product_id, dropped_at) join shelf p on p.product_id = i.product_id
              where i.dropped_at = 'infinity' and p.is_open and p.is_listed)
        order by c.closes_on, c.selection_id limit {MostTeasers}
        """;

    private static SqlPart All => SqlPart.Of(
        $"""
        select c.selection_id, c.region, coalesce(o.name, c.region) as office, c.status, c.title, c.criterion, c.starts_on, c.ends_on, c.closes_on, c.opened_at, c.reason,
               (select count(*)::int from unnest(c.dropped_at) as d(at) where d.at = 'infinity') as picks
        from selections c left join app.regions o on o.code = c.region
        """);

    private static Sql PicksOf(Guid id) =>
        $"""
        select i.product_id, q.slug, q.name, b.name as business, coalesce(r.place, b.village) as place, i.note, i.dropped_at = 'infinity' as is_in, i.reason,
               coalesce(p.is_open and p.is_listed, false) as is_for_sale
        from selections c
        cross join unnest(c.products, c.notes, c.dropped_at, c.reasons) with ordinality as i(product_id, note, dropped_at, reason, turn)
        join products q on q.product_id = i.product_id
        join businesses b on b.business_id = q.business_id
        left join app.regions r on r.code = b.village
        left join shelf p on p.product_id = i.product_id
        where c.selection_id = {id}
        order by i.turn
        """;

    private sealed record Said(string? Known, string? Picks);
}
