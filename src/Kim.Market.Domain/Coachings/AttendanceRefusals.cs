namespace Kim.Market.Domain.Coachings;

public static class AttendanceRefusals
{
    public static readonly Refusal NotToday = new("attendance.not_today");
    public static readonly Refusal Struck = new("attendance.struck");
    public static readonly Refusal NotHeld = new("attendance.not_held");
    public static readonly Refusal ByOfficer = new("attendance.by_officer");
    public static readonly Refusal NameLength = new("attendance.name_length", Limits.BuyerName);
    public static readonly Refusal Split = new("attendance.split");
    public static readonly Refusal RatingRange = new("attendance.rating_range", AttendanceRating.Most);
    public static readonly Refusal RatingClosed = new("attendance.rating_closed", AttendanceRating.Days);
    public static readonly Refusal Rated = new("attendance.rated");
    public static readonly Refusal WordsLength = new("attendance.words_length", Limits.Remark);
}
