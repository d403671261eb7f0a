using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.WebDomains;
using Kim.Market.Web.Features.Storefronts;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.WebDomains;

/// <summary>/kelola/{slug}/alamat: by which names a KIM's page is reached, and how it gets one of its own.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Memasang nama domain sendiri untuk halaman KIM"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class IndexModel(WebDomainBook book, WebDomainDesk desk, KimNames names, DomainSettings settings) : MarketPage
{
    [FromRoute]
    public string Slug { get; init; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public sealed class Form
    {
        /// <summary>Drawn with the form.</summary>
        public Guid Command { get; init; } = Guid.CreateVersion7();

        [Display(Name = "Nama domain")]
        [StringLength(300)]
        public string? Host { get; init; }
    }

    public NamedKim Kim { get; private set; } = null!;

    public IReadOnlyList<DeskDomain> Domains { get; private set; } = [];

    /// <summary>What a name has to point at; null where the operator has not said what the main address is: then there are no own names here.</summary>
    public string? Target => names.Site is null ? null : settings.Target;

    public string Main => $"{names.Site}/kim/{Kim.Slug}";

    public string? Below => names.Base is { } below ? $"{new Uri(names.Site!).Scheme}://{Kim.Slug}.{below}" : null;

    public bool MayClaim => Target is not null && !Kim.IsOver && Domains.Count(domain => domain.Stands != DomainStanding.Over) < Limits.WebDomains;

    public Zone Where => Zone.Of(Kim.TimeZone);

    private string Address => $"~/kelola/{Kim.Slug}/alamat";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (Target is null || Kim.IsOver || string.IsNullOrWhiteSpace(Input.Host))
        {
            ModelState.AddModelError("Input.Host", T.Of(WebDomainRefusals.NoName));
        }

        return ModelState.IsValid && await AgreedAsync(desk.ClaimAsync(new(Input.Command), new(Kim.GroupId), Input.Host, Me, ct))
            ? Done("Tersimpan. Sekarang buktikan bahwa domain itu milik KIM, dengan salah satu cara di bawah.", Address)
            : Page();
    }

    public async Task<IActionResult> OnPostLookAsync(Guid domain, CancellationToken ct)
    {
        ModelState.Clear();
        return !await FindAsync(ct) || !Domains.Any(known => known.DomainId == domain) ? NotFound()
            : await AgreedAsync(desk.LookAsync(new(domain), Me.By(), ct)) ? Done("Terbukti. Halaman KIM tampil di domain itu begitu domainnya mengarah ke sini.", Address)
            : await AgainAsync(ct);
    }

    public async Task<IActionResult> OnPostReleaseAsync(Guid domain, CancellationToken ct)
    {
        ModelState.Clear();
        return !await FindAsync(ct) || !Domains.Any(known => known.DomainId == domain) ? NotFound()
            : await AgreedAsync(desk.ReleaseAsync(new(domain), Me, ct)) ? Done("Domain dilepas. Halaman KIM tetap ada di alamat utama.", Address)
            : await AgainAsync(ct);
    }

    // What the look has found belongs on the page that says why it was not enough.
    private async Task<IActionResult> AgainAsync(CancellationToken ct)
    {
        Domains = await book.OfAsync(Me, Kim.GroupId, ct);
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!Domain.Slug.IsValid(Slug) || await book.KimAsync(Me, Slug, ct) is not { } kim)
        {
            return false;
        }

        Kim = kim;
        Domains = await book.OfAsync(Me, kim.GroupId, ct);
        return true;
    }
}
