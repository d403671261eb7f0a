using Kim.Market.EventSourcing;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Events;
using Kim.Market.Web.Features;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Acts;
using Kim.Market.Web.Features.Businesses;
using Kim.Market.Web.Features.Cards;
using Kim.Market.Web.Features.Carts;
using Kim.Market.Web.Features.Checks;
using Kim.Market.Web.Features.Curation;
using Kim.Market.Web.Features.Delivery;
using Kim.Market.Web.Features.Demo;
using Kim.Market.Web.Features.Enquiries;
using Kim.Market.Web.Features.Entries;
using Kim.Market.Web.Features.Favourites;
using Kim.Market.Web.Features.Feeds;
using Kim.Market.Web.Features.Figures;
using Kim.Market.Web.Features.Groups;
using Kim.Market.Web.Features.Harvests;
using Kim.Market.Web.Features.Holidays;
using Kim.Market.Web.Features.Home;
using Kim.Market.Web.Features.Imports;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Listings;
using Kim.Market.Web.Features.Lookups;
using Kim.Market.Web.Features.MarketDays;
using Kim.Market.Web.Features.OpenData;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Features.Potentials;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Prospectuses;
using Kim.Market.Web.Features.Pulses;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Register;
using Kim.Market.Web.Features.Reports;
using Kim.Market.Web.Features.Restocks;
using Kim.Market.Web.Features.Results;
using Kim.Market.Web.Features.Rooms;
using Kim.Market.Web.Features.Sales;
using Kim.Market.Web.Features.Search;
using Kim.Market.Web.Features.Stocks;
using Kim.Market.Web.Features.Stories;
using Kim.Market.Web.Features.Till;
using Kim.Market.Web.Features.Villages;
using Kim.Market.Web.Features.Visitors;
using Kim.Market.Web.Hosting;

namespace Kim.Market.Web;

/// <summary>The whole application, put together.</summary>
public static class Application
{
    /// <param name="settings">Settings in the form <c>--Key=value</c>.</param>
    /// <param name="also">Services that only one verb brings.</param>
    public static WebApplication Build(string[] settings, Action<IServiceCollection> also)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settings,
            ApplicationName = typeof(Application).Assembly.GetName().Name, // whoever starts it, its pages are in here
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.AddLogs();
        AddGround(builder.Services, builder.Configuration);
        AddStore(builder.Services);
        AddFeatures(builder.Services);
        builder.Services.AddShell();
        builder.Services.AddPageCache();
        also(builder.Services);

        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void AddGround(IServiceCollection services, IConfiguration configuration) => services
        .AddRequestLimits().AddProxies().AddRateLimits().AddKeyRing().AddDraining().AddHealth().AddTelemetry(configuration).AddPictures();

    private static string DatabaseOf(IServiceProvider provider) => Database.Tuned(
        provider.GetRequiredService<IConfiguration>().GetConnectionString("Kim") ?? throw new CannotStartException("There is no database: set ConnectionStrings__Kim."));

    private static void AddStore(IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => Store.DataSource(DatabaseOf(provider)));
        services.AddSingleton(provider => new LedgerSource(DatabaseOf(provider)));
        services.AddSingleton(EventCatalogue.Types);
        services.AddSingleton<IOrigins, Origins>();
        services.AddSingleton<EventStore>();
        services.AddSingleton<Followers>();
        services.AddSingleton<Rebuild>();
        services.AddSingleton<LateDrops>();
        services.AddHostedService(provider => provider.GetRequiredService<LateDrops>());
        services.AddSingleton<PageDrops>();
        services.AddSingleton<INodeReader>(provider => provider.GetRequiredService<PageDrops>());
        services.AddHostedService<EventFollowing>();
        services.AddSingleton<Secrets>();
        services.AddSingleton<Marketplace>();
        services.AddSingleton<Commands>();
        services.AddSingleton<Database>();
    }

    private static void AddFeatures(IServiceCollection services) => services
        .AddAccounts().AddActs().AddAssessments().AddAudit().AddBusinesses().AddCards().AddCarts().AddCertificates().AddChecks().AddCoachings().AddComplaints().AddConduct().AddContests().AddCuration().AddDelivery().AddDemand().AddDemo().AddEntries().AddErasures().AddFavourites().AddFeeds()
        .AddEnquiries().AddFigures().AddGroups().AddHarvests().AddHolidays().AddHome().AddImports().AddListings().AddLedger().AddLookups().AddMarketDays().AddNotices().AddOpenData().AddOrders().AddOutsideSales().AddPapers().AddPayments().AddPeople().AddPotentials().AddPrinting().AddProducts().AddProgrammes().AddPromotion().AddProspectuses().AddPulses().AddReadings().AddRegions()
        .AddRegister().AddReports().AddRestocks().AddResults().AddReviews().AddRooms().AddSales().AddSearch().AddSelections().AddSitemaps().AddStocks().AddStorefronts().AddStories().AddTakeaway().AddTill().AddVillages().AddVisitors().AddWebDomains();

    private static void Use(WebApplication app)
    {
        app.UseSpanNames();
        app.UseForwardedHeaders();
        app.UseSecurityHeaders(app.Services.GetRequiredService<CardSettings>().LeadsTo);
        app.UseKimHosts();
        app.UseAssets();
        app.UseLanguage();
        app.UsePageCache();
        app.UseErrorPages();
        app.UseSameOrigin();
        app.UseRouting();
        app.UsePageStore();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.MapHealth();
        app.MapPictures();
        app.MapPapers();
        app.MapProofs();
        app.MapSlips();
        app.MapEvidence();
        app.MapStripe();
        app.MapTakeaway();
        app.MapNotices();
        app.MapPrices();
        app.MapPromotion();
        app.MapStorefronts();
        app.MapWebDomains();
        app.MapShares();
        app.MapProspectuses();
        app.MapSitemaps();
        app.MapFeeds();
        app.MapGoodsFeeds();
        app.MapOpenData();
        app.MapRazorPages();
    }
}
