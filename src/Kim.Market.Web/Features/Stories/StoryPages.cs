using System.Text.Json;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stories;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Products;
using Npgsql;

namespace Kim.Market.Web.Features.Stories;

/// <summary>A story as everybody reads it.</summary>
public sealed record StoryPage(
    Guid StoryId, string Slug, string Title, string Blocks, DateTime WrittenAt, DateTime? ChangedAt, Guid GroupId, string Group, string GroupSlug,
    string Place, string TimeZone, string Photos, string? Businesses, string? Villages, string? Potentials)
{
    public IReadOnlyList<Photo> Pictures => JsonSerializer.Deserialize(Photos, StoryJson.Default.PhotoArray)!;

    public IReadOnlyList<StoryBlock> Parts => JsonSerializer.Deserialize(Blocks, StoryJson.Default.StoryBlockArray)!;
}

/// <summary>A business that a story tells of.</summary>
public sealed record ToldBusiness(Guid BusinessId, string Name, string Slug, string Place);

/// <summary>A village, or something it has, that a story tells of.</summary>
public sealed record ToldPlace(string Path, string Name, string Place);

/// <summary>A story in the list of its KIM, with the goods on the stalls that it tells of.</summary>
public sealed record StoryCard(Guid StoryId, string Slug, string Title, DateTime WrittenAt, string Opening, string? Goods)
{
    public string Excerpt => StoryTeaser.Cut(Opening);

    public IReadOnlyList<ToldGoods> Products => Goods is null ? [] : JsonSerializer.Deserialize(Goods, ToldJson.Default.ToldGoodsArray)!;
}

/// <summary>A story among those of all KIM.</summary>
/// <param name="Photo">The first of its pictures; null where it has none.</param>
public sealed record ListedStory(
    Guid StoryId, string Slug, string Title, DateTime WrittenAt, DateTime TouchedAt, string Opening, string Group, string GroupSlug, string Place, string TimeZone,
    string? Photo, string? Alt)
{
    public string Excerpt => StoryTeaser.Cut(Opening);

    public static string After(ListedStory story) => Cursor.Of(story.WrittenAt, story.StoryId);
}

/// <summary>Where a page of stories ended; the next one starts behind it.</summary>
public sealed record StoryKey(DateTime WrittenAt, Guid StoryId)
{
    /// <summary>Null for a text that is no key: the list then begins with the newest.</summary>
    public static StoryKey? Read(string? text) => Cursor.TryRead(text, out DateTime at, out var id) ? new(at, id) : null;

    public static string After(StoryCard story) => Cursor.Of(story.WrittenAt, story.StoryId);
}

/// <summary>Reads stories for everybody.</summary>
public sealed class StoryPages(NpgsqlDataSource db)
{
    public const int PageSize = 6;

    private const int MostGoods = 5;

    /// <summary>The newest of all KIM, or of one, for readers of feeds and for the page of all stories.</summary>
    /// <param name="slug">Of the KIM; null for all.</param>
    public Task<List<ListedStory>> NewestAsync(string? slug, StoryKey? after, int most, CancellationToken ct)
    {
        var from = after ?? Newest;
        return db.RowsAsync<ListedStory>(
            $"""
            select t.story_id, t.slug, t.title, t.written_at, coalesce(t.changed_at, t.written_at) as touched_at, {StoryTeaser.Begins},
                   tg.name as "group", tg.slug as group_slug, tr.place, tr.time_zone, t.photos -> 0 ->> 'Hash' as photo, t.photos -> 0 ->> 'Alt' as alt
            from stories t
            join groups tg on tg.group_id = t.group_id
            join app.regions tr on tr.code = tg.seat
            where {StoryTeaser.IsPublic} and ({slug}::text is null or tg.slug = {slug}) and (t.written_at, t.story_id) < ({from.WrittenAt}, {from.StoryId})
            order by t.written_at desc, t.story_id desc
            limit {most}
            """, ct);
    }

    private static readonly StoryKey Newest = new(new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Guid.Empty);

    /// <summary>The story, whom it tells of, and which of its goods lie on a stall; null when nobody but its KIM reads it.</summary>
    public async Task<(StoryPage Story, List<ToldBusiness> Businesses, List<ProductCardRow> Goods)?> FindAsync(string slug, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            select t.story_id, t.slug, t.title, t.blocks::text as blocks, t.written_at, t.changed_at, tg.group_id, tg.name as "group", tg.slug as group_slug,
                   tr.place, tr.time_zone, t.photos::text as photos, {Lists.Of(Businesses(slug))} as businesses,
                   {Lists.Of(Villages(slug))} as villages, {Lists.Of(Potentials(slug))} as potentials
            from stories t
            join groups tg on tg.group_id = t.group_id
            join app.regions tr on tr.code = tg.seat
            where t.slug = {slug} and {StoryTeaser.IsPublic}
            """);
        batch.Add(
            $"""
            select {ProductCards.Columns}
            from stories t
            join shelf p on p.product_id = any(t.products)
            {ProductCards.Joins}
            where t.slug = {slug} and p.is_open
            order by array_position(t.products, p.product_id)
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var found = await reader.RowsAsync<StoryPage>(ct);
        await reader.NextResultAsync(ct);
        var goods = await reader.RowsAsync(ProductCards.Read, ct);
        return found is [var story] ? (story, Lists.Read<ToldBusiness>(story.Businesses), goods) : null;
    }

    /// <summary>The statement for a page of a KIM's stories, the newest first, for pages that read it beside their own.</summary>
    public static Sql OfGroup(string slug, StoryKey? after)
    {
        var from = after ?? Newest;
        return $"""
            select t.story_id, t.slug, t.title, t.written_at, {StoryTeaser.Begins},
                   (select jsonb_agg(to_jsonb(told)) from (
                       select p.slug, p.name
                       from products p join businesses b on b.business_id = p.business_id
                       where p.product_id = any(t.products) and p.status = 1 and b.status = 1
                       order by array_position(t.products, p.product_id)
                       limit {MostGoods}) told)::text as goods
            from stories t
            join groups tg on tg.group_id = t.group_id
            where tg.slug = {slug} and {StoryTeaser.IsPublic} and (t.written_at, t.story_id) < ({from.WrittenAt}, {from.StoryId})
            order by t.written_at desc, t.story_id desc
            limit {PageSize + 1}
            """;
    }

    private static Sql Villages(string slug) =>
        $"""
        select '/desa/' || r.code as path, r.name, r.full_place as place
        from stories t join app.regions r on r.code = any(t.villages)
        where t.slug = {slug}
        order by array_position(t.villages, r.code)
        """;

    private static Sql Potentials(string slug) =>
        $"""
        select '/potensi/' || o.slug as path, o.title as name, r.place
        from stories t
        join potentials o on o.potential_id = any(t.potentials)
        join app.regions r on r.code = o.village
        where t.slug = {slug} and o.shown is not null
        order by array_position(t.potentials, o.potential_id)
        """;

    private static Sql Businesses(string slug) =>
        $"""
        select b.business_id, b.name, b.slug, r.place
        from stories t
        join businesses b on b.business_id = any(t.businesses)
        join app.regions r on r.code = b.village
        where t.slug = {slug} and b.status <> {(short)BusinessStatus.Registered}
        order by array_position(t.businesses, b.business_id)
        """;
}
