using Kim.Market.Domain.Assessments;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Tests.Assessments;

public class AssessmentTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Id<Office> Diskominfo = Id<Office>.New();
    private static readonly Id<Group> Kim = Id<Group>.New();

    [Fact]
    public void A_rubric_that_nobody_made_holds_together() => Assert.Null(Rubric.Usual.Problem());

    [Theory]
    [InlineData(0, AssessmentLevel.None, 0, "Pemula", "Berkembang", 50)]
    [InlineData(1, AssessmentLevel.Partly, 57, "Berkembang", "Mandiri", 75)]
    [InlineData(100, AssessmentLevel.Full, 100, "Mandiri", null, null)]
    public void What_there_is_makes_points_and_points_a_class(int figure, AssessmentLevel level, int total, string label, string? next, int? from)
    {
        var made = Made(figure, new(level, " Dilihat "));
        Assert.Equal((total, label, next, from), (made.Total, made.Label, made.NextLabel, made.NextFrom));
        Assert.Equal(made.Total, made.Items.Sum(item => item.Points));
        Assert.Equal("Dilihat", made.Items.Single(item => item.Item == AssessmentItem.Secretariat).Note);
        Assert.Equal(figure, made.Items.Single(item => item.Item == AssessmentItem.Orders).Figure);
    }

    [Fact]
    public void Half_of_an_odd_weight_is_not_lost() =>
        Assert.Equal(1.5m, Made(0, new(AssessmentLevel.Partly, "")).Items.Single(item => item.Item == AssessmentItem.Secretariat).Points);

    [Fact]
    public void What_an_office_gives_no_weight_is_not_asked()
    {
        var rubric = new RubricInForce(Diskominfo, 3, Weighing((AssessmentItem.Orders, 100)));
        var made = Assert.IsType<AssessmentMade>(Assessment.Make(Id<Assessment>.New(), Kim, Diskominfo, rubric, Figures(12), new Dictionary<AssessmentItem, AssessmentAnswer>(), Now).Single());
        Assert.Equal((3, (Id<Office>?)Diskominfo, 100m), (made.RubricVersion, made.RubricOffice, made.Total));
        Assert.Single(made.Items);
    }

    public static TheoryData<AssessmentAnswer?, Refusal> Wrong => new()
    {
        { null, AssessmentRefusals.NotAnswered },
        { new(null, ""), AssessmentRefusals.NotAnswered },
        { new((AssessmentLevel)9, ""), AssessmentRefusals.NotAnswered },
        { new(AssessmentLevel.Full, new string('a', Limits.Remark + 1)), AssessmentRefusals.NoteLength },
        { new(AssessmentLevel.Full, "Tanya 0812-0000-9001"), AssessmentRefusals.HoldsNumber },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void An_answer_is_whole_or_refused(AssessmentAnswer? answer, Refusal refusal)
    {
        var answers = Answers(new(AssessmentLevel.Full, ""));
        answers[AssessmentItem.OwnIncome] = answer!;
        Assessment.Make(Id<Assessment>.New(), Kim, Diskominfo, RubricInForce.Usual, Figures(0), answers, Now).ThenRefused(refusal);
    }

    public static TheoryData<Rubric, Refusal> Crooked => new()
    {
        { Weighing((AssessmentItem.Orders, 99)), RubricRefusals.Weights },
        { Weighing((AssessmentItem.Orders, 101), (AssessmentItem.Board, -1)), RubricRefusals.Weights },
        { Weighing((AssessmentItem.Orders, int.MaxValue), (AssessmentItem.Board, int.MaxValue)), RubricRefusals.Weights },
        { Rubric.Usual with { Weights = [.. Rubric.Usual.Weights.Skip(1)] }, RubricRefusals.Weights },
        { Rubric.Usual with { Labels = ["A", "B"] }, RubricRefusals.LabelLength },
        { Rubric.Usual with { Labels = ["A", " ", "C"] }, RubricRefusals.LabelLength },
        { Rubric.Usual with { Labels = ["A", "B", " a"] }, RubricRefusals.LabelTwice },
        { Rubric.Usual with { Labels = ["A", "B", "0812 0000 9001"] }, RubricRefusals.HoldsNumber },
        { Rubric.Usual with { MiddleFrom = 0 }, RubricRefusals.Thresholds },
        { Rubric.Usual with { TopFrom = 50 }, RubricRefusals.Thresholds },
        { Rubric.Usual with { TopFrom = 101 }, RubricRefusals.Thresholds },
    };

    [Theory, MemberData(nameof(Crooked))]
    public void A_rubric_holds_together_or_is_refused(Rubric rubric, Refusal refusal) => Known().SetRubric(rubric, Now).ThenRefused(refusal);

    [Fact]
    public void A_rubric_has_a_version_and_the_same_one_again_is_none()
    {
        var first = Assert.IsType<OfficeRubricSet>(Known().SetRubric(Rubric.Usual with { Labels = [" Tunas ", "Tumbuh", "Rindang"] }, Now).Single());
        Assert.Equal((1, "Tunas"), (first.Version, first.Rubric.Labels[0]));
        var known = Office.Evolve(Known(), first);
        known.SetRubric(first.Rubric with { Labels = ["Tunas ", "Tumbuh", "Rindang"], Weights = [.. first.Rubric.Weights.Reverse()] }, Now).Then();
        Assert.Equal(2, Assert.IsType<OfficeRubricSet>(known.SetRubric(first.Rubric with { IsPublic = false }, Now).Single()).Version);
    }

    private static Office Known() => Given.History<Office, OfficeEvent>(new OfficeOpened(Diskominfo, RegionCode.Parse("64.02"), Now));

    private static Rubric Weighing(params (AssessmentItem Item, int Weight)[] given) => Rubric.Usual with
    {
        Weights = [.. Enum.GetValues<AssessmentItem>().Select(item => new RubricWeight(item, given.FirstOrDefault(one => one.Item == item).Weight))],
    };

    private static AssessmentMade Made(int figure, AssessmentAnswer answer) => Assert.IsType<AssessmentMade>(
        Assessment.Make(Id<Assessment>.New(), Kim, Diskominfo, RubricInForce.Usual, Figures(figure), Answers(answer), Now).Single());

    private static Dictionary<AssessmentItem, int> Figures(int figure) =>
        AssessmentCriterion.All.Where(criterion => criterion.IsMeasured).ToDictionary(criterion => criterion.Item, _ => figure);

    private static Dictionary<AssessmentItem, AssessmentAnswer> Answers(AssessmentAnswer answer) =>
        AssessmentCriterion.All.Where(criterion => !criterion.IsMeasured).ToDictionary(criterion => criterion.Item, _ => answer);
}
