namespace Kim.Market.Domain.Acts;

public static class ActRefusals
{
    public static readonly Refusal TooLate = new("act.too_late", (int)Act.Patience.TotalHours);
}
