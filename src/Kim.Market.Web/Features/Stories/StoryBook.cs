using System.Text.Json;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stories;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Potentials;
using Npgsql;

namespace Kim.Market.Web.Features.Stories;

/// <summary>A KIM whose stories the asker writes.</summary>
public sealed record StoryKim(Guid GroupId, string Name, string Slug, string TimeZone);

/// <summary>A story on its KIM's desk.</summary>
public sealed record DeskStory(
    Guid StoryId, long Version, string Slug, string Title, string Blocks, string Businesses, string Products, string Villages, string Potentials, string Photos, bool Shown, DateTime? ShowsFrom, DateTime WrittenAt, DateTime? ChangedAt,
    Guid GroupId, string Group, string GroupSlug, string TimeZone)
{
    public Guid[] Shops => Ids(Businesses);

    public Guid[] Goods => Ids(Products);

    public string[] Places => Villages.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public Guid[] Has => Ids(Potentials);

    public IReadOnlyList<Photo> Pictures => JsonSerializer.Deserialize(Photos, StoryJson.Default.PhotoArray)!;

    /// <summary>Neither shown nor waiting for its moment.</summary>
    public bool IsAway => !Shown && ShowsFrom is null;

    public string? TextOf(StoryPart part) =>
        JsonSerializer.Deserialize(Blocks, StoryJson.Default.StoryBlockArray)!.FirstOrDefault(block => block.Part == part)?.Text;

    private static Guid[] Ids(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];
}

/// <summary>The villages where a KIM works, and what it has written of them: what its stories can tell of.</summary>
public sealed record TieChoices(IReadOnlyList<OwnVillage> Villages, IReadOnlyList<StorySubject> Potentials)
{
    public static readonly TieChoices None = new([], []);
}

/// <summary>A stall that a story can tell of, or one of its goods.</summary>
public sealed record StorySubject(Guid Id, string Name, string Slug);

/// <summary>Reads stories for those who write them; every statement draws the line of the asker's own KIM.</summary>
public sealed class StoryBook(NpgsqlDataSource db, PotentialBook potentials)
{
    public const int PageSize = 25;

    /// <summary>Products to choose from, the newest of a stall.</summary>
    public const int Choices = 60;

    /// <summary>Null when the asker does not write there.</summary>
    public async Task<StoryKim?> KimAsync(Asker asker, string slug, CancellationToken ct) => await db.RowAsync<StoryKim>(
        $"select g.group_id, g.name, g.slug, r.time_zone from groups g join app.regions r on r.code = g.seat where g.slug = {slug} and {PotentialBook.Writes(asker)}", ct);

    /// <summary>The newest first.</summary>
    public Task<List<DeskStory>> AllAsync(Asker asker, Guid kim, StoryKey? after, CancellationToken ct)
    {
        var from = after ?? new(new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Guid.Empty);
        return db.RowsAsync<DeskStory>(
            $"""
            {Stories} where t.group_id = {kim} and {PotentialBook.Writes(asker)} and (t.written_at, t.story_id) < ({from.WrittenAt}, {from.StoryId})
            order by t.written_at desc, t.story_id desc
            limit {PageSize + 1}
            """, ct);
    }

    /// <summary>Null when it is none of a KIM where the asker writes.</summary>
    public async Task<DeskStory?> FindAsync(Asker asker, Guid story, CancellationToken ct) =>
        await db.RowAsync<DeskStory>($"{Stories} where t.story_id = {story} and {PotentialBook.Writes(asker)}", ct);

    /// <summary>The stalls of a KIM that everybody can see, by their address.</summary>
    public Task<List<StorySubject>> StallsAsync(Asker asker, Guid kim, string after, CancellationToken ct) => db.RowsAsync<StorySubject>(
        $"""
        select b.business_id as id, b.name, b.slug
        from businesses b join groups g on g.group_id = b.group_id
        where b.group_id = {kim} and b.status <> {(short)BusinessStatus.Registered} and b.slug > {after} and {PotentialBook.Writes(asker)}
        order by b.slug
        limit {PageSize + 1}
        """, ct);

    public async Task<StorySubject?> StallAsync(Asker asker, Guid kim, string slug, CancellationToken ct) => await db.RowAsync<StorySubject>(
        $"""
        select b.business_id as id, b.name, b.slug
        from businesses b join groups g on g.group_id = b.group_id
        where b.slug = {slug} and b.group_id = {kim} and b.status <> {(short)BusinessStatus.Registered} and {PotentialBook.Writes(asker)}
        """, ct);

    /// <summary>What these stalls of a KIM have or had on show: what the story tells of already comes first, then the newest.</summary>
    public Task<List<StorySubject>> GoodsAsync(Asker asker, Guid kim, Guid[] stalls, Guid[] told, CancellationToken ct) => db.RowsAsync<StorySubject>(
        $"""
        select p.product_id as id, p.name, p.slug
        from products p
        join businesses b on b.business_id = p.business_id
        join groups g on g.group_id = b.group_id
        where p.business_id = any({stalls}) and b.group_id = {kim} and p.published_at is not null and {PotentialBook.Writes(asker)}
        order by p.product_id = any({told}) desc, p.published_at desc, p.product_id
        limit {Choices}
        """, ct);

    /// <summary>What else a story of a KIM can tell of: its villages, and what everybody reads of them.</summary>
    public async Task<TieChoices> TiesAsync(Asker asker, Guid kim, CancellationToken ct) => new(
        await potentials.VillagesAsync(asker, kim, ct),
        await db.RowsAsync<StorySubject>(
            $"""
            select o.potential_id as id, o.title as name, o.slug
            from potentials o join groups g on g.group_id = o.group_id
            where o.group_id = {kim} and o.shown is not null and {PotentialBook.Writes(asker)}
            order by o.shown_at desc, o.potential_id
            limit {Choices}
            """, ct));

    private static SqlPart Stories => SqlPart.Of(
        $"""
        select t.story_id, t.version, t.slug, t.title, t.blocks::text as blocks, array_to_string(t.businesses, ' ') as businesses,
               array_to_string(t.products, ' ') as products, array_to_string(t.villages, ' ') as villages,
               array_to_string(t.potentials, ' ') as potentials, t.photos::text as photos, t.shown, t.shows_from, t.written_at, t.changed_at, g.group_id, g.name as "group", g.slug as group_slug, r.time_zone
        from stories t
        join groups g on g.group_id = t.group_id
        join app.regions r on r.code = g.seat
        """);
}
