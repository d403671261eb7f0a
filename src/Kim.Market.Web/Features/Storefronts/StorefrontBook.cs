using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Potentials;
using Kim.Market.Web.Features.Stories;
using Npgsql;

namespace Kim.Market.Web.Features.Storefronts;

/// <summary>A KIM's storefront on the desk of whoever arranges it.</summary>
public sealed record DeskFront(
    Guid GroupId, string Name, string Slug, string TimeZone, long Version, short Status, string Storefront, string? Cover, string? CoverAlt, string? Announcement,
    DateTime? AnnouncedUntil)
{
    public Storefront Front { get; } = StorefrontJson.Read(Storefront);

    /// <summary>Dissolved: nothing of it changes any more.</summary>
    public bool IsOver => Status == (short)GroupStatus.Dissolved;

    public bool IsOpen => Status is >= (short)GroupStatus.Active and <= (short)GroupStatus.Dissolved;
}

/// <summary>Reads storefronts for those who arrange them: who writes for a KIM, and nobody else.</summary>
public sealed class StorefrontBook(NpgsqlDataSource db)
{
    /// <summary>Null when the asker does not write there.</summary>
    public async Task<DeskFront?> FindAsync(Asker asker, string slug, CancellationToken ct) => await db.RowAsync<DeskFront>(
        $"""
        select g.group_id, g.name, g.slug, r.time_zone, g.version, g.status, g.storefront::text as storefront, g.cover, g.cover_alt, g.announcement, g.announced_until
        from groups g join app.regions r on r.code = g.seat
        where g.slug = {slug} and {PotentialBook.Writes(asker)}
        """, ct);

    /// <summary>What can be featured: the goods of its own sellers that everybody sees. Those that are come first, in their order; then the newest.</summary>
    public Task<List<StorySubject>> GoodsAsync(Asker asker, Guid kim, CancellationToken ct) => db.RowsAsync<StorySubject>(
        $"""
        select p.product_id as id, p.name, p.slug
        from shelf p join groups g on g.group_id = p.group_id
        where p.group_id = {kim} and p.is_open and {PotentialBook.Writes(asker)}
        order by array_position(g.featured, p.product_id), p.listed_at desc, p.product_id
        limit {StoryBook.Choices}
        """, ct);
}
