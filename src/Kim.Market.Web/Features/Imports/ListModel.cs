using System.Globalization;
using System.Runtime.CompilerServices;
using Kim.Market.Domain;
using Kim.Market.Domain.Imports;
using Kim.Market.Web.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Imports;

/// <summary>One list: what it would become, how far it is, what it became, and the way back.</summary>
public abstract class ListModel(ImportKind kind, ImportJobs jobs, TimeProvider clock) : MarketPage
{
    [FromRoute]
    public Guid Id { get; init; }

    public ListPage List { get; private set; } = null!;

    public IReadOnlyList<SaidRow> Said { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Where these lists are at home.</summary>
    public abstract string Address { get; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LookAsync(ct);

    /// <summary>Every row with something to say about it, as a table to work through.</summary>
    public async Task<IActionResult> OnGetErrorsAsync(CancellationToken ct)
    {
        if (await jobs.FindAsync(Me, kind, Id, ct) is null)
        {
            return NotFound();
        }

        return new CsvFile($"perlu-dibenahi-{Id.ToString("N")[^6..]}.csv", LinesAsync(ct));
    }

    public Task<IActionResult> OnPostSaveAsync(CancellationToken ct) => TellAsync(
        list => jobs.BeginAsync(Me, list, ct), T["Sedang disimpan. Halaman ini boleh ditutup."], ct);

    public Task<IActionResult> OnPostUndoAsync(CancellationToken ct) => TellAsync(
        list => jobs.UndoAsync(Me, list, ct), T["Sedang diurungkan. Yang sudah menjadi milik orang dibiarkan."], ct);

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken ct)
    {
        if (await jobs.FindAsync(Me, kind, Id, ct) is not { } list)
        {
            return NotFound();
        }

        await jobs.DiscardAsync(list, ct);
        return Done("Daftar itu dibuang. Tidak ada yang disimpan.", Address);
    }

    public string Result(SaidRow row) => row.Where switch
    {
        RowState.Good => T["disimpan, ada yang dilewati"],
        RowState.Twice => T["dilewati, sudah ada"],
        _ => T["tidak disimpan"],
    };

    private async IAsyncEnumerable<string> LinesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        yield return CsvText.Line(T["Baris"], T["Nama"], T["Hasil"], T["Sebab"]);
        await foreach (var row in jobs.AllRowsAsync(Id, ct))
        {
            yield return CsvText.Line(row.Number.ToString(CultureInfo.InvariantCulture), row.Name ?? "", Result(row), T.Of(row.Why));
        }
    }

    private async Task<IActionResult> TellAsync(Func<ListPage, Task<Refusal?>> tell, string done, CancellationToken ct)
    {
        if (await jobs.FindAsync(Me, kind, Id, ct) is not { } list)
        {
            return NotFound();
        }

        if (!await AgreedAsync(tell(list)))
        {
            return await LookAsync(ct);
        }

        Flash = done;
        return LocalRedirect(Url.Content($"{Address}/{Id}"));
    }

    private async Task<IActionResult> LookAsync(CancellationToken ct)
    {
        if (await jobs.FindAsync(Me, kind, Id, ct) is not { } list)
        {
            return NotFound();
        }

        List = list;
        Said = await jobs.RowsAsync(Id, ct);
        return Page();
    }
}
