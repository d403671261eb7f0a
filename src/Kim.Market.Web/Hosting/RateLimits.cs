using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web;

/// <summary>How often one party may try: to sign in, and to change something.</summary>
/// <remarks>
/// Whole villages share one address of their mobile network, so these stop machines, not people: guessing one account's
/// password is stopped at the account. <c>Kim:SignInsPerMinute</c> and <c>Kim:WritesPerMinute</c> set other numbers.
/// </remarks>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Write = "write";
    public const string Webhook = "webhook";

    /// <summary>Messages of a provider come from a few addresses, for all sellers here.</summary>
    private const int WebhooksPerMinute = 600;

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = SayWhen;
            Add(options, SignIn, AddressOf, configuration.GetValue("Kim:SignInsPerMinute", 20));
            Add(options, Webhook, AddressOf, WebhooksPerMinute);
            Add(options, Write, MemberOrAddressOf, configuration.GetValue("Kim:WritesPerMinute", 60));
        });
        return services;
    }

    private static void Add(RateLimiterOptions options, string policy, Func<HttpContext, string> partyOf, int perMinute) =>
        options.AddPolicy(policy, context => RateLimitPartition.GetSlidingWindowLimiter(partyOf(context), _ => new()
        {
            PermitLimit = perMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));

    private static string MemberOrAddressOf(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? AddressOf(context);

    /// <remarks>Of IPv6 only the network counts: a single connection owns all the addresses in it.</remarks>
    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => new IPAddress([.. address.GetAddressBytes().Take(8), .. new byte[8]]).ToString(),
        var address => address.ToString(),
    };

    private static ValueTask SayWhen(OnRejectedContext rejected, CancellationToken ct)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(10);
        rejected.HttpContext.Response.Headers.RetryAfter =
            Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
