using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Kim.Market.Web.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Assessments;

/// <summary>/dinas/penilaian: the KIM of a region and the class each was last found in.</summary>
[For(Desk.Office, What = "Melihat penilaian KIM di wilayahnya"), PrivatePage]
public sealed class OfficeModel(Standing standing, AssessmentBook book, TimeProvider clock) : OfficePage(standing)
{
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public Slice<AssessedGroup> All { get; private set; } = new([], false);

    public IReadOnlyList<ClassCount> Classes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Enter())
        {
            return NotFound();
        }

        All = await book.OfOfficeAsync(Me, Here.Scope, AssessmentKey.Read(After), ct);
        Classes = await book.ClassesAsync(Me, Here.Scope, ct);
        return Page();
    }

    [For(Desk.Office, What = "Mengunduh penilaian KIM di wilayahnya sebagai tabel (CSV)")]
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct) => Enter()
        ? new CsvFile($"penilaian-kim-{PastDay.Of(DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita))}.csv", Lines(await book.AllOfOfficeAsync(Me, Here.Scope, ct), T).ToAsyncEnumerable())
        : NotFound();

    private static IEnumerable<string> Lines(IEnumerable<AssessedGroup> rows, Words words) => rows
        .Select(row => CsvText.Line(
            row.Name, row.Place, row.Seat, row.Label ?? "", row.Total is { } total ? NumberFormat.Exact(total) : "", row.On is { } on ? PastDay.Of(on) : "",
            row.RubricVersion is { } version ? AssessmentWords.Rubric(version, words) : ""))
        .Prepend(CsvText.Line("kim", "wilayah", "kode_wilayah", "kelas", "nilai", "tanggal", "rubrik"));
}
