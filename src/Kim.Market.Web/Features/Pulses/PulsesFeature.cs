namespace Kim.Market.Web.Features.Pulses;

/// <summary>Registers what the feature offers.</summary>
public static class PulsesFeature
{
    public static IServiceCollection AddPulses(this IServiceCollection services)
    {
        services.AddFollower<GroupActs>();
        services.AddSingleton<PulseBook>();
        services.AddSingleton<PulseWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<PulseWatch>());
        return services;
    }
}
