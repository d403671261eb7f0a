using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.OpenData;
using Kim.Market.Web.Language;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.OpenData;

/// <summary>The description for machines is true of what they are really sent; the catalogue leads to it.</summary>
public sealed class DataDescriptionTests(MarketApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_described_address_answers_as_it_is_described()
    {
        await app.Services.GetRequiredService<DataPress>().PublishDueAsync(Ct);
        var described = (JsonObject)JsonNode.Parse(await app.Visitor().Http.GetStringAsync(new Uri("/data/openapi.json", UriKind.Relative), Ct))!;
        Assert.Equal("3.1.0", (string)described["openapi"]!);
        Assert.Equal("CC BY 4.0", (string)described["info"]!["license"]!["name"]!);
        foreach (var (path, methods) in (JsonObject)described["paths"]!)
        {
            var get = methods!["get"]!;
            var asked = path.Replace("{dataset}", "kim-aktif", StringComparison.Ordinal);
            await Holds(described, get, asked, 200);
            if (asked != path)
            {
                await Holds(described, get, path.Replace("{dataset}", "tidak-ada", StringComparison.Ordinal), 404);
                foreach (var parameter in get["parameters"]!.AsArray().Where(parameter => (string)parameter!["in"]! == "query"))
                {
                    Assert.DoesNotMatch((string)parameter!["schema"]!["pattern"]!, "salah");
                    await Holds(described, get, $"{asked}?{parameter["name"]}=salah", 400);
                }
            }
        }
    }

    [Fact]
    public async Task Every_mapped_address_is_described()
    {
        var described = (JsonObject)JsonNode.Parse(await app.Visitor().Http.GetStringAsync(new Uri("/data/openapi.json", UriKind.Relative), Ct))!["paths"]!;
        var mapped = app.Services.GetRequiredService<IEnumerable<Microsoft.AspNetCore.Routing.EndpointDataSource>>().SelectMany(source => source.Endpoints)
            .OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(path => path.StartsWith("/data/", StringComparison.Ordinal) && path.Contains('.', StringComparison.Ordinal) && path != "/data/openapi.json").Distinct().Order();

        Assert.Equal(mapped, described.Select(path => path.Key).Order());
    }

    [Fact]
    public void A_unit_is_what_is_counted_and_a_formula_how()
    {
        var words = new Words();
        string[] units = ["KIM", "UMKM", "orang", "rupiah", "menit", "desa/kelurahan", "kecamatan", "pesanan", "produk", "pertanyaan", "pembinaan"];

        Assert.All(Dataset.All, dataset => Assert.Contains(words.UnitOf(dataset), units));
        Assert.All(Dataset.All, dataset => Assert.Matches("^(Σ|n|median) ", words.CardOf(dataset, new(new ConfigurationBuilder().Build())).Single(field => field.Name == "Rumus").Text));
        Assert.Equal("rupiah", words.UnitOf(Dataset.All.Single(dataset => dataset.Slug == "penjualan-luar")));
        Assert.Equal("orang", words.UnitOf(Dataset.All.Single(dataset => dataset.Slug == "orang-dibina")));
    }

    [Fact]
    public async Task The_catalogue_names_each_dataset_with_its_files_and_fingerprint()
    {
        await PublishedAsync();
        using var answer = await app.Visitor().Http.GetAsync(new Uri("/data/katalog.jsonld", UriKind.Relative), Ct);
        Assert.Equal("application/ld+json", answer.Content.Headers.ContentType!.MediaType);
        var catalogue = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!;

        Assert.Equal("dcat:Catalog", (string)catalogue["@type"]!);
        var datasets = catalogue["dcat:dataset"]!.AsArray();
        Assert.Equal(Dataset.All.Count, datasets.Count);
        foreach (var dataset in datasets)
        {
            var file = dataset!["dcat:distribution"]![0]!;
            var path = new Uri((string)file["dcat:downloadURL"]!["@id"]!).AbsolutePath;
            using var sent = await app.Visitor().Http.GetAsync(new Uri(path, UriKind.Relative), Ct);
            Assert.Equal($"sha256:{file["spdx:checksum"]!["spdx:checksumValue"]!["@value"]}", sent.Headers.GetValues("X-Fingerprint").Single());
        }
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back()
    {
        await using var strict = new MarketApp { Settings = new Dictionary<string, string> { ["Kim:DataPerMinute"] = "3" } };
        await strict.InitializeAsync();
        var http = strict.Visitor().Http;
        for (var i = 0; i < 3; i++)
        {
            using var taken = await http.GetAsync(new Uri("/data/openapi.json", UriKind.Relative), Ct);
            Assert.True(taken.IsSuccessStatusCode);
        }

        using var refused = await http.GetAsync(new Uri("/data/openapi.json", UriKind.Relative), Ct);
        Assert.Equal(429, (int)refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    private async Task Holds(JsonObject described, JsonNode get, string path, int status)
    {
        using var answer = await app.Visitor().Http.GetAsync(new Uri(path, UriKind.Relative), Ct);
        Assert.Equal(status, (int)answer.StatusCode);
        var said = get["responses"]![$"{status}"]!;
        var type = answer.Content.Headers.ContentType!.MediaType!;
        var schema = said["content"]![type]!["schema"]!;
        foreach (var (header, _) in said["headers"] as JsonObject ?? [])
        {
            Assert.True(answer.Headers.NonValidated.Contains(header) || answer.Content.Headers.NonValidated.Contains(header), $"{path}: {header}");
        }

        if (type.EndsWith("json", StringComparison.Ordinal))
        {
            Fits(described, schema, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct)), path);
        }
    }

    // As much of JSON Schema as the description uses.
    private static void Fits(JsonObject described, JsonNode asked, JsonNode? value, string where)
    {
        var schema = (string?)asked["$ref"] is { } name ? described["components"]!["schemas"]![name.Split('/')[^1]]! : asked;
        var kind = value?.GetValueKind() switch
        {
            null => "null",
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number when !value.ToJsonString().Contains('.', StringComparison.Ordinal) => "integer",
            var other => $"{other}",
        };
        Assert.Contains(kind, (schema["type"] as JsonArray ?? [schema["type"]!.DeepClone()]).Select(one => (string)one!));
        if (schema["enum"] is JsonArray words)
        {
            Assert.Contains((string)value!, words.Select(word => (string)word!));
        }

        if ((string?)schema["pattern"] is { } pattern)
        {
            Assert.True(Regex.IsMatch((string)value!, pattern), where);
        }

        if (value is JsonArray items)
        {
            Assert.All(items, item => Fits(described, schema["items"]!, item, where));
        }

        if (schema["properties"] is JsonObject properties && value is JsonObject sent)
        {
            Assert.True(schema["required"] is not JsonArray { Count: > 4 } || sent.All(part => properties.ContainsKey(part.Key)), $"{where} says more than is described"); // a problem may
            Assert.All(schema["required"]!.AsArray(), part => Assert.True(sent.ContainsKey((string)part!), $"{where}: {part}"));
            foreach (var (part, of) in properties.Where(part => sent.ContainsKey(part.Key)))
            {
                Fits(described, of!, sent[part], $"{where} {part}");
            }
        }
    }

    // The node's own press may be at it: whoever comes second leaves it the rest.
    private async Task PublishedAsync()
    {
        for (var left = 600; left > 0; left--)
        {
            await app.Services.GetRequiredService<DataPress>().PublishDueAsync(Ct);
            if ((await app.Db.QueryAsync($"select count(distinct dataset) from app.data_releases", row => row.GetInt64(0), Ct)).Single() == Dataset.All.Count)
            {
                return;
            }

            await Task.Delay(100, Ct);
        }
    }
}
