using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web;

/// <summary>How often one party may try: to sign in, to change something, and to look at the form for it.</summary>
/// <remarks>
/// Whole villages share one address of their mobile network, so these stop machines, not people: guessing one account's
/// password is stopped at the account. <c>Kim:SignInsPerMinute</c>, <c>Kim:WritesPerMinute</c>, <c>Kim:ReadsPerMinute</c> and <c>Kim:DataPerMinute</c> set other numbers.
/// </remarks>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Write = "write";
    public const string Webhook = "webhook";

    /// <summary>Files of open data, each of which may be long.</summary>
    public const string Data = "data";

    /// <summary>Messages of a provider come from a few addresses, for all sellers here.</summary>
    private const int WebhooksPerMinute = 600;

    /// <summary>
    /// In the last minute before a market day's cut-off, forty people of one village each send the four forms of an order, and half as many
    /// again go wrong. A machine that does four things a second is still no burden.
    /// </summary>
    private const int WritesPerMinute = 240;

    /// <summary>All datasets in both forms, and the same once more.</summary>
    private const int DataPerMinute = 120;

    /// <summary>The kits of ten products of a village in one minute.</summary>
    private const int DrawingsPerMinute = 120;

    /// <summary>Whoever sends a form looks at it first, at what follows, and at what the browser asks for beside.</summary>
    private const int ReadsPerWrite = 5;

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = SayWhen;
            Add(options, SignIn, AddressOf, configuration.GetValue("Kim:SignInsPerMinute", 20));
            Add(options, Webhook, AddressOf, WebhooksPerMinute);
            Add(options, Data, AddressOf, configuration.GetValue("Kim:DataPerMinute", DataPerMinute));
            var writes = configuration.GetValue("Kim:WritesPerMinute", WritesPerMinute);
            var reads = configuration.GetValue("Kim:ReadsPerMinute", ReadsPerWrite * writes);
            options.AddPolicy(Write, context => IsRead(context.Request) ? Counted($"reads {MemberOrAddressOf(context)}", reads) : Counted(MemberOrAddressOf(context), writes));
        });
        return services;
    }

    /// <summary>For what is drawn anew, which costs a second of a processor; what was drawn before is not counted.</summary>
    public static PartitionedRateLimiter<HttpContext> Drawings(IConfiguration configuration)
    {
        var drawings = configuration.GetValue("Kim:DrawingsPerMinute", DrawingsPerMinute);
        return PartitionedRateLimiter.Create<HttpContext, string>(context => Counted(AddressOf(context), drawings));
    }

    private static void Add(RateLimiterOptions options, string policy, Func<HttpContext, string> partyOf, int perMinute) =>
        options.AddPolicy(policy, context => Counted(partyOf(context), perMinute));

    private static RateLimitPartition<string> Counted(string party, int perMinute) => RateLimitPartition.GetSlidingWindowLimiter(party, _ => new()
    {
        PermitLimit = perMinute,
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = 6,
    });

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

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
