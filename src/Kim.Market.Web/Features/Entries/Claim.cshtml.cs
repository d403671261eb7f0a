using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Businesses;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Entries;

/// <summary>/klaim: an owner types the code from the KIM or the office, sees which business it is, and sells here from then on.</summary>
[OpenTo(Audience.Everyone, What = "Mengambil usahanya dari daftar UMKM dengan kode"), PrivatePage, EnableRateLimiting(RateLimits.SignIn)]
public sealed class ClaimModel(EntryCodes codes, Claims claims, Commands commands, Invitations invitations) : MarketPage
{
    /// <summary>From a QR code: it only fills in the field, so that looking changes nothing.</summary>
    [FromQuery(Name = "kode")]
    public string? Code { get; init; }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>What the code opened; null until it has.</summary>
    public OpenedEntry? Entry { get; private set; }

    /// <summary>KIM that could look after the business, when the code does not say.</summary>
    public IReadOnlyList<Curator> Curators { get; private set; } = [];

    public bool IsSignedIn => Me.Member is not null;

    public sealed class Form
    {
        [Display(Name = "Kode")]
        [Required(ErrorMessage = "Tulis kode dari KIM atau dinas, delapan huruf dan angka.")]
        [StringLength(40)]
        public string Code { get; init; } = "";

        public Guid Kim { get; init; }

        public Guid Command { get; init; }
    }

    public void OnGet() => Input = new() { Code = EntryCodes.Plain(Code) is { } code ? EntryCodes.Shown(code) : "" };

    /// <summary>Shows which business the code is for.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Remove("Input.Kim");
        ModelState.Remove("Input.Command");
        await OpenAsync(ct);
        return Page();
    }

    /// <summary>It is theirs.</summary>
    public async Task<IActionResult> OnPostClaimAsync(CancellationToken ct)
    {
        ModelState.Remove("Input.Kim");
        if (await commands.ResultAsync(Input.Command, ct) is { } done && Id<Business>.TryParse(done, null, out var mine))
        {
            return await OnAsync(mine, ct);
        }

        if (!await OpenAsync(ct))
        {
            return Page();
        }

        if (Curators.Count != 1 && Curators.All(known => known.GroupId != Input.Kim))
        {
            ModelState.AddModelError("", Curators.Count == 0
                ? T["Di kabupaten ini belum ada KIM. Ajak tetangga mendaftarkan KIM dulu."]
                : T["Pilih KIM yang mendampingi usaha Anda."]);
            return Page();
        }

        var curator = Curators.Count == 1 ? Curators[0].GroupId : Input.Kim;
        var claimed = await claims.ClaimAsync(
            Entry!, new(curator), T["Di tempat usaha"], Input.Command == Guid.Empty ? Guid.NewGuid() : Input.Command, Me, ct);
        if (claimed.Refusal is { } refusal)
        {
            Entry = null;
            ModelState.AddModelError("Input.Code", T.Of(refusal));
            return Page();
        }

        return await OnAsync(claimed.Business, ct);
    }

    private async Task<IActionResult> OnAsync(Id<Business> business, CancellationToken ct)
    {
        if (IsSignedIn)
        {
            return Done("Usaha ini sekarang milik Anda. KIM melihatnya, sementara itu tambahkan produk.", "~/lapak");
        }

        // a link for each press, as the answer to the first may never have arrived; they all lead to the one business
        var token = await invitations.IssueAsync(Asker.Visitor, Desk.Seller, business.Value, BusinessRole.Owner, null, Guid.NewGuid(), ct);
        Response.Headers.Location = Url.Content($"~/undangan/{token}");
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private async Task<bool> OpenAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return false;
        }

        if (await codes.OpenAsync(Input.Code, ct) is { } entry)
        {
            (Entry, Curators) = (entry, await claims.CuratorsAsync(entry, ct));
            return true;
        }

        ModelState.AddModelError("Input.Code", T["Kode itu tidak berlaku. Periksa huruf demi huruf, atau minta kode baru ke KIM."]);
        return false;
    }
}
