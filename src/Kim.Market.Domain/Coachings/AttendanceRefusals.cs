namespace Kim.Market.Domain.Coachings;

public static class AttendanceRefusals
{
    public static readonly Refusal NotToday = new("attendance.not_today");
    public static readonly Refusal Struck = new("attendance.struck");
    public static readonly Refusal NotHeld = new("attendance.not_held");
    public static readonly Refusal ByOfficer = new("attendance.by_officer");
    public static readonly Refusal NameLength = new("attendance.name_length", Limits.BuyerName);
    public static readonly Refusal Split = new("attendance.split");
}
