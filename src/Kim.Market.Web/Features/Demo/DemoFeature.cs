namespace Kim.Market.Web.Features.Demo;

/// <summary>Registers what the feature offers.</summary>
public static class DemoFeature
{
    public static IServiceCollection AddDemo(this IServiceCollection services) => services
        .AddSingleton<DemoRecord>().AddSingleton<DemoPictures>().AddSingleton<DemoAssessments>().AddSingleton<DemoOutsideSales>().AddSingleton<DemoSelections>().AddSingleton<DemoContests>().AddSingleton<DemoCertificates>().AddSingleton<DemoPotentials>().AddSingleton<DemoEnquiries>().AddSingleton<DemoCoachings>().AddSingleton<DemoCorrections>()
        .AddSingleton<DemoConduct>().AddSingleton<DemoTransfers>().AddScoped<DemoAccounts>().AddScoped<DemoSeed>();
}
