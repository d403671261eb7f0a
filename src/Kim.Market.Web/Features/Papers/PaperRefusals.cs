using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Papers;

public static class PaperRefusals
{
    public static readonly Refusal TooHeavy = new("paper.too_heavy", PaperIntake.Megabytes);
    public static readonly Refusal NotAPaper = new("paper.not_a_paper");
}
