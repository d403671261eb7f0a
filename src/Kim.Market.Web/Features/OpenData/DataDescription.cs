using System.Text.Json.Nodes;

namespace Kim.Market.Web.Features.OpenData;

/// <summary>What the open data of this site takes and answers, as OpenAPI 3.1. A test holds it against what is really served.</summary>
public static class DataDescription
{
    /// <param name="site">Scheme and host the world knows the site by.</param>
    public static JsonObject Of(OpenDataSettings settings, string site) => new()
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject
        {
            ["title"] = "Data terbuka Pasar KIM",
            ["version"] = "1",
            ["description"] = $"{DataCatalogue.Description} Baris dengan kurang dari {SmallCells.Least} orang di baliknya disembunyikan.",
            ["license"] = new JsonObject { ["name"] = settings.Licence, ["url"] = settings.LicenceAddress },
        },
        ["servers"] = new JsonArray(new JsonObject { ["url"] = site }),
        ["paths"] = new JsonObject
        {
            ["/data/katalog.jsonld"] = Get("katalog", "Katalog semua kumpulan data (DCAT 3)", [], Answer("application/ld+json", new() { ["type"] = "object" }), isFile: false),
            ["/data/{dataset}.csv"] = Get("unduhCsv", "Satu kumpulan data sebagai CSV", Filters(), Answer("text/csv", new() { ["type"] = "string" }), isFile: true),
            ["/data/{dataset}.json"] = Get("unduhJson", "Satu kumpulan data sebagai JSON", Filters(), Answer("application/json", Ref("Berkas")), isFile: true),
        },
        ["components"] = new JsonObject { ["schemas"] = new JsonObject { ["Berkas"] = File(), ["Baris"] = Row(), ["Masalah"] = Problem() } },
    };

    private static JsonObject Get(string id, string summary, JsonNode[] parameters, JsonObject ok, bool isFile)
    {
        var responses = new JsonObject { ["200"] = ok, ["429"] = new JsonObject { ["description"] = "Terlalu sering; Retry-After menyebut kapan boleh lagi" } };
        if (isFile)
        {
            ok["headers"] = new JsonObject
            {
                ["ETag"] = Header("string"),
                ["Last-Modified"] = Header("string"),
                ["X-Version"] = Header("string"),
                ["Link"] = Header("string"),
            };
            responses["304"] = new JsonObject { ["description"] = "Belum berubah" };
            responses["400"] = Answer("application/problem+json", Ref("Masalah"), "Penyaring salah");
            responses["404"] = Answer("application/problem+json", Ref("Masalah"), "Tidak ada, atau belum diterbitkan");
        }

        return new() { ["get"] = new JsonObject { ["operationId"] = id, ["summary"] = summary, ["parameters"] = new JsonArray(parameters), ["responses"] = responses } };
    }

    private static JsonNode[] Filters() =>
    [
        new JsonObject
        {
            ["name"] = "dataset", ["in"] = "path", ["required"] = true,
            ["schema"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Dataset.All.Select(dataset => (JsonNode)dataset.Slug)]) },
        },
        Query("wilayah", "Kode Kemendagri; wilayah itu dan semua di dalamnya", new() { ["type"] = "string", ["pattern"] = @"^\d{2}(\.?\d{2}(\.?\d{2}(\.?[123]\d{3})?)?)?$" }),
        Query("tahun", "Hanya tahun ini", new() { ["type"] = "string", ["pattern"] = "^2[0-9]{3}$" }),
    ];

    private static JsonObject Query(string name, string description, JsonObject schema) =>
        new() { ["name"] = name, ["in"] = "query", ["required"] = false, ["description"] = description, ["schema"] = schema };

    private static JsonObject File() => Object(
        new()
        {
            ["dataset"] = Text(),
            ["judul"] = Text(),
            ["satuan"] = Text(),
            ["versi"] = Whole(),
            ["sampai"] = Text("date"),
            ["diterbitkan"] = Text("date-time"),
            ["sidik_csv"] = new JsonObject { ["type"] = "string", ["pattern"] = "^sha256:[0-9a-f]{64}$" },
            ["lisensi"] = Text("uri"),
            ["baris"] = new JsonObject { ["type"] = "array", ["items"] = Ref("Baris") },
        });

    private static JsonObject Row() => Object(
        new()
        {
            ["kode_wilayah"] = Text(),
            ["level_wilayah"] = OneOf(DataRow.Levels),
            ["nama_wilayah"] = Text(),
            ["judul"] = Text(),
            ["satuan"] = Text(),
            ["tahun"] = Whole(),
            ["periode"] = OneOf([Dataset.Yearly]),
            ["data"] = new JsonObject { ["type"] = new JsonArray("integer", "null") },
            ["status"] = OneOf(DataRow.States),
            ["timestamp"] = Text("date-time"),
        });

    private static JsonObject Problem() => Object(new() { ["type"] = Text(), ["title"] = Text(), ["status"] = Whole(), ["detail"] = Text() });

    private static JsonObject Object(JsonObject properties) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Key)]),
        ["properties"] = properties,
    };

    private static JsonObject Answer(string type, JsonObject schema, string description = "Berhasil") => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject { [type] = new JsonObject { ["schema"] = schema } },
    };

    private static JsonObject Header(string type) => new() { ["schema"] = new JsonObject { ["type"] = type } };

    private static JsonObject Ref(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    private static JsonObject Whole() => new() { ["type"] = "integer" };

    private static JsonObject OneOf(IEnumerable<string> words) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };

    private static JsonObject Text(string? format = null)
    {
        var text = new JsonObject { ["type"] = "string" };
        if (format is not null)
        {
            text["format"] = format;
        }

        return text;
    }
}
