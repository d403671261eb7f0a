namespace Kim.Market.Web.Features.Holidays;

/// <summary>Registers what the feature offers.</summary>
public static class HolidaysFeature
{
    public static IServiceCollection AddHolidays(this IServiceCollection services) => services.AddSingleton<WorkCalendar>();
}
