using Kim.Market.Web.Features.Checks;

namespace Kim.Market.Web.Features.Reports;

/// <summary>Registers what the feature offers.</summary>
public static class ReportsFeature
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddView<ReportRows>()
        .AddSingleton<ReportFacts>()
        .AddSingleton<ReportDesk>()
        .AddSingleton<ReportPaper>()
        .AddSingleton<ReportTables>()
        .AddSingleton<ICheckedKind, ReportCheck>();
}
