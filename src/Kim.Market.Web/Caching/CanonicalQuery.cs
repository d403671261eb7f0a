using Microsoft.AspNetCore.WebUtilities;

namespace Kim.Market.Web.Caching;

/// <summary>One spelling for queries that mean the same: sorted by name, without empty parameters.</summary>
internal static class CanonicalQuery
{
    /// <summary>The whole query in its one spelling.</summary>
    public static string Of(string? query) => Of(query, declared: null);

    /// <summary>The declared parameters of the query in their one spelling.</summary>
    public static string Of(string? query, IReadOnlyCollection<string>? declared)
    {
        if (query is not { Length: > 1 })
        {
            return "";
        }

        var parameters = new List<(string Name, string Text)>();
        foreach (var pair in new QueryStringEnumerable(query))
        {
            var name = pair.DecodeName().ToString();
            if (pair.EncodedValue.Length > 0 && declared?.Contains(name, StringComparer.OrdinalIgnoreCase) != false)
            {
                var value = pair.DecodeValue().ToString();
                parameters.Add((name, $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}"));
            }
        }

        // OrderBy keeps the order of equals: two values of one parameter mean what their order means
        var sorted = parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal);
        return string.Join('&', sorted.Select(parameter => parameter.Text));
    }
}
