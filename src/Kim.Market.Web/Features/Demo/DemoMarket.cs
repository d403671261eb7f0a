using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;

namespace Kim.Market.Web.Features.Demo;

/// <summary>A stretch of months; open-ended where nothing ended it. Months read <c>2025-03</c>.</summary>
public sealed record DemoPause(string From, string? To, DormancyReason Reason);

/// <summary>An invented KIM at a real place.</summary>
public sealed record DemoGroup(
    string Key, string Name, string Slug, string Seat, GroupBasis Basis, string[] Themes, string About, string Founded,
    DemoPause[]? Dormant);

/// <summary>An invented UMKM in a real village.</summary>
public sealed record DemoBusiness(
    string Key, string Kim, string Name, string Slug, BusinessKind Kind, string Village, string About, string PickupPlace,
    string PickupHours, long? DeliveryFee, string? DeliveryArea, string Opened, DemoPause[]? Closed, string WhatsApp);

/// <summary>A price that held from a month on.</summary>
public sealed record DemoPrice(string Month, long Price);

/// <summary>How much one unit of sale holds: <c>{ "amount": 250, "measure": "g" }</c>.</summary>
public sealed record DemoContent(int Amount, string Measure)
{
    public Content Content => new(Amount, Measure switch
    {
        "g" => Domain.Products.Measure.Gram,
        "ml" => Domain.Products.Measure.Millilitre,
        _ => Domain.Products.Measure.Piece,
    });
}

/// <summary>A true local good on an invented stall.</summary>
public sealed record DemoProduct(
    string Key, string Business, string Name, string Slug, string Category, string Unit, DemoContent? Content,
    DemoPrice[] Prices, int MonthlyStock, int[]? Season, string About, string Picture, string Alt);

/// <summary>The demo market as the files in <c>seeds/demo</c> tell it.</summary>
public sealed record DemoMarket(IReadOnlyList<DemoGroup> Groups, IReadOnlyList<DemoBusiness> Businesses, IReadOnlyList<DemoProduct> Products)
{
    public static DemoMarket Read(string folder) => new(
        Files(folder, "groups", DemoJson.Default.DemoGroupArray),
        Files(folder, "businesses", DemoJson.Default.DemoBusinessArray),
        Files(folder, "products", DemoJson.Default.DemoProductArray));

    // One file, or one per regency: products-64.02.json beside products-61.04.json.
    private static T[] Files<T>(string folder, string name, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T[]> type) =>
    [
        .. Directory.EnumerateFiles(folder, $"{name}*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => JsonSerializer.Deserialize(File.ReadAllBytes(file), type)!),
    ];
}

/// <summary>How the demo files are written: camel case, enums by name.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DemoGroup[]))]
[JsonSerializable(typeof(DemoBusiness[]))]
[JsonSerializable(typeof(DemoProduct[]))]
internal sealed partial class DemoJson : JsonSerializerContext;
