using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Shared;

/// <summary>Renders one partial the way a page would.</summary>
internal static class Views
{
    public static async Task<IElement> Render(this ShellApp app, string partial, object? model, ModelStateDictionary? state = null)
    {
        using var scope = app.The<IServiceScopeFactory>().CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var action = new ActionContext(context, new RouteData(), new(), state ?? new());
        var view = app.The<IRazorViewEngine>().GetView(null, $"/Features/Shared/{partial}.cshtml", isMainPage: false);
        await using var html = new StringWriter();
        var data = new ViewDataDictionary(app.The<IModelMetadataProvider>(), action.ModelState) { Model = model };
        await view.EnsureSuccessful(null).View!.RenderAsync(
            new(action, view.View, data, new TempDataDictionary(context, scope.ServiceProvider.GetRequiredService<ITempDataProvider>()), html, new()));

        var page = await BrowsingContext.New().OpenAsync(request => request.Content(html.ToString()), TestContext.Current.CancellationToken);
        return page.Body!;
    }
}
