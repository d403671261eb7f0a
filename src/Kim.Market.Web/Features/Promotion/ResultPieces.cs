using Kim.Market.Domain;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Results;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>Says of results what a poster says of them: the figures of their page, counted from the same ledger.</summary>
public sealed class ResultPieces(ResultScopes scopes, LedgerDesk desk, Words words, TimeProvider clock)
{
    /// <summary>The key of the results of all places together.</summary>
    public const string Everywhere = "semua";

    /// <summary>Stands between a place or KIM and a time: in neither of them.</summary>
    private const char Between = '_';

    public static string KeyOf(string of, ResultTime time) => time.Value is { } value ? $"{of}{Between}{value}" : of;

    /// <summary>Of any piece: results of one place are one thing, whatever time is asked of them.</summary>
    public static string WithoutTime(string key) => key.Split(Between)[0];

    /// <returns>Null when there is no such place, KIM or time.</returns>
    public async Task<Piece?> FindAsync(PieceKind kind, string key, CancellationToken ct)
    {
        var today = DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita);
        var (of, value) = key.Split(Between) switch { [var all] => (all, null), [var of2, var named] => (of2, named), _ => ("", "") };
        if (of.Length == 0 || value is "" || !ResultTime.TryRead(value, today, out var time))
        {
            return null;
        }

        if (kind == PieceKind.Result && of == Everywhere)
        {
            return value is null ? await SayAsync(kind, key, null, time, PublicFigures.Everything(clock.GetUtcNow()), ct) : null;
        }

        var scope = kind == PieceKind.GroupResult ? Slug.IsValid(of) ? await scopes.KimAsync(of, time, ct) : null
            : RegionCode.TryParse(of, null, out var code) && code.Value == of ? await scopes.PlaceAsync(code, time, ct)
            : null;
        return scope is null ? null : await SayAsync(kind, key, scope, time, scope.Of(time), ct);
    }

    private async Task<Piece> SayAsync(PieceKind kind, string key, ResultScope? scope, ResultTime time, LedgerQuestion question, CancellationToken ct)
    {
        var summary = await desk.ReadAsync(question, PublicFigures.All, LedgerFigure.Turnover, ct);
        var (turnover, orders) = (summary.Of(LedgerFigure.Turnover), summary.Of(LedgerFigure.Completed));
        var title = scope?.Name ?? words["Pasar KIM"];
        return new(
            kind, key, title, time.IsAlways ? words["Hasil terbuka"] : words["Hasil {0}", time.Name], WhereOf(scope) ?? words["Kalimantan"],
            turnover == 0 ? null : RupiahFormat.Prose(turnover),
            [
                .. turnover == 0 ? [] : new[] { words["dari {0} pesanan selesai, diterima langsung usaha warga", orders] },
                words["{0} KIM dan {1} UMKM aktif", summary.Of(LedgerFigure.AwakeGroups), summary.Of(LedgerFigure.Businesses)],
            ],
            words["Pindai untuk membuka angkanya"], (scope?.Address ?? "~/hasil")[1..] + time.Query, [], [title])
        {
            NotNow = PublicFigures.All.All(figure => summary.Of(figure) == 0) ? words["Belum ada hasil di sini"] : null,
            Zone = Zone.Wita,
            Chart = orders == 0 ? null : ChartOf(MonthlyTrend.Of(summary, time.Day)),
            Until = time.IsRunning ? PastDay.EndOf(time.Today, Zone.Wita) : null,
        };
    }

    // "Kabupaten Kutai Kartanegara" lies in "Kalimantan Timur": nothing is said twice
    private static string? WhereOf(ResultScope? scope) => scope?.Place.StartsWith(scope.Name + ", ", StringComparison.Ordinal) == true ? scope.Place[(scope.Name.Length + 2)..] : scope?.Place;

    private BarChart ChartOf(MonthlyTrend trend) => new(
        words["Pesanan selesai per bulan, {0} sampai {1}", DateFormat.Month(trend.Points[0].Month), DateFormat.Month(trend.Last.Month)],
        [.. trend.Points.Select(point => new ChartBar(Calendar.ShortMonth(point.Month.Month), NumberFormat.Whole(point.Count), point.Count))]);
}
