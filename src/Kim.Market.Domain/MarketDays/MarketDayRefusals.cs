namespace Kim.Market.Domain.MarketDays;

public static class MarketDayRefusals
{
    public static readonly Refusal PlaceLength = new("market_day.place_length", Limits.Place);
    public static readonly Refusal PlaceHoldsNumber = new("market_day.place_holds_number");
    public static readonly Refusal VillageTooWide = new("market_day.village_too_wide");
    public static readonly Refusal NoDay = new("market_day.no_day");
    public static readonly Refusal Hours = new("market_day.hours");
    public static readonly Refusal CutOffDays = new("market_day.cut_off_days", MarketPlan.MostCutOffDays);
    public static readonly Refusal CutOffTooLate = new("market_day.cut_off_too_late");
    public static readonly Refusal BadShared = new("market_day.bad_shared", MarketPlan.MostShared);
    public static readonly Refusal NoteLength = new("market_day.note_length", Limits.Remark);
    public static readonly Refusal NoteHoldsNumber = new("market_day.note_holds_number");
    public static readonly Refusal EndsBeforeBegin = new("market_day.ends_before_begin");
    public static readonly Refusal Ended = new("market_day.ended");
    public static readonly Refusal ReasonLength = new("market_day.reason_length", Limits.Remark);
    public static readonly Refusal ReasonHoldsNumber = new("market_day.reason_holds_number");
    public static readonly Refusal NotADate = new("market_day.not_a_date");
    public static readonly Refusal TooMany = new("market_day.too_many", Limits.MarketDays);
}
