using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Villages;

/// <summary>Registers what the feature offers.</summary>
public static class VillagesFeature
{
    public static IServiceCollection AddVillages(this IServiceCollection services) => services
        .AddSingleton<Atlas>()
        .AddSingleton<RegionPages>()
        .AddSingleton<TileMaps>()
        .PostConfigure<RazorPagesOptions>(pages => pages.Conventions.AddPageRoute("/Villages/Details", PlaceAddress.Wider + "/{kode}"));
}
