using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Format;
using Kim.Market.Web.Printing;
using Kim.Market.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Sales;

/// <summary>
/// /lapak/laporan/{slug}: what a stall sold, as a page, as a table, and on paper for a bank. For its owner alone: what somebody earns is
/// neither a helper's nor an employee's business, and only an owner asks for a loan (ADR 14).
/// </summary>
[For(Desk.Seller, BusinessRole.Owner, What = "Membaca laporan penjualan usahanya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class IndexModel(SalesBook book, SalesPaper paper, PaperPress press, TimeProvider clock) : MarketPage
{
    private const int Shown = 50;

    [FromRoute]
    public string Slug { get; init; } = "";

    [FromQuery(Name = "dari")]
    public string? From { get; init; }

    [FromQuery(Name = "sampai")]
    public string? To { get; init; }

    public SalesShop Shop { get; private set; } = null!;

    public SalesReport Report { get; private set; } = null!;

    public IReadOnlyList<SalesRow> Products { get; private set; } = [];

    /// <summary>All products that the table has no line for, added up.</summary>
    public SalesRow? Others { get; private set; }

    public DateOnly Today => DateFormat.DayIn(clock.GetUtcNow(), Shop.Zone);

    public string Address => $"~/lapak/laporan/{Shop.Slug}";

    /// <summary>Where a number of this report opens.</summary>
    public string Open(SalesFilter filter) => Url.Content($"{Address}/pesanan?{filter.Query}");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Report = await book.ReportAsync(Me, Shop, Asked() ?? ReportPeriod.ThisYear(Today), ct);
        (Products, Others) = Report.Top(Shown);
        return Page();
    }

    [For(Desk.Seller, BusinessRole.Owner, What = "Mengunduh penjualan usahanya sebagai tabel (CSV)")]
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct) || Asked() is not { } period)
        {
            return NotFound();
        }

        return new CsvFile($"penjualan-{Shop.Slug}-{Span(period)}.csv", SalesCsv.LinesAsync(book.AllAsync(Me, Shop, period, ct), Shop.Zone, T, ct));
    }

    [For(Desk.Seller, BusinessRole.Owner, What = "Mencetak laporan penjualan usahanya untuk bank (PDF)")]
    public async Task<IActionResult> OnGetPdfAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct) || Asked() is not { } period)
        {
            return NotFound();
        }

        var report = await book.ReportAsync(Me, Shop, period, ct);
        return new PaperFile($"laporan-penjualan-{Shop.Slug}-{Span(period)}.pdf", press.Print(paper.Of(Shop, report, clock.GetUtcNow())));
    }

    private static string Span(ReportPeriod period) => $"{ReportPeriod.Key(period.First)}-{ReportPeriod.Key(period.Last)}";

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await book.FindAsync(Me, Slug, clock.GetUtcNow(), ct) is not { } shop)
        {
            return false;
        }

        Shop = shop;
        return true;
    }

    /// <summary>Null, with the reason at the field, for what is no period; this year where nothing was asked for.</summary>
    private ReportPeriod? Asked()
    {
        if (From is null && To is null)
        {
            return ReportPeriod.ThisYear(Today);
        }

        var (first, last) = (ReportPeriod.Read(From, Today), ReportPeriod.Read(To, Today));
        if (first is null)
        {
            ModelState.AddModelError("dari", T["Tulis bulan yang sudah mulai, contoh {0}.", ReportPeriod.Key(Today)]);
        }

        if (last is null)
        {
            ModelState.AddModelError("sampai", T["Tulis bulan yang sudah mulai, contoh {0}.", ReportPeriod.Key(Today)]);
        }

        if (first is not { } from || last is not { } to)
        {
            return null;
        }

        if (to < from)
        {
            ModelState.AddModelError("sampai", T["Bulan terakhir tidak boleh sebelum bulan pertama."]);
            return null;
        }

        if (ReportPeriod.Distance(from, to) >= ReportPeriod.Longest)
        {
            ModelState.AddModelError("dari", T["Paling panjang {0} tahun. Pilih bulan pertama yang lebih baru.", ReportPeriod.Longest / 12]);
            return null;
        }

        return new(from, to);
    }
}
