using System.Diagnostics;

namespace Kim.Market.Web.Features.Errors;

/// <summary>A number short enough to be read out on the phone, which is also in the log.</summary>
internal static class Reference
{
    private const int Length = 8;

    public static string Of(HttpContext context)
    {
        var trace = Activity.Current?.TraceId.ToHexString()
            ?? context.TraceIdentifier.Replace(":", "", StringComparison.Ordinal);
        var last = trace.Length > Length ? trace[^Length..] : trace;
        return $"{last[..(last.Length / 2)]}-{last[(last.Length / 2)..]}".ToUpperInvariant();
    }
}
