using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Hosting;

namespace Kim.Market.Web;

/// <summary>Registers what the feature offers.</summary>
public static class NoticesFeature
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services
            .AddHttpClient<IPush, WebPush>(WebPush.Configure)
            .RemoveAllLoggers() // the address of a browser is nobody else's
            .ConfigurePrimaryHttpMessageHandler(provider => OpenInternet.Handler(provider.GetRequiredService<PushSettings>().TakesPrivateHosts))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan); // connections are renewed by themselves: whoever holds the client holds it for good
        return AddWorkers(services
            .AddSingleton(provider => PushSettings.Of(provider.GetRequiredService<IConfiguration>()))
            .AddSingleton(provider => MailSettings.Of(provider.GetRequiredService<IConfiguration>()))
            .AddSingleton<Vapid>()
            .AddSingleton<IMail, SmtpMail>()
            .AddSingleton<Subscriptions>()
            .AddSingleton<OwnWays>()
            .AddSingleton<Deliveries>()
            .AddSingleton<NoticeChoices>());
    }

    private static IServiceCollection AddWorkers(IServiceCollection services) => services
        .AddSingleton<IOutbox, Outbox>()
        .AddSingleton<NoticeBook>()
        .AddSingleton<NoticeWords>()
        .AddSingleton<FanOut>()
        .AddSingleton<Reminders>()
        .AddSingleton<Courier>()
        .AddSingleton<NoticeAge>()
        .AddHostedService(provider => provider.GetRequiredService<Courier>())
        .AddHostedService(provider => provider.GetRequiredService<NoticeAge>())
        .AddHostedService(provider => provider.GetRequiredService<FanOut>())
        .AddHostedService(provider => provider.GetRequiredService<Reminders>());
}
