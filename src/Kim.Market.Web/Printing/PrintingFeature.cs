using Kim.Market.Web.Printing;

namespace Kim.Market.Web;

/// <summary>Registers what prints papers.</summary>
public static class PrintingFeature
{
    public static IServiceCollection AddPrinting(this IServiceCollection services) => services.AddSingleton<PaperPress>();
}
