namespace Kim.Market.Domain.Coachings;

public static class CoachingRefusals
{
    public static readonly Refusal TitleLength = new("coaching.title_length", Limits.Name);
    public static readonly Refusal NoStrand = new("coaching.no_strand");
    public static readonly Refusal TopicLines = new("coaching.topic_lines", Limits.CoachingTopics);
    public static readonly Refusal Days = new("coaching.days", CoachingPlan.MostDays);
    public static readonly Refusal Hours = new("coaching.hours");
    public static readonly Refusal PlaceLength = new("coaching.place_length", Limits.Place);
    public static readonly Refusal VillageTooWide = new("coaching.village_too_wide");
    public static readonly Refusal Capacity = new("coaching.capacity", Limits.CoachingCapacity);
    public static readonly Refusal HostLength = new("coaching.host_length", Limits.Name);
    public static readonly Refusal HoldsNumber = new("coaching.holds_number");
    public static readonly Refusal OutsideRegion = new("coaching.outside_region");
    public static readonly Refusal TooLongAgo = new("coaching.too_long_ago", CoachingPlan.DaysBack);
    public static readonly Refusal TooManyInvited = new("coaching.too_many_invited", Limits.CoachingInvitations);
    public static readonly Refusal NotInvited = new("coaching.not_invited");
    public static readonly Refusal People = new("coaching.people", Limits.CoachingPeople);
    public static readonly Refusal ReasonLength = new("coaching.reason_length", Limits.Remark);
    public static readonly Refusal MaterialsLength = new("coaching.materials_length", Limits.About);
    public static readonly Refusal Cancelled = new("coaching.cancelled");
    public static readonly Refusal Over = new("coaching.over");
    public static readonly Refusal NotYet = new("coaching.not_yet");
}
