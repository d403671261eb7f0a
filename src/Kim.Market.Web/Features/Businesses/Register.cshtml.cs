using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Regions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Businesses;

/// <summary>/lapak/daftar: an UMKM comes in by itself: what it is called and where; who its owner is, the next page asks.</summary>
[OpenTo(Audience.Everyone, What = "Mendaftarkan usahanya sendiri"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class RegisterModel(ShopDesk desk, PlaceQuestion places, Invitations invitations) : MarketPage
{
    [BindProperty]
    public Form Input { get; init; } = new();

    /// <summary>Places that bear the name that was typed, when there are several.</summary>
    public IReadOnlyList<MeantPlace> Meant { get; private set; } = [];

    /// <summary>KIM that could look after the business, when there are several.</summary>
    public IReadOnlyList<Curator> Curators { get; private set; } = [];

    public bool IsSignedIn => Me.Member is not null;

    public sealed class Form
    {
        [Display(Name = "Nama usaha")]
        [Required(ErrorMessage = "Tulis nama usaha, contoh Dapur Bu Rina.")]
        [StringLength(Limits.Name)]
        public string Name { get; init; } = "";

        [Display(Name = "Desa atau kelurahan")]
        [Required(ErrorMessage = "Tulis nama desa atau kelurahannya.")]
        [StringLength(80)]
        public string Village { get; init; } = "";

        [StringLength(13)]
        public string? Place { get; init; }

        public Guid Kim { get; init; }

        public Guid Command { get; set; }
    }

    public void OnGet() => Input.Command = Guid.NewGuid();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Remove("Input.Command");
        ModelState.Remove("Input.Kim");
        if (Input.Command == Guid.Empty)
        {
            Input.Command = Guid.NewGuid();
        }

        if (await VillageAsync(ct) is not { } village || await CuratorAsync(village, ct) is not { } curator || !ModelState.IsValid)
        {
            return Page();
        }

        var (business, refusal) = await desk.RegisterAsync(
            new(Input.Command, Input.Name, village, new(curator.GroupId), T["Di tempat usaha"]), Me, ct);
        if (refusal is not null)
        {
            ModelState.AddModelError("Input.Name", T.Of(refusal));
            return Page();
        }

        if (IsSignedIn)
        {
            return Done("Usaha Anda sudah dicatat. KIM melihatnya, sementara itu tambahkan produk.", "~/lapak");
        }

        // a link for each press, as the answer to the first may never have arrived; they all lead to the one business
        var token = await invitations.IssueAsync(Asker.Visitor, Desk.Seller, business.Value, BusinessRole.Owner, null, Guid.NewGuid(), ct);
        Response.Headers.Location = Url.Content($"~/undangan/{token}");
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private async Task<RegionCode?> VillageAsync(CancellationToken ct)
    {
        var (place, meant, advice) = await places.AskAsync(Input.Village, Input.Place, isVillage: true, T, ct);
        if (advice is not null)
        {
            ModelState.AddModelError("Input.Village", advice);
        }

        Meant = meant;
        return place;
    }

    private async Task<Curator?> CuratorAsync(RegionCode village, CancellationToken ct)
    {
        var curators = await desk.CuratorsAsync(village, ct);
        if (curators.Find(curator => curator.GroupId == Input.Kim) is { } chosen)
        {
            return chosen;
        }

        switch (curators)
        {
            case []:
                ModelState.AddModelError("Input.Village", T["Di kabupaten ini belum ada KIM. Ajak tetangga mendaftarkan KIM dulu."]);
                return null;
            case [var only]:
                return only;
            default:
                Curators = curators;
                ModelState.AddModelError("", T["Pilih KIM yang mendampingi usaha Anda."]);
                return null;
        }
    }
}
