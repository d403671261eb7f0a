using System.Text.Json.Serialization;
using Kim.Market.Domain.Stories;
using Kim.Market.EventSourcing;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Stories;

/// <summary>A story as it is kept in its row.</summary>
public sealed record StoryRow(StoryWritten Written)
{
    public long Version { get; init; }

    public string Title { get; init; } = Written.Title;

    public StoryBlock[] Blocks { get; init; } = Written.Blocks;

    public Guid[] Businesses { get; init; } = [.. Written.Businesses.Select(business => business.Value)];

    public Guid[] Products { get; init; } = [.. Written.Products.Select(product => product.Value)];

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
        { "shown", NpgsqlDbType.Boolean, row => row.IsShown },
        { "written_at", NpgsqlDbType.TimestampTz, row => row.Written.At },
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
        StoryWithdrawn => row! with { IsShown = false },
        StoryShownAgain => row! with { IsShown = true },
        _ => row,
    };
}

/// <summary>How the parts of a story are kept in their column.</summary>
[JsonSerializable(typeof(StoryBlock[]))]
internal sealed partial class StoryJson : JsonSerializerContext;
