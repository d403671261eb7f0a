using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Reports;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Reports;

/// <summary>/dinas/laporan: makes official reports of a time that is over, and keeps those that were made.</summary>
[For(Desk.Office, What = "Melihat laporan resmi wilayahnya"), PrivatePage]
public sealed class IndexModel(ReportDesk desk, Marketplace market, Standing standing, TimeProvider clock) : OfficePage(standing)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public Head Letter { get; set; } = new();

    /// <summary>Which report is wanted.</summary>
    public sealed class Form
    {
        public Guid Office { get; init; }

        public string? Period { get; init; }

        public bool IsAsKnown { get; init; }
    }

    /// <summary>What the office's papers begin with.</summary>
    public sealed class Head
    {
        public Guid Office { get; init; }

        [Display(Name = "Pemerintah daerah"), StringLength(120, ErrorMessage = "Paling banyak {1} huruf.")]
        public string? Government { get; init; }

        [Display(Name = "Nama kantor"), Required(ErrorMessage = "Tulis nama kantor."), StringLength(120, ErrorMessage = "Paling banyak {1} huruf.")]
        public string? Name { get; init; }

        [Display(Name = "Alamat kantor"), StringLength(300, ErrorMessage = "Paling banyak {1} huruf.")]
        public string? Address { get; init; }
    }

    public bool HasLetterhead { get; private set; }

    public DateOnly Today => DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita);

    public ReportPeriod Chosen => ReportPeriod.Read(Input.Period, Today);

    public IReadOnlyList<ReportIssued> Issued { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        Enter() ? await ShowAsync(fills: true, ct) : NotFound();

    [For(Desk.Office, OfficeRole.Officer, What = "Menerbitkan laporan resmi wilayahnya")]
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Enter(Input.Office) || !Decides)
        {
            return NotFound();
        }

        ModelState.Clear(); // the other form is none of this one's
        var period = Chosen;
        var (code, refusal) = await desk.IssueAsync(Me, new(Input.Office), period.From, period.UntilOn(Today), Input.IsAsKnown, ct);
        if (refusal is null)
        {
            return Done("Laporan diterbitkan.", $"~/dinas/laporan/{code}");
        }

        ModelState.AddModelError("", T.Of(refusal));
        return await ShowAsync(fills: true, ct);
    }

    [For(Desk.Office, OfficeRole.Officer, What = "Menulis kop surat kantornya")]
    public async Task<IActionResult> OnPostLetterheadAsync(CancellationToken ct)
    {
        if (!Enter(Letter.Office) || !Decides)
        {
            return NotFound();
        }

        var letterhead = new Letterhead(Letter.Government?.Trim() ?? "", Letter.Name?.Trim() ?? "", Letter.Address?.Trim() ?? "");
        return ModelState.IsValid
            && await AgreedAsync(market.TellAsync(new Domain.Id<Office>(Letter.Office), (Office known) => known.SetLetterhead(letterhead, clock.GetUtcNow()), Me.By(), ct))
            ? Done("Kop surat disimpan.", $"~/dinas/laporan?di={Letter.Office:N}")
            : await ShowAsync(fills: false, ct);
    }

    private async Task<IActionResult> ShowAsync(bool fills, CancellationToken ct)
    {
        var head = (await market.LoadAsync<Office, OfficeEvent>(new(Here.Scope), ct)).State!.Letterhead;
        HasLetterhead = head is not null;
        Letter = fills ? new() { Office = Here.Scope, Government = head?.Government, Name = head?.Name, Address = head?.Address } : Letter;
        Input = new() { Office = Here.Scope, Period = Input.Period, IsAsKnown = Input.IsAsKnown };
        Issued = await desk.OfAsync(Me, Here.Scope, ct);
        return Page();
    }
}
