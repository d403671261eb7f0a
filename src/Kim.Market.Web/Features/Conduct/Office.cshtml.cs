using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Conduct;

/// <summary>/dinas/lapak: stalls of the region that are out of sight, and any other by its name.</summary>
[For(Desk.Office, What = "Melihat lapak yang dibekukan di wilayahnya"), PrivatePage]
public sealed class OfficeModel(Standing standing, SuspensionBook book) : OfficePage(standing)
{
    /// <summary>So much of a name is needed to look for it.</summary>
    private const int Enough = 3;

    [FromQuery(Name = "cari")]
    public string? Sought { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public Slice<KnownStall> All { get; private set; } = new([], false);

    /// <summary>Null while nothing is looked for.</summary>
    public IReadOnlyList<KnownStall>? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Enter())
        {
            return NotFound();
        }

        All = await book.OfOfficeAsync(Me, Here.Scope, SuspendedKey.Read(After), ct);
        Found = Sought?.Trim() is { Length: >= Enough and <= Domain.Limits.Name } name ? await book.FindAsync(Me, Here.Scope, name, ct) : null;
        return Page();
    }
}
