using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;

namespace Kim.Market.Web.Features.Demo;

/// <summary>A stretch of months; open-ended where nothing ended it. Months read <c>2025-03</c>.</summary>
public sealed record DemoPause(string From, string? To);

/// <summary>A stretch of months in which a KIM lay dormant.</summary>
public sealed record DemoDormancy(string From, string? To, DormancyReason Reason);

/// <summary>Where and when buyers fetch their goods.</summary>
public sealed record DemoPickup(string Place, string Hours);

/// <summary>What delivery costs, how far it goes, and where it costs something else.</summary>
public sealed record DemoDelivery(long Fee, string Area, DemoRate[]? Rates);

/// <summary>What delivery costs in one region.</summary>
public sealed record DemoRate(string Region, long Price, long? Minimum, long? FreeFrom, int? Days)
{
    public DeliveryRate Rate => new(
        RegionCode.Parse(Region), new(Price), Minimum is { } least ? new Rupiah(least) : null, FreeFrom is { } free ? new Rupiah(free) : null, Days);
}

/// <summary>An invented KIM at a real place.</summary>
public sealed record DemoGroup(
    string Key, string Name, string Slug, string Seat, GroupBasis Basis, string[] Themes, string About, string Founded,
    DemoDormancy[]? Dormant);

/// <summary>An invented UMKM in a real village.</summary>
public sealed record DemoBusiness(
    string Key, string Kim, string Name, string Slug, BusinessKind Kind, string Village, string About, DemoPickup Pickup,
    DemoDelivery? Delivery, string Opened, DemoPause[]? Closed, string WhatsApp);

/// <summary>A price that held from a month on.</summary>
public sealed record DemoPrice(string Month, long Price);

/// <summary>How much one unit of sale holds: <c>{ "amount": 250, "of": "g" }</c>.</summary>
public sealed record DemoContent(int Amount, string Of)
{
    public Content Content => new(Amount, Of switch
    {
        "g" => Domain.Products.Measure.Gram,
        "ml" => Domain.Products.Measure.Millilitre,
        _ => Domain.Products.Measure.Piece,
    });
}

/// <summary>A true local good on an invented stall.</summary>
public sealed record DemoProduct(
    string Key, string Business, string Name, string Slug, string Category, string Unit, DemoContent? Content,
    DemoPrice[] Prices, int MadePerMonth, int[]? SeasonMonths, string Description, string Picture, string Alt,
    DemoMaking? Making)
{
    /// <summary>The terms on which it can be had; null for what is simply there.</summary>
    public Terms? Terms => (Making, SeasonMonths) switch
    {
        ({ } making, _) => Terms.Ordinary with
        {
            Supply = Supply.MadeToOrder,
            Making = new(making.Days, null, CapacityPer.Day, making.CutOff, making.Deposit ?? ""),
        },
        (_, { Length: > 0 and < 12 } months) => Terms.Ordinary with { Supply = Supply.Seasonal, Season = SeasonOf(months) },
        _ => null,
    };

    private static Season SeasonOf(int[] months)
    {
        var from = months.First(month => !months.Contains(month == 1 ? 12 : month - 1));
        var until = months.First(month => !months.Contains((month % 12) + 1));
        return new(new(from, 1), new(until, DateTime.DaysInMonth(2024, until)));
    }
}

/// <summary>What is made once it is ordered: how many days that takes, until which hour of a day.</summary>
public sealed record DemoMaking(int Days, int? CutOff, string? Deposit);

/// <summary>The demo market as the files in <c>seeds/demo</c> tell it.</summary>
public sealed record DemoMarket(IReadOnlyList<DemoGroup> Groups, IReadOnlyList<DemoBusiness> Businesses, IReadOnlyList<DemoProduct> Products)
{
    public static DemoMarket Read(string folder) => new(
        Rows(Path.Combine(folder, "groups.json"), DemoJson.Default.DemoGroupArray),
        Rows(Path.Combine(folder, "businesses.json"), DemoJson.Default.DemoBusinessArray),
        [
            .. Directory.EnumerateFiles(Path.Combine(folder, "products"), "*.json").Order(StringComparer.Ordinal)
                .SelectMany(file => Rows(file, DemoJson.Default.DemoProductArray)),
        ]);

    private static T[] Rows<T>(string file, JsonTypeInfo<T[]> type) => JsonSerializer.Deserialize(File.ReadAllBytes(file), type)!;
}

/// <summary>How the demo files are written: camel case, enums by name.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DemoGroup[]))]
[JsonSerializable(typeof(DemoBusiness[]))]
[JsonSerializable(typeof(DemoProduct[]))]
internal sealed partial class DemoJson : JsonSerializerContext;
