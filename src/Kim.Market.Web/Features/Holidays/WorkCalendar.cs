using System.Collections.Frozen;
using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Domain.Installations;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Holidays;

/// <summary>A day on which offices do not work.</summary>
/// <param name="Name">Null for one of a fixed day, which the law names.</param>
public sealed record Holiday(DateOnly Day, string? Name);

/// <summary>
/// Knows on which days offices work: holidays of a fixed day by rule, those that three ministers settle for each year as data, and what
/// operators have corrected or added since.
/// </summary>
/// <remarks>Source of the data: SKB 1017, 2, 2 of 2024 with its change of August 2025 for 2025; SKB 1497, 2, 5 of 2025 for 2026.</remarks>
public sealed class WorkCalendar(Marketplace marketplace)
{
    private static readonly FrozenDictionary<DateOnly, string> Settled = Read();

    /// <summary>The calendar by which a place works.</summary>
    public async Task<WorkingDays> OfAsync(RegionCode place, CancellationToken ct) =>
        new(Free(await KnownAsync(ct)).Keys.ToHashSet(), Zone.Of(IndonesianTime.ZoneOf(place)).Offset);

    /// <summary>The holidays of a year in their order.</summary>
    public async Task<IReadOnlyList<Holiday>> OfYearAsync(int year, CancellationToken ct)
    {
        var free = Free(await KnownAsync(ct)).Where(day => day.Key.Year == year).Select(day => new Holiday(day.Key, day.Value)).ToList();
        var first = new DateOnly(year, 1, 1);
        return
        [
            .. free.Concat(Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber).Select(first.AddDays)
                .Where(day => WorkingDays.IsFixedHoliday(day) && free.TrueForAll(known => known.Day != day)).Select(day => new Holiday(day, null)))
                .OrderBy(holiday => holiday.Day),
        ];
    }

    /// <summary>What three ministers call a day that moves; null for a working day, and for one that is a holiday every year.</summary>
    public static string? SettledName(DateOnly day) => Settled.GetValueOrDefault(day);

    private async Task<IReadOnlyDictionary<DateOnly, string?>> KnownAsync(CancellationToken ct) =>
        (await marketplace.LoadAsync<Installation, InstallationEvent>(Installation.Id, ct)).State?.Holidays ?? new Dictionary<DateOnly, string?>();

    private static Dictionary<DateOnly, string> Free(IReadOnlyDictionary<DateOnly, string?> known)
    {
        var free = new Dictionary<DateOnly, string>(Settled);
        foreach (var (day, name) in known)
        {
            if (name is null)
            {
                free.Remove(day);
            }
            else
            {
                free[day] = name;
            }
        }

        return free;
    }

    private static FrozenDictionary<DateOnly, string> Read()
    {
        using var reader = new StreamReader(typeof(WorkCalendar).Assembly.GetManifestResourceStream("Kim.Market.Web.Features.Holidays.holidays.csv")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenDictionary(line => DateOnly.ParseExact(line[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture), line => line[11..]);
    }
}
