using Kim.Market.EventSourcing;
using Kim.Market.Web.Events;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Businesses;
using Kim.Market.Web.Features.Carts;
using Kim.Market.Web.Features.Groups;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Results;
using Kim.Market.Web.Features.Search;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Features.Stocks;
using Kim.Market.Web.Features.Till;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web;

/// <summary>The whole application, put together.</summary>
public static class Application
{
    /// <param name="settings">Settings in the form <c>--Key=value</c>.</param>
    /// <param name="also">Services that only one verb brings.</param>
    public static WebApplication Build(string[] settings, Action<IServiceCollection> also)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        AddStore(builder.Services, builder.Configuration);
        AddFeatures(builder.Services);
        AddPages(builder.Services);
        also(builder.Services);

        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void AddStore(IServiceCollection services, ConfigurationManager configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => Store.DataSource(Database.Tuned(configuration.GetConnectionString("Kim")
            ?? throw new InvalidOperationException("There is no database: set ConnectionStrings:Kim."))));
        services.AddSingleton(EventCatalogue.Types);
        services.AddSingleton<EventStore>();
        services.AddSingleton<Marketplace>();
        services.AddSingleton<Commands>();
        services.AddSingleton<Database>();
    }

    private static void AddFeatures(IServiceCollection services) => services
        .AddAccounts().AddBusinesses().AddCarts().AddGroups().AddOrders().AddPeople().AddProducts().AddRegions()
        .AddResults().AddSearch().AddStocks().AddTill();

    private static void AddPages(IServiceCollection services)
    {
        services.AddAssets();
        services.AddSingleton<Words>();
        services.AddSingleton<Icons>();
        services.AddScoped<IconsInUse>();
        services.AddScoped<PageHead>();
        services.AddRazorPages(options => options.RootDirectory = "/Features")
            .AddMvcOptions(options => options.ModelBinderProviders.Insert(0, new RupiahBinder()));
    }

    private static void Use(WebApplication app)
    {
        app.UseAssets();
        app.UseLanguage();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/healthz", () => "ok");
        app.MapRazorPages();
    }
}
