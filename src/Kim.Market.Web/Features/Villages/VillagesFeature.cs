using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Villages;

/// <summary>Registers what the feature offers.</summary>
public static class VillagesFeature
{
    public static IServiceCollection AddVillages(this IServiceCollection services) => services
        .AddView<VillageRecordRows>()
        .AddSingleton<VillageRecords>()
        .AddSingleton<Atlas>()
        .AddSingleton<RegionPages>()
        .AddSingleton<TileMaps>()
        .AddSingleton<Boundaries>()
        .PostConfigure<RazorPagesOptions>(pages => pages.Conventions.AddPageRoute("/Villages/Details", PlaceAddress.Wider + "/{kode}"));
}
