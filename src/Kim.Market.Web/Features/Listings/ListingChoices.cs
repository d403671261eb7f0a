using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Domain.Products;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kim.Market.Web.Features.Listings;

/// <summary>A unit of sale, in both languages.</summary>
public sealed record Unit(string Code, string Id, string En)
{
    public string Name => Languages.IsEnglish ? En : Id;
}

/// <summary>What a seller chooses from: shelves in their sections, units, measures. In the language of the request.</summary>
public sealed class ListingChoices(Taxonomy taxonomy, Words words)
{
    private readonly Unit[] _units = JsonSerializer.Deserialize(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "seeds", "units.json")), UnitJson.Default.UnitArray)!;

    /// <summary>Every shelf, under the name of its section: a telephone shows that as one long, grouped wheel.</summary>
    public IEnumerable<SelectListItem> Categories => taxonomy.Sections.SelectMany(section =>
    {
        var group = new SelectListGroup { Name = section.Name };
        return section.Children.Select(shelf => new SelectListItem(shelf.Name, $"{section.Slug}/{shelf.Slug}") { Group = group });
    });

    /// <param name="kept">A shelf from before there was this list.</param>
    public IEnumerable<SelectListItem> CategoriesWith(string kept) =>
        HasCategory(kept) ? Categories : Categories.Prepend(new SelectListItem(kept, kept));

    /// <param name="kept">A unit that was typed before there was a list.</param>
    public IEnumerable<SelectListItem> Units(string? kept)
    {
        var listed = _units.Select(unit => new SelectListItem(words["per {0}", unit.Name], unit.Code));
        return kept is { Length: > 0 } && _units.All(unit => unit.Code != kept)
            ? listed.Prepend(new SelectListItem(words["per {0}", kept], kept))
            : listed;
    }

    public IEnumerable<SelectListItem> Measures => Enum.GetValues<Measure>().Select(measure => new SelectListItem(words.Of(measure), measure.ToString()));

    public IEnumerable<SelectListItem> Capacities => Enum.GetValues<CapacityPer>().Select(per => new SelectListItem(words.Of(per), per.ToString()));

    public IEnumerable<SelectListItem> Halal => Enum.GetValues<HalalStatement>().Select(said => new SelectListItem(words.Of(said), said.ToString()));

    /// <summary>The months by name, and none.</summary>
    public IEnumerable<SelectListItem> Months =>
    [
        new SelectListItem(words["Pilih bulan"], ""),
        .. Enumerable.Range(1, 12).Select(month => new SelectListItem(Format.Calendar.Month(month), month.ToString(CultureInfo.InvariantCulture))),
    ];

    public bool HasCategory(string path) => path.Contains('/', StringComparison.Ordinal) && taxonomy.NameOf(path) is not null;
}

/// <summary>How units are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Unit[]))]
internal sealed partial class UnitJson : JsonSerializerContext;
