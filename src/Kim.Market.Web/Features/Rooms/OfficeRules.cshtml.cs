using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>/dinas/aturan: when a KIM counts as quiet or still in this region, and how many members make one.</summary>
[For(Desk.Office, What = "Melihat aturan KIM di wilayahnya"), PrivatePage]
public sealed class OfficeRulesModel(Marketplace market, Standing standing, TimeProvider clock) : OfficePage(standing)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public sealed class Form
    {
        public Guid Office { get; init; }

        [Display(Name = "Sepi setelah berapa hari tanpa kegiatan")]
        [Range(7, 365, ErrorMessage = "Tulis 7 sampai 365 hari.")]
        public int QuietAfter { get; init; }

        [Display(Name = "Vakum setelah berapa hari tanpa kegiatan")]
        [Range(8, 730, ErrorMessage = "Tulis 8 sampai 730 hari.")]
        public int StillAfter { get; init; }

        [Display(Name = "Anggota paling sedikit")]
        [Range(1, 100, ErrorMessage = "Tulis 1 sampai 100 orang.")]
        public int MinMembers { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Enter())
        {
            return NotFound();
        }

        var rules = (await market.LoadAsync<Office, OfficeEvent>(new(Here.Scope), ct)).State!.Rules;
        Input = new() { Office = Here.Scope, QuietAfter = rules.QuietAfter, StillAfter = rules.StillAfter, MinMembers = rules.MinMembers };
        return Page();
    }

    [For(Desk.Office, OfficeRole.Officer, What = "Menetapkan aturan KIM di wilayahnya")]
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Enter(Input.Office) || !Decides)
        {
            return NotFound();
        }

        var rules = new GroupRules(Input.QuietAfter, Input.StillAfter, Input.MinMembers);
        return ModelState.IsValid
            && await AgreedAsync(market.TellAsync(new Id<Office>(Input.Office), (Office known) => known.SetRules(rules, clock.GetUtcNow()), Me.By(), ct))
            ? Done("Aturan baru berlaku. Denyut KIM dihitung ulang.", $"~/dinas/aturan?di={Input.Office:N}")
            : Page();
    }
}
