using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Acts;

/// <summary>/riwayat: what was done to goods at the asker's desks, and the way back.</summary>
[ForMembers(What = "Melihat perubahan terakhir di lapaknya atau KIM-nya, dan mengurungkannya"), PrivatePage]
public sealed class IndexModel(ActHistory history, ActDesk desk, TimeProvider clock) : MarketPage
{
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    [BindProperty(Name = "act")]
    public Guid Act { get; init; }

    public IReadOnlyList<PastAct> Acts { get; private set; } = [];

    public Paging Paging { get; private set; } = new(null, null);

    public DateTimeOffset Now => clock.GetUtcNow();

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LookAsync(ct);

    public Task<IActionResult> OnPostUndoAsync(CancellationToken ct) => TurnAsync(
        desk.UndoAsync, changed => T["Diurungkan. {0} produk kembali seperti sebelumnya; yang sudah diubah lagi dibiarkan.", changed], ct);

    public Task<IActionResult> OnPostRedoAsync(CancellationToken ct) => TurnAsync(
        desk.RedoAsync, changed => T["Diulangi. {0} produk berubah lagi.", changed], ct);

    private async Task<IActionResult> TurnAsync(
        Func<Guid, Asker, CancellationToken, Task<ActOutcome>> turn, Func<int, string> said, CancellationToken ct)
    {
        if (await history.DeskOfAsync(Me, Act, ct) is not { } at)
        {
            return NotFound();
        }

        ActFor(at);

        var outcome = await turn(Act, Me, ct);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError("", T.Of(refusal));
            return await LookAsync(ct);
        }

        Flash = said(outcome.Changed);
        return LocalRedirect(Url.Content("~/riwayat"));
    }

    private async Task<IActionResult> LookAsync(CancellationToken ct)
    {
        (DateTime, Guid)? after = Cursor.TryRead(After, out DateTime at, out var act) ? (at, act) : null;
        var page = Slice<PastAct>.Of(await history.PageAsync(Me, after, ct), ActHistory.PageSize);
        Acts = page.Rows;
        Paging = new(null, page.Next(row => Cursor.Of(row.At, row.ActId)) is { } next ? $"~/riwayat?sesudah={next}" : null);
        return Page();
    }
}
