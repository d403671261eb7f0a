namespace Kim.Market.Web.Features.Accounts;

/// <summary>What kind of browser on what kind of machine: enough to know one's own devices, too little to follow anybody.</summary>
internal static class Device
{
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Machines =
    [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("CrOS", "Chromebook"), ("Mac OS", "Mac"), ("Linux", "Linux"),
    ];

    public static string Of(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        return string.Join(", ", new[] { NameIn(agent, Browsers), NameIn(agent, Machines) }.OfType<string>());
    }

    private static string? NameIn(string agent, (string Sign, string Name)[] known) =>
        known.FirstOrDefault(pair => agent.Contains(pair.Sign, StringComparison.Ordinal)).Name;
}
