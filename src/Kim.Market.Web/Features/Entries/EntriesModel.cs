using Kim.Market.Web.Features.Rooms;
using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Entries;

/// <summary>The lines of the directory that one desk may bring in, and the codes for their owners.</summary>
public abstract class EntriesModel(string desk, EntryDesk entries, EntryCodes codes) : MarketPage
{
    private const char Between = '|';

    /// <summary>Which of several desks of the same kind.</summary>
    [FromQuery(Name = "di")]
    public Guid? At { get; init; }

    [FromQuery(Name = "q")]
    public string? Query { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    /// <summary>A code that was made a moment ago, and for which line; the next page view no longer has it.</summary>
    [TempData]
    public string? Made { get; set; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        public Guid Entry { get; init; }

        public Domain.Directory.WithdrawalReason Reason { get; init; }
    }

    public IReadOnlyList<ListedEntry> Entries { get; private set; } = [];

    public Paging Paging { get; private set; } = new(null, null);

    /// <summary>The code that was just made.</summary>
    public string? Code { get; private set; }

    /// <summary>Whom it is for.</summary>
    public EntryContact? Owner { get; private set; }

    /// <summary>Whether lines may be taken out here.</summary>
    public virtual bool MayWithdraw => false;

    public abstract string Address { get; }

    public abstract RoomBar Bar { get; }

    /// <summary>The desk the asker stands at; null when it is none of theirs.</summary>
    protected abstract Guid? Scope { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Scope is not { } scope)
        {
            return NotFound();
        }

        if (Made?.Split(Between) is [var entry, var code] && Guid.TryParseExact(entry, "N", out var of)
            && await entries.ContactAsync(Me, desk, scope, of, ct) is { } owner)
        {
            (Code, Owner) = (code, owner);
        }

        return await LookAsync(scope, ct);
    }

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken ct)
    {
        if (Scope is not { } scope || await entries.ContactAsync(Me, desk, scope, Input.Entry, ct) is null)
        {
            return NotFound();
        }

        Made = $"{Input.Entry:N}{Between}{await codes.IssueAsync(Me, desk, scope, Input.Entry, ct)}";
        return LocalRedirect(Url.Content(Here(scope)));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct)
    {
        if (!MayWithdraw || Scope is not { } scope || !Enum.IsDefined(Input.Reason) || await entries.ContactAsync(Me, desk, scope, Input.Entry, ct) is null)
        {
            return NotFound();
        }

        return await AgreedAsync(entries.WithdrawAsync(Me, Input.Entry, Input.Reason, ct))
            ? Done("Sudah dikeluarkan dari daftar, beserta nomornya.", Here(scope))
            : await LookAsync(scope, ct);
    }

    private string Here(Guid scope) => $"{Address}?di={scope:N}";

    private async Task<IActionResult> LookAsync(Guid scope, CancellationToken ct)
    {
        var query = Query is { Length: > 80 } ? Query[..80] : Query ?? "";
        var from = Cursor.TryRead(After, out string name, out var entry) ? (name, entry) : ((string, Guid)?)null;
        var page = Slice<ListedEntry>.Of(await entries.AroundAsync(Me, desk, scope, query, from, ct), EntryDesk.PageSize);
        Entries = page.Rows;
        Paging = new(null, page.Next(row => Cursor.Of(row.Name, row.EntryId)) is { } next
            ? $"{Here(scope)}&q={Uri.EscapeDataString(query)}&sesudah={next}" : null);
        return Page();
    }
}
