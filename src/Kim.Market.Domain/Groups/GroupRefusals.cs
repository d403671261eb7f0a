namespace Kim.Market.Domain.Groups;

public static class GroupRefusals
{
    public static readonly Refusal NameLength = new("group.name_length", Limits.Name);
    public static readonly Refusal BadSlug = new("group.bad_slug");
    public static readonly Refusal SeatTooWide = new("group.seat_too_wide");
    public static readonly Refusal AboutLength = new("group.about_length", Limits.About);
    public static readonly Refusal NotVerified = new("group.not_verified");
    public static readonly Refusal LastChair = new("group.last_chair");
    public static readonly Refusal NotChair = new("group.not_chair");
    public static readonly Refusal NotOnBoard = new("group.not_on_board");
    public static readonly Refusal NotActive = new("group.not_active");
}
