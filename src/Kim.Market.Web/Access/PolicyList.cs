using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Kim.Market.Web.Access;

/// <summary>One way into the market, and who may take it.</summary>
/// <param name="Methods">GET, POST …</param>
/// <param name="Handler">Of a page: which of its buttons; null for the page itself.</param>
/// <param name="Page">Of a page: the name of its model.</param>
/// <param name="Policy">Null where nobody has said: a test does not let that pass.</param>
/// <param name="IsOwn">Whether the handler has a policy of its own and not the page's.</param>
public sealed record Doorway(string Route, IReadOnlyList<string> Methods, string? Handler, string? Page, PolicyAttribute? Policy, bool IsOwn);

/// <summary>Every way in, read from the routes as the program maps them.</summary>
public sealed class PolicyList(EndpointDataSource endpoints, PageLoader pages)
{
    public async Task<IReadOnlyList<Doorway>> AllAsync()
    {
        var doorways = new List<Doorway>();
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                doorways.AddRange(Of(route, await pages.LoadAsync(page, endpoint.Metadata)));
            }
            else
            {
                var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
                doorways.Add(new(route, methods, null, null, endpoint.Metadata.GetMetadata<PolicyAttribute>(), IsOwn: true));
            }
        }

        return [.. doorways.OrderBy(door => door.Route, StringComparer.Ordinal)];
    }

    private static IEnumerable<Doorway> Of(string route, CompiledPageActionDescriptor page)
    {
        var model = page.ModelTypeInfo!;
        var policy = model.GetCustomAttribute<PolicyAttribute>();
        yield return new(route, ["GET"], null, model.FullName, policy, IsOwn: true);
        foreach (var handler in page.HandlerMethods.Where(handler => HttpMethods.IsPost(handler.HttpMethod)))
        {
            var own = handler.MethodInfo.GetCustomAttribute<PolicyAttribute>();
            yield return new(route, ["POST"], handler.Name ?? "", model.FullName, own ?? policy, own is not null);
        }
    }
}
