using Kim.Market.Web.Features.Enquiries;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Enquiries;

/// <summary>Where many KIM work, the one from whose page somebody comes is still the one that is asked.</summary>
public sealed class CrowdedVillageTests : IAsyncLifetime
{
    private readonly MarketApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_KIM_somebody_comes_from_or_has_chosen_is_never_left_out()
    {
        var cast = new Cast(_app.Services);
        var last = await cast.Kim("KIM Zamrud Contoh");
        for (var other = 0; other < 15; other++)
        {
            await cast.Kim("KIM Anggrek Contoh");
        }

        var targets = _app.Services.GetRequiredService<EnquiryTargets>();
        var (usual, _) = await targets.OfAsync(Cast.Village, null, null, null, null, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(usual, kim => kim.GroupId == last.Value);
        var (chosen, _) = await targets.OfAsync(Cast.Village, null, null, null, last.Value, TestContext.Current.CancellationToken);
        Assert.Equal(last.Value, chosen[0].GroupId);
        Assert.Equal(usual.Count, chosen.Count);

        var (come, _) = await targets.OfAsync(Cast.Village, null, null, chosen[0].Slug, null, TestContext.Current.CancellationToken);
        Assert.Equal(last.Value, come[0].GroupId);
    }
}
