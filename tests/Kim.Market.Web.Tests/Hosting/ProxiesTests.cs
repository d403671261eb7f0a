using Microsoft.AspNetCore.Builder;

namespace Kim.Market.Web.Tests.Hosting;

public class ProxiesTests
{
    [Theory]
    [InlineData("127.0.0.1", "", "203.0.113.9", "https")]
    [InlineData("198.51.100.7", "", "198.51.100.7", "http")]
    [InlineData("198.51.100.7", "198.51.100.7", "203.0.113.9", "https")]
    [InlineData("10.1.2.3", "192.0.2.1, 10.0.0.0/8", "203.0.113.9", "https")]
    [InlineData("11.1.2.3", "192.0.2.1, 10.0.0.0/8", "11.1.2.3", "http")]
    public async Task Only_a_proxy_that_is_believed_says_who_asks(string from, string believed, string who, string scheme)
    {
        await using var bench = await Bench.Start(
            (services, _) => services.AddProxies(), app => app.UseForwardedHeaders(), ("Kim:Proxies", believed));

        var seen = await bench.Get("/", from: from, headers: [("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https")]);

        Assert.Equal(who, seen.Connection.RemoteIpAddress!.ToString());
        Assert.Equal(scheme, seen.Request.Scheme);
    }
}
