using Kim.Market.Domain;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Results;

/// <summary>/hasil/{angka} — the rows behind one figure, or all of them as a file.</summary>
[OpenTo(Audience.Everyone, What = "Membuka angka sampai ke barisnya"), CachedPage(VaryBy = ["sesudah", "wilayah", "kim", "bulan", "tahun"], Except = ["format"])]
public sealed class RowsModel(LedgerRows ledger, ResultScopes scopes, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "wilayah")] public string? Code { get; init; }

    [FromQuery(Name = "kim")] public string? Kim { get; init; }

    [FromQuery(Name = "bulan")] public string? AskedMonth { get; init; }

    [FromQuery(Name = "tahun")] public string? AskedYear { get; init; }

    [FromQuery(Name = "sesudah")] public string? After { get; init; }

    [FromQuery(Name = "format")] public string? Format { get; init; }

    public LedgerFigure Figure { get; private set; } = null!;

    /// <summary>Whose rows these are; null for those of the whole market.</summary>
    public ResultScope? Scope { get; private set; }

    public ResultTime Time { get; private set; } = null!;

    public long Total { get; private set; }

    public IReadOnlyList<LedgerRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string angka, CancellationToken ct)
    {
        var today = DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita);
        if (PublicFigures.Find(angka) is not { } figure || !ResultTime.TryRead(AskedMonth, AskedYear, today, out var time) || !await ScopeAsync(time, ct))
        {
            return NotFound();
        }

        var question = Scope?.Of(time) ?? PublicFigures.Everything(clock.GetUtcNow()) with { From = time.From, Day = time.Day };
        if (Format == "csv")
        {
            return new LedgerCsv(ledger, figure, question, "/hasil/bukti");
        }

        (Total, var rows) = await ledger.PageAsync(figure, question, LedgerKey.Read(After), ct);
        (Figure, Rows, Time) = (figure, rows.Rows, time);
        Next = rows.Next(LedgerKey.After) is { } cursor ? Link(("sesudah", cursor)) : null;
        PageTags.Of(HttpContext).Add(PageDrops.Results).Until(PastDay.EndOf(today, Zone.Wita));
        return Page();
    }

    /// <summary>The same rows, asked for in another way.</summary>
    public string Link(params (string Name, string? Value)[] more) => $"~/hasil/{Figure.Slug}" + new QueryBuilder(
        (((string Name, string? Value)[])[("wilayah", Code), ("kim", Kim), .. more])
            .Where(part => part.Value is { Length: > 0 }).Select(part => KeyValuePair.Create(part.Name, part.Value!)).Concat(Time.Asked)).ToQueryString();

    // Nobody asks for a KIM in another place.
    private async Task<bool> ScopeAsync(ResultTime time, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(Code) && string.IsNullOrEmpty(Kim))
        {
            return true;
        }

        Scope = string.IsNullOrEmpty(Code) ? Slug.IsValid(Kim) ? await scopes.KimAsync(Kim!, time, ct) : null
            : string.IsNullOrEmpty(Kim) && RegionCode.TryParse(Code, null, out var code) ? await scopes.PlaceAsync(code, time, ct)
            : null;
        return Scope is not null;
    }
}
