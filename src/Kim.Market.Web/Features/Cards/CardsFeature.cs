using Kim.Market.Web.Features.Cards;

namespace Kim.Market.Web;

/// <summary>Registers what the feature offers.</summary>
public static class CardsFeature
{
    public static IServiceCollection AddCards(this IServiceCollection services)
    {
        services.AddTransient<StripeRetries>();
        services
            .AddHttpClient<ICardPayments, StripePayments>((provider, client) => StripePayments.Configure(client, provider.GetRequiredService<CardSettings>()))
            .RemoveAllLoggers() // what goes there and comes back is nobody else's
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // connections are renewed by themselves: whoever holds the client holds it for good
            .AddHttpMessageHandler<StripeRetries>();
        return services
            .AddSingleton(provider => CardSettings.Of(provider.GetRequiredService<IConfiguration>()))
            .AddInline<CardRows>()
            .AddSingleton<CardAccounts>()
            .AddSingleton<CardAccountDesk>()
            .AddSingleton<CardDesk>()
            .AddSingleton<CardWatch>()
            .AddHostedService(provider => provider.GetRequiredService<CardWatch>());
    }
}
