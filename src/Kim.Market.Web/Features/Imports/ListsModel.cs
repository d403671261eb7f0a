using Kim.Market.Domain.Imports;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Imports;

/// <summary>The lists of one kind that an office has sent, and the form for the next.</summary>
public abstract class ListsModel(ImportKind kind, ImportJobs jobs, ImportIntake intake, IEnumerable<IImportList> lists) : MarketPage
{
    /// <summary>A list is held in memory while it is read: what somebody sends by mistake never lies on a disk.</summary>
    protected const int Held = 14 * TableLimits.Megabyte;

    /// <summary>For whoever is an officer of several regions.</summary>
    [FromQuery(Name = "di")]
    public Guid? At { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        public IFormFile? File { get; init; }
    }

    public ListSender Sender { get; private set; } = null!;

    public IReadOnlyList<ListPage> Lists { get; private set; } = [];

    public Paging Paging { get; private set; } = new(null, null);

    /// <summary>Where these lists are at home.</summary>
    public abstract string Address { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await KnowAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await KnowAsync(ct))
        {
            return NotFound();
        }

        if (Input.File is not { Length: > 0 } file)
        {
            ModelState.AddModelError("Input.File", T["Pilih dulu berkasnya."]);
            return Page();
        }

        await using var content = file.OpenReadStream();
        var (import, refusal) = await intake.LookAsync(Me, Sender, lists.First(list => list.Kind == kind), content, ct);
        if (refusal is null)
        {
            return LocalRedirect(Url.Content($"{Address}/{import}"));
        }

        ModelState.AddModelError("Input.File", T.Of(refusal));
        return Page();
    }

    private async Task<bool> KnowAsync(CancellationToken ct)
    {
        if (await jobs.SenderAsync(Me, At, ct) is not { } sender)
        {
            return false;
        }

        Sender = sender;
        (DateTime, Guid)? after = Cursor.TryRead(After, out DateTime at, out var id) ? (at, id) : null;
        var page = Slice<ListPage>.Of(await jobs.PageAsync(Me, kind, after, ct), ImportJobs.PageSize);
        Lists = page.Rows;
        Paging = new(null, page.Next(row => Cursor.Of(row.CreatedAt, row.Id)) is { } next ? $"{Address}?sesudah={next}" : null);
        return true;
    }
}
