using Kim.Market.Domain;
using Kim.Market.Domain.Assessments;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Assessments;

namespace Kim.Market.Web.Features.Demo;

/// <summary>Assesses every KIM of the demo's region but the last: one still waits for its office.</summary>
public sealed class DemoAssessments(AssessmentDesk desk)
{
    private const int DaysAgo = 20;

    public async Task MakeAsync(DemoMarket market, DemoSupply supply, Id<Office> office, RegionCode region, DemoCalendar calendar, CancellationToken ct)
    {
        var groups = market.Groups.Where(group => region.Contains(RegionCode.Parse(group.Seat))).ToList();
        foreach (var (at, group) in groups.SkipLast(1).Index())
        {
            var answers = AssessmentCriterion.All.Where(criterion => !criterion.IsMeasured).Index().ToDictionary(
                asked => asked.Item.Item, asked => new AssessmentAnswer((AssessmentLevel)((at + asked.Index) % 3), asked.Index == 1 ? "Dilihat saat kunjungan." : ""));
            if (await desk.AssessAsync(Id<Assessment>.New(), supply.Groups[group.Key].Value, office, answers, Asker.Visitor, ct, calendar.Now.AddDays(-DaysAgo)) is { } refusal)
            {
                throw new InvalidOperationException($"An assessment of the demo was refused: {refusal.Code}.");
            }
        }
    }
}
