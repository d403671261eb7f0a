using Kim.Market.Web.Features.Imports;

namespace Kim.Market.Web.Features.Entries;

/// <summary>Registers what the feature offers.</summary>
public static class EntriesFeature
{
    public static IServiceCollection AddEntries(this IServiceCollection services) => services
        .AddView<EntryRows>()
        .AddSingleton<EntryDesk>()
        .AddSingleton<EntryCodes>()
        .AddSingleton<Claims>()
        .AddSingleton<BusinessList>()
        .AddSingleton<IImportList>(provider => provider.GetRequiredService<BusinessList>());
}
