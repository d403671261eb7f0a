using Kim.Market.Domain;
using Npgsql;

namespace Kim.Market.Web.Features.Imports;

/// <summary>How looking for a village ended.</summary>
public enum VillageAnswer { Found, Unknown, Several }

/// <summary>The villages of one region in memory: thousands of rows ask for them as people write them.</summary>
public sealed class VillageIndex
{
    // What such a place is called belongs to its kind, not to its name.
    private static readonly string[] Kinds =
        ["desa ", "ds. ", "ds ", "kelurahan ", "kel. ", "kel.", "kel ", "kampung ", "kp. ", "kp.", "kecamatan ", "kec. ", "kec.", "kec "];

    private readonly Dictionary<string, List<Village>> _byName;
    private readonly Dictionary<(string, string), (VillageAnswer, RegionCode)> _answers = [];
    private readonly HashSet<string> _codes;
    private readonly ILookup<string, string> _districts;

    private VillageIndex(IReadOnlyCollection<Village> villages)
    {
        _byName = villages.GroupBy(village => village.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        _districts = villages.Select(village => (village.District, Code: village.Code[..8])).Distinct()
            .ToLookup(district => district.District, district => district.Code, StringComparer.Ordinal);
        _codes = [.. villages.Select(village => village.Code)];
    }

    public static async Task<VillageIndex> OfAsync(NpgsqlDataSource db, RegionCode region, CancellationToken ct)
    {
        var rows = await db.RowsAsync<Row>(
            $"""
            select r.code, r.name, d.name as district
            from app.regions r
            join app.regions d on d.code = left(r.code, 8)
            where length(r.code) = 13 and r.code >= {region.Value + "."} and r.code < {region.Value + "/"}
            """, ct);
        return new([.. rows.Select(row => new Village(row.Code, Key(row.Name), Key(row.District)))]);
    }

    /// <summary>The village that is meant: by its code, by its name, or by a name that only one slip of the finger parts from it.</summary>
    /// <param name="district">The kecamatan; empty when the list does not say.</param>
    public (VillageAnswer Answer, RegionCode Code) Find(string village, string district)
    {
        if (_answers.TryGetValue((village, district), out var known))
        {
            return known;
        }

        // A hostile list names a hundred thousand places; an honest one a few hundred.
        if (_answers.Count > 20_000)
        {
            _answers.Clear();
        }

        return _answers[(village, district)] = Look(village, district);
    }

    /// <summary>The kecamatan that is meant, by its name.</summary>
    public (VillageAnswer Answer, RegionCode Code) FindDistrict(string district)
    {
        var name = Key(district);
        var meant = _districts[name].ToList();
        if (meant.Count == 0 && name.Length is > 4 and < 60)
        {
            meant = [.. _districts.Where(known => IsSlip(known.Key, name)).SelectMany(known => known)];
        }

        return meant switch
        {
            [var only] => (VillageAnswer.Found, RegionCode.Parse(only)),
            [] => (VillageAnswer.Unknown, default),
            _ => (VillageAnswer.Several, default),
        };
    }

    private (VillageAnswer, RegionCode) Look(string village, string district)
    {
        if (RegionCode.TryParse(village.Trim(), null, out var code))
        {
            return _codes.Contains(code.Value) ? (VillageAnswer.Found, code) : (VillageAnswer.Unknown, default);
        }

        // "Sari Jaya, Sanga Sanga" in one cell is what people write where there is no column for the kecamatan
        var parts = village.Split(',', 2);
        var (name, within) = (Key(parts[0]), Key(district.Length > 0 || parts.Length == 1 ? district : parts[1]));
        if (name.Length is 0 or > 60 || within.Length > 60)
        {
            return (VillageAnswer.Unknown, default);
        }

        var meant = Narrow(_byName.GetValueOrDefault(name) ?? [], within);
        if (meant.Count == 0 && name.Length > 4)
        {
            meant = Narrow([.. _byName.Where(known => IsSlip(known.Key, name)).SelectMany(known => known.Value)], within);
        }

        return meant switch
        {
            [var only] => (VillageAnswer.Found, RegionCode.Parse(only.Code)),
            [] => (VillageAnswer.Unknown, default),
            _ => (VillageAnswer.Several, default),
        };
    }

    private static List<Village> Narrow(List<Village> villages, string district) => district.Length == 0
        ? villages
        : villages.FindAll(village => village.District == district || (district.Length > 4 && IsSlip(village.District, district)));

    /// <summary>The letters alone: "Sanga-Sanga", "SANGA SANGA" and "Sangasanga" are one place, with or without "Desa" before it.</summary>
    internal static string Key(string text)
    {
        var name = text.Trim().ToLowerInvariant();
        while (Array.Find(Kinds, kind => name.Length > kind.Length && name.StartsWith(kind, StringComparison.Ordinal)) is { } word)
        {
            name = name[word.Length..].TrimStart(); // "Desa Kampung Baru" is "Kampung Baru" is "Baru"
        }

        return string.Concat(name.Where(char.IsAsciiLetterOrDigit));
    }

    /// <summary>One letter too many, too few, another one, or two in the wrong order.</summary>
    internal static bool IsSlip(string right, string typed)
    {
        if (Math.Abs(right.Length - typed.Length) > 1)
        {
            return false;
        }

        var start = right.AsSpan().CommonPrefixLength(typed);
        var a = right.AsSpan(start);
        var b = typed.AsSpan(start);
        return a.Length == b.Length
            ? a.Length == 0 || a[1..].SequenceEqual(b[1..]) || (a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]))
            : a.Length > b.Length ? a[1..].SequenceEqual(b) : a.SequenceEqual(b[1..]);
    }

    private sealed record Village(string Code, string Key, string District);

    private sealed record Row(string Code, string Name, string District);
}
