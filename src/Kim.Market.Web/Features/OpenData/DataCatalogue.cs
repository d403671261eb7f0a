using System.Text.Json.Nodes;
using Kim.Market.Web.Features.Results;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.OpenData;

/// <summary>The catalogue for machines, in the words of DCAT 3: what portals of open data harvest.</summary>
public sealed class DataCatalogue(Words words, OpenDataSettings settings)
{
    public const string Description = "Hasil KIM dan UMKM desa menurut wilayah dan tahun, dihitung dari catatan kejadian Pasar KIM.";

    /// <param name="site">Scheme and host the world knows the site by.</param>
    public JsonObject Of(IReadOnlyList<DataRelease> newest, string site) => new()
    {
        ["@context"] = new JsonObject
        {
            ["dcat"] = "http://www.w3.org/ns/dcat#",
            ["dct"] = "http://purl.org/dc/terms/",
            ["foaf"] = "http://xmlns.com/foaf/0.1/",
            ["spdx"] = "http://spdx.org/rdf/terms#",
            ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
        },
        ["@id"] = $"{site}/data",
        ["@type"] = "dcat:Catalog",
        ["dct:title"] = In("Data terbuka Pasar KIM"),
        ["dct:description"] = In(Description),
        ["dct:language"] = "id",
        ["dct:license"] = Id(settings.LicenceAddress),
        ["dct:publisher"] = Publisher(),
        ["foaf:homepage"] = Id($"{site}/data"),
        ["dcat:service"] = new JsonObject
        {
            ["@type"] = "dcat:DataService",
            ["dct:title"] = In("Data terbuka Pasar KIM"),
            ["dcat:endpointURL"] = Id($"{site}/data"),
            ["dcat:endpointDescription"] = Id($"{site}/data/openapi.json"),
        },
        ["dcat:dataset"] = new JsonArray([.. newest.Select(release => Dataset.Find(release.Dataset) is { } dataset ? Of(dataset, release, site) : null).OfType<JsonNode>()]),
    };

    private JsonObject Of(Dataset dataset, DataRelease release, string site) => new()
    {
        ["@id"] = $"{site}/data/{dataset.Slug}",
        ["@type"] = "dcat:Dataset",
        ["dct:identifier"] = dataset.Code,
        ["dct:title"] = In(release.Title),
        ["dct:description"] = In(words.MethodOf(dataset.Figure)),
        ["dct:modified"] = Typed(DateFormat.Machine(release.PublishedAt), "dateTime"),
        ["dct:accrualPeriodicity"] = Id("http://publications.europa.eu/resource/authority/frequency/DAILY"),
        ["dct:license"] = Id(settings.LicenceAddress),
        ["dct:publisher"] = Publisher(),
        ["dct:spatial"] = Id("https://www.geonames.org/1641897"),
        ["dcat:version"] = $"{release.Version}",
        ["dcat:landingPage"] = Id($"{site}/data/{dataset.Slug}"),
        ["dcat:distribution"] = new JsonArray(
            Distribution($"{site}/data/{dataset.Slug}.csv", "text/csv", release.Sha256), Distribution($"{site}/data/{dataset.Slug}.json", "application/json", null)),
    };

    private JsonObject Distribution(string address, string type, string? sha256)
    {
        var distribution = new JsonObject
        {
            ["@type"] = "dcat:Distribution",
            ["dcat:accessURL"] = Id(address),
            ["dcat:downloadURL"] = Id(address),
            ["dcat:mediaType"] = Id($"https://www.iana.org/assignments/media-types/{type}"),
            ["dct:license"] = Id(settings.LicenceAddress),
        };
        if (sha256 is not null)
        {
            distribution["spdx:checksum"] = new JsonObject
            {
                ["@type"] = "spdx:Checksum",
                ["spdx:algorithm"] = Id("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
                ["spdx:checksumValue"] = Typed(sha256, "hexBinary"),
            };
        }

        return distribution;
    }

    private JsonObject Publisher() => new() { ["@type"] = "foaf:Agent", ["foaf:name"] = settings.Producer };

    private static JsonObject Id(string address) => new() { ["@id"] = address };

    private static JsonObject In(string text) => new() { ["@value"] = text, ["@language"] = "id" };

    private static JsonObject Typed(string value, string type) => new() { ["@value"] = value, ["@type"] = $"xsd:{type}" };
}
