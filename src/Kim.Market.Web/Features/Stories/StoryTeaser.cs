using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Stories;

/// <summary>What another page says of a story: how it begins, and whose it is.</summary>
public sealed record StoryTeaser(string Slug, string Title, DateTimeOffset WrittenAt, string Opening, string Group, string GroupSlug)
{
    private const int Most = 3;
    private const int Words = 260;

    /// <summary>The newest stories of a product <c>p</c>, as JSON; null where there are none.</summary>
    public static SqlPart OfProduct => Of(SqlPart.Of($"t.products @> array[p.product_id]"));

    /// <summary>The newest stories of a business <c>b</c>, as JSON; null where there are none.</summary>
    public static SqlPart OfBusiness => Of(SqlPart.Of($"t.businesses @> array[b.business_id]"));

    /// <summary>The newest stories of a village, or of a business there, as JSON; null where there are none.</summary>
    public static SqlPart OfVillage(string code) => Of(SqlPart.Of(
        $"""
        (t.villages @> array[{code}::text]
         or t.businesses && array(select b.business_id from businesses b where b.village = {code} and b.status = 1))
        """));

    /// <summary>What was told in a time by the KIM of a place, or of a place within, as JSON; null where there is nothing.</summary>
    public static SqlPart Within(string code, DateTimeOffset since, DateTimeOffset until) => Of(SqlPart.Of(
        $"""
        t.written_at >= {since} and t.written_at < {until}
        and (tg.seat = {code} or starts_with(tg.seat, {code + "."}) or exists (select from unnest(t.villages) v where v = {code} or starts_with(v, {code + "."})))
        """));

    /// <summary>What a KIM <c>g</c> told in a time, as JSON; null where it told nothing.</summary>
    public static SqlPart OfKim(DateTimeOffset since, DateTimeOffset until) =>
        Of(SqlPart.Of($"t.group_id = g.group_id and t.written_at >= {since} and t.written_at < {until}"));

    /// <summary>The newest stories of a potential, by its address, as JSON; null where there are none.</summary>
    public static SqlPart OfPotential => Of(SqlPart.Of($"t.potentials @> array[o.potential_id]"));

    /// <summary>Of a KIM <c>tg</c> that is out of sight nothing is read, a story <c>t</c> neither.</summary>
    public static SqlPart IsPublic => SqlPart.Of(
        $"t.shown and tg.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant}, {(short)GroupStatus.Dissolved})");

    /// <summary>How a story <c>t</c> begins.</summary>
    public static SqlPart Begins => SqlPart.Of($"left(t.blocks -> 0 ->> 'Text', {Words}) as opening");

    /// <summary>The opening, with a sign where it was cut.</summary>
    public string Excerpt => Cut(Opening);

    public static IReadOnlyList<StoryTeaser> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, StoryTeaserJson.Default.StoryTeaserArray)!;

    internal static string Cut(string opening)
    {
        var line = StoryMarkdown.Plain(opening).ReplaceLineEndings(" ");
        return opening.Length < Words ? line : line[..Math.Max(line.LastIndexOf(' '), Math.Min(Words / 2, line.Length))].TrimEnd(' ', ',', '.', ';') + "…";
    }

    private static SqlPart Of(SqlPart which) => SqlPart.Of(
        $"""
        (select jsonb_agg(to_jsonb(teaser)) from (
            select t.slug, t.title, t.written_at, {Begins}, tg.name as "group", tg.slug as group_slug
            from stories t
            join groups tg on tg.group_id = t.group_id
            where {which} and {IsPublic}
            order by t.written_at desc, t.story_id
            limit {Most}) teaser)::text
        """);
}

/// <summary>How teasers come out of the statements of other pages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StoryTeaser[]))]
internal sealed partial class StoryTeaserJson : JsonSerializerContext;
