using System.Globalization;
using System.Text.Json.Serialization;
using Kim.Market.Domain;
using Kim.Market.Domain.Decrees;
using Kim.Market.Domain.Groups;

namespace Kim.Market.Web.Features.Register;

/// <summary>What a row of a register says of a KIM, as it lies in the list until it is taken over.</summary>
internal sealed record GroupWords(string Name, GroupBasis Basis, string[] Themes)
{
    public string? DecreeNumber { get; init; }

    public DateOnly? DecreeDate { get; init; }

    public DecreeIssuer DecreeIssuer { get; init; }

    public string? NationalId { get; init; }

    public DateOnly? Founded { get; init; }

    /// <summary>Where the row says no more than the year.</summary>
    public int? FoundedIn { get; init; }

    public int? Women { get; init; }

    public int? Men { get; init; }

    /// <summary>What the register keeps of it; null when the row says nothing of it.</summary>
    [JsonIgnore]
    public GroupProfile? Profile => Founded is null && Women is null && Men is null
        ? null
        : new([], Founded, null, null, Women ?? 0, Men ?? 0, [], null);

    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d MMMM yyyy", "d MMM yyyy", "dd/MM/yy"];

    public static DateOnly? Day(string typed) =>
        DateOnly.TryParseExact(typed.Trim(), Days, Indonesian, DateTimeStyles.None, out var day) && day.Year is > 1945 and < 2200 ? day : null;

    public static int? Year(string typed) =>
        int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1945 and < 2200 ? year : null;

    public static int? Count(string typed) =>
        int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Limits.GroupMembers ? number : null;

    public static GroupBasis BasisOf(string typed) =>
        typed.Contains("komunitas", StringComparison.OrdinalIgnoreCase) || typed.Contains("profesi", StringComparison.OrdinalIgnoreCase)
        || typed.Contains("minat", StringComparison.OrdinalIgnoreCase) ? GroupBasis.Community : GroupBasis.Territorial;

    public static string[] ThemesOf(string typed) =>
    [
        .. typed.Split([',', ';', '/', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(theme => theme.Length <= 40 && !PublicText.HoldsNumber(theme)).Select(theme => theme.ToLowerInvariant()).Distinct().Take(5),
    ];

    /// <summary>Who signed, as people call them; where the row does not say, whoever signs for such a seat.</summary>
    public static DecreeIssuer IssuerOf(string typed, RegionCode seat)
    {
        var text = typed.ToLowerInvariant();
        return text.Contains("camat", StringComparison.Ordinal) ? DecreeIssuer.Camat
            : text.Contains("bupati", StringComparison.Ordinal) || text.Contains("wali", StringComparison.Ordinal) ? DecreeIssuer.RegentOrMayor
            : text.Contains("dinas", StringComparison.Ordinal) || text.Contains("kadis", StringComparison.Ordinal) || text.Contains("kominfo", StringComparison.Ordinal) ? DecreeIssuer.HeadOfOffice
            : text.Contains("lurah", StringComparison.Ordinal) ? DecreeIssuer.Lurah
            : text.Contains("desa", StringComparison.Ordinal) || text.Contains("kades", StringComparison.Ordinal) ? DecreeIssuer.VillageHead
            : text.Length > 0 ? DecreeIssuer.Other
            : seat.Kind switch
            {
                RegionKind.District => DecreeIssuer.Camat,
                RegionKind.UrbanVillage => DecreeIssuer.Lurah,
                _ => DecreeIssuer.VillageHead,
            };
    }
}

/// <summary>How it is written.</summary>
[JsonSerializable(typeof(GroupWords))]
internal sealed partial class GroupWordsJson : JsonSerializerContext;
