using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Till;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>/desa/{kode}/tanya: an investor, a visitor, a wholesale buyer or a resident asks a village something, without an account.</summary>
[OpenTo(Audience.Everyone, What = "Bertanya kepada desa lewat KIM-nya, tanpa akun"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class AskModel(Places places, EnquiryTargets targets, EnquiryDesk desk) : MarketPage
{
    [FromQuery(Name = "jenis")]
    public string? AskedKind { get; init; }

    [FromQuery(Name = "potensi")]
    public string? Potential { get; init; }

    [FromQuery(Name = "produk")]
    public string? Product { get; init; }

    /// <summary>The KIM from whose page somebody comes.</summary>
    [FromQuery(Name = "kim")]
    public string? From { get; init; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Region Region { get; private set; } = null!;

    public IReadOnlyList<AskedKim> Kims { get; private set; } = [];

    public AskedThing? About { get; private set; }

    public sealed class Form
    {
        public EnquiryKind Kind { get; set; }

        public Guid? To { get; set; }

        [Display(Name = "Pertanyaan atau aspirasi Anda")]
        [Required(ErrorMessage = "Tulis yang ingin Anda tanyakan atau sampaikan.")]
        [StringLength(Limits.EnquiryText)]
        public string Words { get; init; } = "";

        [Display(Name = "Nama Anda")]
        [Required(ErrorMessage = "Tulis nama Anda, supaya KIM tahu siapa yang dijawab.")]
        [StringLength(Limits.BuyerName)]
        public string Name { get; init; } = "";

        [Display(Name = "Nomor WhatsApp")]
        [Required(ErrorMessage = "Tulis nomor WhatsApp Anda, contoh 0812-3456-7890.")]
        [StringLength(40)]
        public string WhatsApp { get; init; } = "";

        [Display(Name = "Asal atau lembaga")]
        [StringLength(Limits.Name)]
        public string? From { get; init; }

        public bool MayShow { get; init; }

        /// <summary>Drawn when the page was opened, so that pressing twice asks once.</summary>
        public Guid Command { get; set; } = Guid.NewGuid();
    }

    public async Task<IActionResult> OnGetAsync(string kode, CancellationToken ct)
    {
        if (!await FindAsync(kode, ct))
        {
            return NotFound();
        }

        Input.Kind = AskedKind switch
        {
            "investasi" => EnquiryKind.Investment,
            "borongan" => EnquiryKind.Wholesale,
            "aspirasi" => EnquiryKind.Aspiration,
            _ => EnquiryKind.Visit,
        };
        Input.To = (Kims.FirstOrDefault(kim => kim.Slug == From) ?? First)?.GroupId;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kode, CancellationToken ct)
    {
        if (!await FindAsync(kode, ct))
        {
            return NotFound();
        }

        var number = Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (key, refusal) = await desk.MakeAsync(
            new(
                Input.Command, Input.Kind, Region.Code, Kims.FirstOrDefault(kim => kim.GroupId == Input.To) is { } kim ? new Id<Group>(kim.GroupId) : null,
                About is { IsProduct: false } potential ? new(potential.Id) : null, About is { IsProduct: true } product ? new(product.Id) : null,
                Tidy(Input.Name), number, string.IsNullOrWhiteSpace(Input.From) ? null : Tidy(Input.From), Input.Words.Trim(), Input.MayShow),
            Me.By(Input.Command), ct);
        if (key is null)
        {
            ModelState.AddModelError("", T.Of(refusal!));
            return Page();
        }

        OrderKeys.Remember(HttpContext, key);
        Response.Headers.Location = Url.Content($"~/tanya/{key}");
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private AskedKim? First => Kims.Count > 0 ? Kims[0] : null;

    private WorldNumber Check()
    {
        // whoever tampers with a hidden field is not asked to correct it
        ModelState.Remove("Input.Command");
        ModelState.Remove("Input.To");
        if (Input.Command == Guid.Empty)
        {
            Input.Command = Guid.NewGuid();
        }

        if (!Enum.IsDefined(Input.Kind))
        {
            ModelState.AddModelError("Input.Kind", T["Pilih apa yang Anda cari."]);
        }

        // Whoever names a KIM that does not work here is heard by the first that does.
        Input.To = (Kims.FirstOrDefault(kim => kim.GroupId == Input.To) ?? First)?.GroupId;
        if (!WorldNumber.TryParse(Input.WhatsApp, out var number) && !string.IsNullOrWhiteSpace(Input.WhatsApp))
        {
            ModelState.AddModelError("Input.WhatsApp", WorldNumber.IsForeign(Input.WhatsApp)
                ? T["Tulis nomornya lengkap dengan kode negara, contoh +60 12-345 6789."]
                : NumberAdvice.For(Input.WhatsApp, T));
        }

        return number;
    }

    private async Task<bool> FindAsync(string kode, CancellationToken ct)
    {
        if (!RegionCode.TryParse(kode, null, out var code) || code.Value.Length != 13 || await places.FindAsync(code, ct) is not { } region)
        {
            return false;
        }

        Region = region;
        (Kims, About) = await targets.OfAsync(region.Code, Potential, Product, From, Input.To, ct);
        return true;
    }

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
