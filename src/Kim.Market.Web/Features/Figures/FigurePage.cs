using Kim.Market.Domain;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Rooms;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Figures;

/// <summary>The time that a figure of what happened looks back over. The words stand in addresses.</summary>
public enum Reach { Tahun, Bulan, Triwulan, Setahun, Semua }

/// <summary>What the pages of the office's figures share: the place, the day, the clock and the filters, all of them in the address.</summary>
public abstract class FigurePage(FigurePlaces places, Standing standing, Taxonomy taxonomy, TimeProvider clock) : MarketPage
{
    [FromQuery(Name = "di")] public Guid? At { get; init; }

    [FromQuery(Name = "wilayah")] public string? AskedRegion { get; init; }

    [FromQuery(Name = "tema")] public string? AskedTheme { get; init; }

    [FromQuery(Name = "jenis")] public string? AskedSection { get; init; }

    [FromQuery(Name = "kurun")] public string? AskedReach { get; init; }

    [FromQuery(Name = "per")] public string? AskedDay { get; init; }

    [FromQuery(Name = "sudut")] public string? AskedSight { get; init; }

    public Membership Here { get; private set; } = null!;

    public FigurePlace Place { get; private set; } = null!;

    public LedgerQuestion Question { get; private set; } = null!;

    public Reach Reach { get; private set; }

    public DateOnly Today { get; private set; }

    /// <summary>A day was asked for that is none, or has not begun.</summary>
    public bool IsNoDay { get; private set; }

    /// <summary>A day of the past: then the two clocks may differ.</summary>
    public bool IsPast => Question.Day < Today;

    public IReadOnlyList<Section> Sections => taxonomy.Sections;

    /// <summary>What kind of goods the figures are of; null for all.</summary>
    public Section? Section { get; private set; }

    /// <summary>False when the place is none of the asker's.</summary>
    protected async Task<bool> LookAsync(CancellationToken ct)
    {
        if (Room.Of(standing, Desk.Office, At) is not { } here)
        {
            return false;
        }

        RegionCode? region = null;
        if (AskedRegion is { Length: > 0 })
        {
            if (!RegionCode.TryParse(AskedRegion, null, out var asked))
            {
                return false;
            }

            region = asked;
        }

        if (await places.FindAsync(Me, here.Scope, region, ct) is not { } place)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        Today = DateFormat.DayIn(now, Zone.Wita);
        var day = PastDay.Read(AskedDay, Zone.Wita, now);
        IsNoDay = AskedDay is { Length: > 0 } && day is null;
        Reach = Enum.TryParse<Reach>(AskedReach, ignoreCase: true, out var reach) && Enum.IsDefined(reach) ? reach : Reach.Tahun;
        Section = AskedSection is { Length: > 0 } ? Sections.FirstOrDefault(section => section.Slug == AskedSection) : null;
        (Here, Place) = (here, place);
        Question = new(
            Me, place.Region, place.AllThemes.FirstOrDefault(theme => theme == AskedTheme), Section?.Slug,
            FirstOf(Reach, day ?? Today), day ?? Today, AskedSight == "saat-itu" ? Sight.SaatItu : Sight.Terkoreksi);
        return true;
    }

    /// <summary>An address with the same question, but for what is given anew.</summary>
    public string Link(string path, params ReadOnlySpan<(string Name, string? Value)> changed)
    {
        var values = new Dictionary<string, string?>
        {
            ["di"] = At is { } at ? at.ToString("N") : null,
            ["wilayah"] = Place.Code == Place.Top ? null : Place.Code,
            ["tema"] = Question.Theme,
            ["jenis"] = Question.Section,
            ["kurun"] = Reach == Reach.Tahun ? null : WordOf(Reach),
            ["per"] = IsPast ? PastDay.Of(Question.Day) : null,
            ["sudut"] = Question.Sight == Sight.SaatItu ? "saat-itu" : null,
        };
        foreach (var (name, value) in changed)
        {
            values[name] = value;
        }

        var query = new QueryBuilder();
        foreach (var (name, value) in values)
        {
            if (value is { Length: > 0 })
            {
                query.Add(name, value);
            }
        }

        return path + query.ToQueryString();
    }

    public static string WordOf(Reach reach) => reach.ToString().ToLowerInvariant();

    private static DateOnly FirstOf(Reach reach, DateOnly day) => reach switch
    {
        Reach.Bulan => new(day.Year, day.Month, 1),
        Reach.Triwulan => new(day.Year, day.Month - ((day.Month - 1) % 3), 1),
        Reach.Setahun => day.AddYears(-1).AddDays(1),
        Reach.Semua => LedgerQuestion.Beginning,
        _ => new(day.Year, 1, 1),
    };
}
