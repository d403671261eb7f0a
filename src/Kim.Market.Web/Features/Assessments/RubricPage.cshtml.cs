using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain.Assessments;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Assessments;

/// <summary>/dinas/penilaian/rubrik: by what an office assesses the KIM of its region.</summary>
[For(Desk.Office, What = "Melihat rubrik penilaian KIM di wilayahnya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class RubricPageModel(Marketplace market, Standing standing, AssessmentDesk desk) : MarketPage
{
    [FromQuery(Name = "di")]
    public Guid? At { get; init; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Membership Here { get; private set; } = null!;

    /// <summary>None: the office has made none of its own.</summary>
    public int Version { get; private set; }

    public bool MayWrite => standing.Holds(Desk.Office, Here.Scope, OfficeRole.Officer);

    public sealed class Form
    {
        public Guid Office { get; init; }

        /// <summary>In the order of the criteria.</summary>
        public int?[] Weights { get; init; } = [];

        /// <summary>What the classes are called, the lowest first.</summary>
        public string?[] Labels { get; init; } = [];

        [Display(Name = "Kelas tengah mulai dari berapa poin")]
        public int? MiddleFrom { get; init; }

        [Display(Name = "Kelas tertinggi mulai dari berapa poin")]
        public int? TopFrom { get; init; }

        public bool IsPublic { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(At, ct))
        {
            return NotFound();
        }

        return Page();
    }

    [For(Desk.Office, OfficeRole.Officer, What = "Menetapkan rubrik penilaian KIM di wilayahnya")]
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var sent = Input;
        if (!standing.Holds(Desk.Office, sent.Office, OfficeRole.Officer) || !await FindAsync(sent.Office, ct))
        {
            return NotFound();
        }

        Input = sent;
        RubricWeight[] weights = [.. AssessmentCriterion.All.Zip(sent.Weights, (criterion, weight) => new RubricWeight(criterion.Item, weight ?? 0))];
        var rubric = new Rubric(weights, [.. sent.Labels.Take(Rubric.Classes).Select(label => label ?? "")], sent.MiddleFrom ?? 0, sent.TopFrom ?? 0, sent.IsPublic);
        return ModelState.IsValid && await AgreedAsync(desk.SetRubricAsync(sent.Office, rubric, Me, ct))
            ? Done("Rubrik baru berlaku untuk penilaian berikutnya.", $"~/dinas/penilaian/rubrik?di={sent.Office:N}")
            : Page();
    }

    private async Task<bool> FindAsync(Guid? at, CancellationToken ct)
    {
        if (Room.Of(standing, Desk.Office, at) is not { } here)
        {
            return false;
        }

        Here = here;
        var office = (await market.LoadAsync<Office, OfficeEvent>(new(here.Scope), ct)).State!;
        var rubric = office.Rubric ?? Rubric.Usual;
        Version = office.RubricVersion;
        Input = new()
        {
            Office = here.Scope,
            Weights = [.. AssessmentCriterion.All.Select(criterion => (int?)rubric.WeightOf(criterion.Item))],
            Labels = [.. rubric.Labels],
            MiddleFrom = rubric.MiddleFrom,
            TopFrom = rubric.TopFrom,
            IsPublic = rubric.IsPublic,
        };
        return true;
    }
}
