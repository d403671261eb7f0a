namespace Kim.Market.Domain.Coachings;

public static class AttendanceRefusals
{
    public static readonly Refusal NotToday = new("attendance.not_today");
    public static readonly Refusal Struck = new("attendance.struck");
    public static readonly Refusal Split = new("attendance.split");
}
