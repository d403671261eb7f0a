using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Notices;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Erasures;

/// <summary>/akun/data: what is known of the member, to take along or to have forgotten.</summary>
[ForMembers(What = "Mengunduh data akunnya sendiri, dan menghapus akunnya"), PrivatePage, EnableRateLimiting(RateLimits.SignIn)]
public sealed class OwnModel(
    UserManager<Account> accounts, Credentials credentials, Sessions sessions, Standing standing, AccountErasures erasures, OwnWays ways) : MarketPage
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        [Display(Name = "Kata sandi sekarang")]
        [Required(ErrorMessage = "Tulis kata sandi Anda.")]
        [StringLength(100)]
        public string Password { get; init; } = "";
    }

    public Account Known { get; private set; } = null!;

    public IReadOnlyList<Membership> Places => standing.Places;

    public IReadOnlyList<Session> Devices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetFileAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        var file = new JsonObject
        {
            ["nama"] = Known.Name,
            ["masuk dengan"] = Known.UserName,
            ["surel"] = Known.Email,
            ["langkah kedua"] = Known.TwoFactorEnabled,
            ["tugas"] = new JsonArray([.. Places.Select(place => (JsonNode)new JsonObject
            {
                ["tempat"] = Desks.NameOf(place, T), ["sebagai"] = Desks.RoleOf(place, T),
            })]),
            ["perangkat"] = new JsonArray([.. Devices.Select(device => (JsonNode)new JsonObject
            {
                ["jenis"] = device.Device, ["masuk"] = new DateTimeOffset(device.CreatedAt).ToString("O"),
            })]),
            ["kabar"] = await ways.OfAsync(Known.Id, ct),
        };
        return File(OwnFile.Of(file), OwnFile.Type, "akun-saya.json");
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await credentials.CheckAsync(Known.UserName, Input.Password) is null)
        {
            ModelState.AddModelError("Input.Password", T["Kata sandi itu tidak cocok."]);
            return Page();
        }

        try
        {
            var (refusal, at) = await erasures.EndAsync(Me, Known.UserName, Places, ct);
            if (refusal is not null)
            {
                ModelState.AddModelError("", $"{Desks.NameOf(at!, T)}: {T.Of(refusal)}");
                return Page();
            }
        }
        catch (StreamMovedException)
        {
            ModelState.AddModelError("", T["Ada yang berubah sejak halaman ini dibuka. Periksa sekali lagi, lalu tekan lagi."]);
            return Page();
        }

        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        Response.Cookies.Delete(Desks.Cookie);
        return Done("Akun Anda sudah dihapus.", "~/masuk");
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await accounts.GetUserAsync(User) is not { } known)
        {
            return false;
        }

        Known = known;
        Devices = await sessions.OfAsync(Me, ct);
        return true;
    }
}
