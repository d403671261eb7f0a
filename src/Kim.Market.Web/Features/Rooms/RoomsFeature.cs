namespace Kim.Market.Web.Features.Rooms;

/// <summary>Registers what the feature offers.</summary>
public static class RoomsFeature
{
    public static IServiceCollection AddRooms(this IServiceCollection services) => services
        .AddSingleton<People>().AddSingleton<RoomRows>().AddSingleton<HelpRows>().AddSingleton<Approvals>();
}
