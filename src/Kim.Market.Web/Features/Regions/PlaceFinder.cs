using Kim.Market.Domain;
using Npgsql;

namespace Kim.Market.Web.Features.Regions;

/// <summary>A place somebody may have meant.</summary>
public sealed record MeantPlace(string Code, string FullPlace);

/// <summary>Finds the village or kecamatan that somebody typed: by its name, with the larger place behind a comma, or by its code.</summary>
public sealed class PlaceFinder(NpgsqlDataSource db)
{
    /// <summary>More than that, and a list helps nobody: then the kecamatan is asked for.</summary>
    public const int Most = 20;

    private const int Longest = 80;

    /// <summary>Those that bear the very name, else those with names most like it; one more than <see cref="Most"/> when there are more.</summary>
    /// <param name="isWide">Whether it may be a whole regency or city.</param>
    public async Task<IReadOnlyList<MeantPlace>> FindAsync(string? typed, CancellationToken ct, bool isWide = false)
    {
        var shortest = isWide ? 5 : 8;
        var text = (typed ?? "").Trim().ToLowerInvariant();
        if (text.Length is 0 or > Longest || text.Contains('\0', StringComparison.Ordinal))
        {
            return [];
        }

        if (RegionCode.TryParse(text, null, out var code))
        {
            return await db.RowsAsync<MeantPlace>(
                $"select code, full_place from app.regions where code = {code.Value} and length(code) >= {shortest}", ct);
        }

        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var name = parts.Length == 0 ? "" : Bare(parts[0]);
        string[] within = [.. parts.Skip(1).Select(part => $"%{Escaped(Bare(part))}%")];
        return name.Length == 0 ? [] : await db.RowsAsync<MeantPlace>(
            $"""
            with meant as (
                select code, full_place, lower(name) in ({name}, {"kabupaten " + name}, {"kota " + name}) as exact, public.similarity(lower(name), {name}) as likeness
                from app.regions
                where length(code) >= {shortest} and lower(name) operator(public.%) {name} and full_place ilike all ({within})
            )
            select code, full_place
            from meant
            where exact or not exists (select from meant where exact)
            order by likeness desc, length(code) desc, code
            limit {Most + 1}
            """, ct);
    }

    // What such a place is called belongs to its kind, not to its name.
    private static string Bare(string part)
    {
        foreach (var word in (ReadOnlySpan<string>)["desa ", "kelurahan ", "kel. ", "kecamatan ", "kec. ", "kampung ", "kabupaten ", "kab. "])
        {
            if (part.StartsWith(word, StringComparison.Ordinal) && part.Length > word.Length)
            {
                return part[word.Length..].Trim();
            }
        }

        return part;
    }

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
