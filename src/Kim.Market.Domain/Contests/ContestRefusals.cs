namespace Kim.Market.Domain.Contests;

public static class ContestRefusals
{
    public static readonly Refusal TitleLength = new("contest.title_length", Limits.Name);
    public static readonly Refusal AboutLength = new("contest.about_length", Limits.Note);
    public static readonly Refusal CriteriaCount = new("contest.criteria_count", ContestTerms.MostCriteria);
    public static readonly Refusal CriterionLine = new("contest.criterion_line", Limits.Option);
    public static readonly Refusal Weights = new("contest.weights", ContestTerms.Whole);
    public static readonly Refusal Days = new("contest.days", ContestTerms.MostDays);
    public static readonly Refusal WinnerCount = new("contest.winner_count", ContestTerms.MostWinners);
    public static readonly Refusal HoldsNumber = new("contest.holds_number");
    public static readonly Refusal HasBegun = new("contest.has_begun");
    public static readonly Refusal NotYet = new("contest.not_yet");
    public static readonly Refusal Over = new("contest.over");
    public static readonly Refusal StillOpen = new("contest.still_open");
    public static readonly Refusal Elsewhere = new("contest.elsewhere");
    public static readonly Refusal TextLength = new("contest.text_length", ContestEntry.LongestText);
    public static readonly Refusal NotOwn = new("contest.not_own");
    public static readonly Refusal TooMany = new("contest.too_many", Limits.ContestEntries);
    public static readonly Refusal NotEntered = new("contest.not_entered");
    public static readonly Refusal OwnGroup = new("contest.own_group");
    public static readonly Refusal Scores = new("contest.scores");
    public static readonly Refusal NoEntries = new("contest.no_entries");
    public static readonly Refusal NotAllScored = new("contest.not_all_scored");
    public static readonly Refusal ReasonLength = new("contest.reason_length", Limits.Remark);
    public static readonly Refusal IsCalledOff = new("contest.is_called_off");
    public static readonly Refusal IsDecided = new("contest.is_decided");
}
