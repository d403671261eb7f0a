using System.Text.Unicode;
using Kim.Market.Web.Access;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Kim.Market.Web.Features;

/// <summary>What every page stands on: its words, its icons, its forms.</summary>
public static class ShellFeature
{
    /// <summary>Registers Razor Pages under <c>/Features</c>, with the words, the icons and the assets.</summary>
    public static IMvcBuilder AddShell(this IServiceCollection services)
    {
        services.AddAssets();
        services.AddSingleton<Words>();
        services.AddSingleton<Icons>();
        services.AddSingleton<Draw>();
        services.AddSingleton<Frame>();
        services.AddScoped<IconsInUse>();
        services.AddScoped<PageHead>();

        // names and sentences are not ASCII; encoding them letter by letter only makes pages longer
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddSingleton<IConfigureOptions<MvcOptions>, BindingMessages>();
        services.AddOptions<MvcDataAnnotationsLocalizationOptions>().PostConfigure<Words>(
            (options, words) => options.DataAnnotationLocalizerProvider = (_, _) => new WordsLocalizer(words));

        return services
            .AddRazorPages(options => options.RootDirectory = "/Features")
            .AddMvcOptions(options =>
            {
                options.Filters.Add<HandlerGate>();
                options.ModelBinderProviders.Insert(0, new RupiahBinder());
                options.ModelMetadataDetailsProviders.Add(new BuiltInMessages());
            })
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false)
            .AddDataAnnotationsLocalization();
    }
}
