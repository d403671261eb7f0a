using System.Text.Encodings.Web;
using AngleSharp;
using AngleSharp.Dom;
using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Shared;

/// <summary>Renders one part of a page the way a page would.</summary>
internal static class Views
{
    public static async Task<IElement> Render(this ShellApp app, string partial, object? model, ModelStateDictionary? state = null)
    {
        using var scope = app.The<IServiceScopeFactory>().CreateScope();
        var view = app.The<IRazorViewEngine>().GetView(null, $"/Features/Shared/{partial}.cshtml", isMainPage: false);
        var context = Context(scope.ServiceProvider, model, state, view.EnsureSuccessful(null).View!);
        await context.View.RenderAsync(context);
        return await Read(context.Writer.ToString()!);
    }

    /// <summary>What <see cref="Draw"/> draws.</summary>
    public static Task<IElement> Drawn(this ShellApp app, Func<Draw, IHtmlContent> what)
    {
        using var writer = new StringWriter();
        what(app.The<Draw>()).WriteTo(writer, HtmlEncoder.Default);
        return Read(writer.ToString());
    }

    /// <summary>What <see cref="Draw"/> draws with addresses, for a site that lies under a path.</summary>
    public static async Task<IElement> Drawn(this ShellApp app, string under, Func<Draw, IUrlHelper, IHtmlContent> what)
    {
        using var scope = app.The<IServiceScopeFactory>().CreateScope();
        var context = new DefaultHttpContext { Request = { PathBase = under }, RequestServices = scope.ServiceProvider };
        return await app.Drawn(draw => what(draw, new UrlHelper(new(context, new RouteData(), new()))));
    }

    public static Task<IElement> Grid(this ShellApp app, ProductGrid grid) => app.Drawn("", (draw, url) => draw.Products(url, new(app.The<Icons>()), grid));

    /// <summary>Renders <c>&lt;field for="…" …&gt;</c> for one property of <paramref name="form"/>.</summary>
    public static async Task<IElement> Field(
        this ShellApp app, object form, string property, Action<FieldTag> set, ModelStateDictionary? state = null)
    {
        using var scope = app.The<IServiceScopeFactory>().CreateScope();
        var anyView = app.The<IRazorViewEngine>().GetView(null, "/Features/Shared/_Waves.cshtml", isMainPage: false).View!;
        var context = Context(scope.ServiceProvider, form, state, anyView);
        var explorer = context.ViewData.ModelExplorer.GetExplorerForProperty(property);
        var field = new FieldTag(scope.ServiceProvider.GetRequiredService<IHtmlHelper>())
        {
            For = new(property, explorer),
            ViewContext = context,
        };
        set(field);
        var output = new TagHelperOutput("field", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        await field.ProcessAsync(new([], new Dictionary<object, object>(), "field"), output);
        output.WriteTo(context.Writer, HtmlEncoder.Default);
        return await Read(context.Writer.ToString()!);
    }

    private static ViewContext Context(IServiceProvider services, object? model, ModelStateDictionary? state, IView view)
    {
        var http = new DefaultHttpContext { RequestServices = services };
        var action = new ActionContext(http, new RouteData(), new(), state ?? new());
        var data = new ViewDataDictionary(services.GetRequiredService<IModelMetadataProvider>(), action.ModelState) { Model = model };
        var temporary = new TempDataDictionary(http, services.GetRequiredService<ITempDataProvider>());
        return new(action, view, data, temporary, new StringWriter(), new());
    }

    private static async Task<IElement> Read(string html) =>
        (await BrowsingContext.New().OpenAsync(request => request.Content(html), TestContext.Current.CancellationToken)).Body!;
}
