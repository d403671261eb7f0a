using Kim.Market.Domain;
using Kim.Market.Domain.Assessments;
using Kim.Market.Domain.Offices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Assessments;

/// <summary>/dinas/penilaian/{kim}: what the platform counts of a KIM, what its officer answers, and what was found before.</summary>
[For(Desk.Office, What = "Melihat penilaian KIM di wilayahnya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class CaseModel(AssessmentBook book, AssessmentFigures figures, AssessmentDesk desk) : MarketPage
{
    /// <summary>What an officer answers, in the order of the form.</summary>
    public static readonly IReadOnlyList<AssessmentItem> Asked = [.. AssessmentCriterion.All.Where(criterion => !criterion.IsMeasured).Select(criterion => criterion.Item)];

    [FromRoute(Name = "kim")]
    public Guid Id { get; init; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public AssessableGroup Kim { get; private set; } = null!;

    public RubricInForce Rubric { get; private set; } = RubricInForce.Usual;

    public IReadOnlyDictionary<AssessmentItem, int> Figures { get; private set; } = new Dictionary<AssessmentItem, int>();

    public IReadOnlyList<AssessmentMade> Made { get; private set; } = [];

    public sealed class Form
    {
        public Guid Command { get; set; }

        /// <summary>To what is asked; what has no weight is not.</summary>
        public Dictionary<AssessmentItem, Answer> Answers { get; init; } = [];
    }

    public sealed class Answer
    {
        public AssessmentLevel? Level { get; init; }

        public string? Note { get; init; }
    }

    public Answer To(AssessmentItem item) => Input.Answers.GetValueOrDefault(item) ?? new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        // What was answered last time is still true more often than not; an officer looks again all the same.
        var before = Made is [var last, ..] ? last.Items.ToDictionary(item => item.Item) : [];
        Input = new()
        {
            Command = Guid.CreateVersion7(),
            Answers = Asked.ToDictionary(
                item => item, item => before.TryGetValue(item, out var known) ? new Answer { Level = known.Level, Note = known.Note } : new() { Level = OfRegister(item) }),
        };
        return Page();
    }

    [For(Desk.Office, OfficeRole.Officer, What = "Menilai KIM di wilayahnya")]
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Remove("Input.Command");
        if (Input.Command == Guid.Empty)
        {
            Input.Command = Guid.CreateVersion7();
        }

        if (!await FindAsync(ct) || Kim.Office is not { } office)
        {
            return NotFound();
        }

        var answers = Asked.ToDictionary(item => item, item => new AssessmentAnswer(To(item).Level, To(item).Note ?? ""));
        return ModelState.IsValid && await AgreedAsync(desk.AssessAsync(new Id<Assessment>(Input.Command), Id, new Id<Office>(office), answers, Me, ct))
            ? Done("Penilaian tersimpan. Pengurus KIM mendapat kabar.", $"~/dinas/penilaian/{Id}")
            : Page();
    }

    private AssessmentLevel? OfRegister(AssessmentItem item) =>
        item == AssessmentItem.Statutes && Kim.HasStatutes is { } has ? has ? AssessmentLevel.Full : AssessmentLevel.None : null;

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await book.FindAsync(Me, Id, ct) is not { } kim)
        {
            return false;
        }

        (Kim, Rubric, Figures, Made) = (kim, await book.RubricOfAsync(Id, ct), await figures.OfAsync(Id, ct), await book.OfKimAsync(Id, ct));
        return true;
    }
}
