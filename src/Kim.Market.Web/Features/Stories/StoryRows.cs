using System.Text.Json.Serialization;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stories;
using Kim.Market.EventSourcing;
using NpgsqlTypes;
using Story = Kim.Market.Domain.Stories.Story;

namespace Kim.Market.Web.Features.Stories;

/// <summary>A story as it is kept in its row.</summary>
public sealed record StoryRow(StoryWritten Written)
{
    public long Version { get; init; }

    public string Title { get; init; } = Written.Title;

    public StoryBlock[] Blocks { get; init; } = Written.Blocks;

    public Guid[] Businesses { get; init; } = [.. Written.Businesses.Select(business => business.Value)];

    public Guid[] Products { get; init; } = [.. Written.Products.Select(product => product.Value)];

    public string[] Villages { get; init; } = [];

    public Guid[] Potentials { get; init; } = [];

    public Photo[] Photos { get; init; } = [];

    public DateTimeOffset? ShowsFrom { get; init; }

    /// <summary>Since when it can be read: what was written for a later moment is new at that moment.</summary>
    public DateTimeOffset Since { get; init; } = Written.At;

    public bool IsShown { get; init; } = true;

    public DateTimeOffset? ChangedAt { get; init; }
}

/// <summary>Writes <c>stories</c>.</summary>
public sealed class StoryRows : StreamView<StoryRow>
{
    public override string Name => "stories";

    public override string Kind => StreamKind<Story>.Name;

    public override string Ddl { get; } = Ddls.Of<StoryRows>();

    protected override Columns<StoryRow> Columns { get; } = new()
    {
        { "story_id", NpgsqlDbType.Uuid, row => row.Written.Story.Value },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "group_id", NpgsqlDbType.Uuid, row => row.Written.Group.Value },
        { "slug", NpgsqlDbType.Text, row => row.Written.Slug },
        { "title", NpgsqlDbType.Text, row => row.Title },
        { "blocks", NpgsqlDbType.Jsonb, row => Json.Of(row.Blocks, StoryJson.Default.StoryBlockArray).Utf8 },
        { "businesses", NpgsqlDbType.Array | NpgsqlDbType.Uuid, row => row.Businesses },
        { "products", NpgsqlDbType.Array | NpgsqlDbType.Uuid, row => row.Products },
        { "villages", NpgsqlDbType.Array | NpgsqlDbType.Text, row => row.Villages },
        { "potentials", NpgsqlDbType.Array | NpgsqlDbType.Uuid, row => row.Potentials },
        { "photos", NpgsqlDbType.Jsonb, row => Json.Of(row.Photos, StoryJson.Default.PhotoArray).Utf8 },
        { "shown", NpgsqlDbType.Boolean, row => row.IsShown },
        { "shows_from", NpgsqlDbType.TimestampTz, row => row.ShowsFrom },
        { "written_at", NpgsqlDbType.TimestampTz, row => row.Since },
        { "changed_at", NpgsqlDbType.TimestampTz, row => row.ChangedAt },
    };

    protected override StoryRow? Evolve(StoryRow? row, Recorded recorded) => Change(row, recorded.Data) is { } changed
        ? changed with { Version = recorded.Version }
        : null;

    private static StoryRow? Change(StoryRow? row, object happened) => happened switch
    {
        StoryWritten e => new(e),
        StoryChanged e => row! with
        {
            Title = e.Title,
            Blocks = e.Blocks,
            Businesses = [.. e.Businesses.Select(business => business.Value)],
            Products = [.. e.Products.Select(product => product.Value)],
            ChangedAt = e.At,
        },
        StoryTied e => row! with { Villages = [.. e.Villages.Select(village => village.Value)], Potentials = [.. e.Potentials.Select(potential => potential.Value)] },
        StoryPictured e => row! with { Photos = e.Photos },
        StoryScheduled e => row! with { IsShown = false, ShowsFrom = e.From },
        StoryAppeared e => row! with { IsShown = true, ShowsFrom = null, Since = e.At },
        StoryWithdrawn => row! with { IsShown = false, ShowsFrom = null },
        StoryShownAgain e => row! with { IsShown = true, ShowsFrom = null, Since = row.ShowsFrom is null ? row.Since : e.At },
        _ => row,
    };
}

/// <summary>How the parts of a story are kept in their column.</summary>
[JsonSerializable(typeof(StoryBlock[]))]
[JsonSerializable(typeof(Photo[]))]
internal sealed partial class StoryJson : JsonSerializerContext;
