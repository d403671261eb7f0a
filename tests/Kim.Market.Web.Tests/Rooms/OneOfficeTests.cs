using Kim.Market.Domain;
using Kim.Market.Domain.Installations;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Rooms;

public class OneOfficeTests(MarketApp app)
{
    [Fact]
    public async Task A_region_has_one_office_however_many_press_at_once()
    {
        var runs = Id<Member>.New();
        await app.Marketplace.TellAsync(
            Installation.Id, (Installation known) => Installation.Appoint(known, runs, app.Clock.GetUtcNow()), new Metadata(), TestContext.Current.CancellationToken);
        var operators = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.As(runs).Visit("/operator")));

        await Task.WhenAll(operators.Select(one => one.Submit("open-office", ("Input.Region", "61.72"))));

        Assert.Single(operators, one => one.Text("flash").Contains("Dinas sudah dibuka", StringComparison.Ordinal));
        Assert.Equal(3, operators.Count(one => one.Text("refusal").Contains("sudah punya dinas", StringComparison.Ordinal)));
        Assert.Equal([1L], await app.Db.QueryAsync($"select count(*) from offices where region = '61.72'", row => row.GetInt64(0), default));
    }
}
