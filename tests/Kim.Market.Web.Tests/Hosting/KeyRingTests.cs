using Kim.Market.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Hosting;

public class KeyRingTests(MarketApp market)
{
    [Fact]
    public void What_one_node_has_sealed_another_can_open()
    {
        using var one = Node();
        using var other = Node();

        var seal = one.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Protect("keranjang");

        Assert.Equal("keranjang", other.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(seal));
    }

    private ServiceProvider Node() => new ServiceCollection().AddLogging().AddSingleton(market.Db).AddKeyRing().BuildServiceProvider();
}
