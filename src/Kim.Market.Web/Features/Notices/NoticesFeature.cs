using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Notices;

namespace Kim.Market.Web;

/// <summary>Registers what the feature offers.</summary>
public static class NoticesFeature
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<IOutbox, Outbox>()
        .AddSingleton<NoticeBook>()
        .AddSingleton<NoticeWords>()
        .AddSingleton<FanOut>()
        .AddSingleton<Reminders>()
        .AddHostedService(provider => provider.GetRequiredService<FanOut>())
        .AddHostedService(provider => provider.GetRequiredService<Reminders>());
}
