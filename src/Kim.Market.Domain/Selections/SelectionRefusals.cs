namespace Kim.Market.Domain.Selections;

public static class SelectionRefusals
{
    public static readonly Refusal TitleLength = new("selection.title_length", Limits.Name);
    public static readonly Refusal CriterionLength = new("selection.criterion_length", SelectionTerms.LeastCriterion);
    public static readonly Refusal Days = new("selection.days", SelectionTerms.MostDays);
    public static readonly Refusal HoldsNumber = new("selection.holds_number");
    public static readonly Refusal Over = new("selection.over");
    public static readonly Refusal Published = new("selection.published");
    public static readonly Refusal Elsewhere = new("selection.elsewhere");
    public static readonly Refusal NotForSale = new("selection.not_for_sale");
    public static readonly Refusal NoteLength = new("selection.note_length", Limits.Remark);
    public static readonly Refusal TooMany = new("selection.too_many", Limits.SelectionPicks);
    public static readonly Refusal Nothing = new("selection.nothing");
    public static readonly Refusal NotOpen = new("selection.not_open");
    public static readonly Refusal ReasonLength = new("selection.reason_length", Limits.Remark);
}
