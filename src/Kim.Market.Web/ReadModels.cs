using Kim.Market.EventSourcing;

namespace Kim.Market.Web;

/// <summary>Registers read models under every face they have: as themselves, as what the store writes, as what a rebuild knows.</summary>
internal static class ReadModels
{
    /// <summary>A read model whose rows change in the transaction of the event.</summary>
    public static IServiceCollection AddInline<T>(this IServiceCollection services)
        where T : class, IProjection => services
        .AddSingleton<T>()
        .AddSingleton<IProjection>(provider => provider.GetRequiredService<T>())
        .AddSingleton<IReadModel>(provider => provider.GetRequiredService<T>());

    /// <summary>A read model with one row per stream.</summary>
    public static IServiceCollection AddView<T>(this IServiceCollection services)
        where T : class, IStreamView => services
        .AddSingleton<T>()
        .AddSingleton<IStreamView>(provider => provider.GetRequiredService<T>())
        .AddSingleton<IReadModel>(provider => provider.GetRequiredService<T>());

    /// <summary>A read model that lays rows of others side by side.</summary>
    public static IServiceCollection AddJoined<T>(this IServiceCollection services)
        where T : class, IJoinedView => services
        .AddSingleton<T>()
        .AddSingleton<IJoinedView>(provider => provider.GetRequiredService<T>())
        .AddSingleton<IReadModel>(provider => provider.GetRequiredService<T>());

    /// <summary>A read model that follows behind.</summary>
    public static IServiceCollection AddFollower<T>(this IServiceCollection services)
        where T : class, IFollower => services
        .AddSingleton<T>()
        .AddSingleton<IFollower>(provider => provider.GetRequiredService<T>())
        .AddSingleton<IReadModel>(provider => provider.GetRequiredService<T>());
}
