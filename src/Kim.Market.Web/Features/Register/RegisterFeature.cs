using Kim.Market.Web.Features.Imports;

namespace Kim.Market.Web.Features.Register;

/// <summary>Registers what the feature offers.</summary>
public static class RegisterFeature
{
    public static IServiceCollection AddRegister(this IServiceCollection services) => services
        .AddSingleton<OfficeWeek>()
        .AddInline<DecreeRows>()
        .AddInline<BoardRows>()
        .AddInline<GroupTurns>()
        .AddSingleton<Board>()
        .AddSingleton<Applications>()
        .AddSingleton<GroupRegister>()
        .AddSingleton<PastRegister>()
        .AddSingleton<RegisterDesk>()
        .AddSingleton<RegisterHistory>()
        .AddSingleton<GroupList>()
        .AddSingleton<IImportList>(provider => provider.GetRequiredService<GroupList>());
}
