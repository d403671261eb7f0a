using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Products;

/// <summary>A shelf of the market, in both languages.</summary>
public sealed record Shelf(string Slug, string Id, string En)
{
    public string Name => Languages.IsEnglish ? En : Id;
}

/// <summary>A large shelf with the small ones on it.</summary>
public sealed record Section(string Slug, string Id, string En, Shelf[] Children)
{
    public string Name => Languages.IsEnglish ? En : Id;
}

/// <summary>The two levels of shelves, as <c>seeds/taxonomy.json</c> tells them. A product's category is <c>section/shelf</c>.</summary>
public sealed class Taxonomy
{
    public Taxonomy()
    {
        Sections = JsonSerializer.Deserialize(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "seeds", "taxonomy.json")), TaxonomyJson.Default.SectionArray)!;
        Paths = Sections.SelectMany(section => section.Children.Select(shelf => (shelf.Slug, Path: $"{section.Slug}/{shelf.Slug}")))
            .ToDictionary(shelf => shelf.Slug, shelf => shelf.Path, StringComparer.Ordinal);
    }

    public IReadOnlyList<Section> Sections { get; }

    /// <summary>From a shelf's slug to its whole path; slugs of shelves are unique across sections.</summary>
    public IReadOnlyDictionary<string, string> Paths { get; }

    public Section? Find(string? slug) => Sections.FirstOrDefault(section => section.Slug == slug);

    /// <summary>The section of a product's category, or of a section's own slug.</summary>
    public Section? SectionOf(string category) => Find(category.Split('/')[0]);

    /// <summary>What stands on the shelf of a category, or in a whole section; null for a path that leads nowhere.</summary>
    public string? NameOf(string category) => category.Split('/') switch
    {
        [var section] => Find(section)?.Name,
        [var section, var shelf] => Find(section)?.Children.FirstOrDefault(known => known.Slug == shelf)?.Name,
        _ => null,
    };
}

/// <summary>How the taxonomy is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Section[]))]
internal sealed partial class TaxonomyJson : JsonSerializerContext;
