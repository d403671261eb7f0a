using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>/akun/perangkat: where one is signed in, and the way out of each of them.</summary>
[ForMembers(What = "Mengatur kata sandi, langkah kedua, kunci sandi, dan perangkatnya sendiri"), PrivatePage]
public sealed class DevicesModel(Sessions sessions, AccountLog log, Standing standing, SignInManager<Account> signIn) : MarketPage
{
    [BindProperty(Name = "Session")]
    public Guid Ended { get; init; }

    public IReadOnlyList<Session> All { get; private set; } = [];

    public Guid Here => standing.Session;

    /// <summary>What was done with the account lately.</summary>
    public IReadOnlyList<AccountLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        All = await sessions.OfAsync(Me, ct);
        Lines = await log.OfAsync(Me, ct);
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        await sessions.EndAsync(Me, Ended, ct);
        await log.NoteAsync(Me.Scope, AccountAct.DeviceSignedOut, Device.Of(Request), ct);
        return Ended == Here ? await OutAsync() : Done("Perangkat itu sudah keluar.", "~/akun/perangkat");
    }

    public async Task<IActionResult> OnPostEndAllAsync(CancellationToken ct)
    {
        await sessions.EndAllAsync(Me.Scope, Guid.Empty, ct);
        await log.NoteAsync(Me.Scope, AccountAct.SignedOutEverywhere, Device.Of(Request), ct);
        return await OutAsync();
    }

    private async Task<IActionResult> OutAsync()
    {
        await signIn.SignOutAsync();
        Response.Cookies.Delete(Desks.Cookie);
        return Done("Anda sudah keluar.", "~/masuk");
    }
}
