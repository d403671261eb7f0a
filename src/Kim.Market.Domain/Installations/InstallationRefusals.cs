namespace Kim.Market.Domain.Installations;

public static class InstallationRefusals
{
    public static readonly Refusal LastOperator = new("installation.last_operator");
    public static readonly Refusal HolidayName = new("installation.holiday_name", Limits.Name);
    public static readonly Refusal HolidayDay = new("installation.holiday_day");
}
