using Kim.Market.Web.Features.OutsideSales;

namespace Kim.Market.Web;

/// <summary>Registers what the feature offers.</summary>
public static class OutsideSalesFeature
{
    public static IServiceCollection AddOutsideSales(this IServiceCollection services) => services
        .AddView<OutsideSaleRows>()
        .AddSingleton<OutsideSaleBook>()
        .AddSingleton<OutsideSaleDesk>();
}
