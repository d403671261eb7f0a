using Kim.Market.Domain;
using Kim.Market.Domain.Installations;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Ledger;

/// <summary>A market of its own, whose rows are broken on purpose.</summary>
public class LedgerCheckTests(StruckMarket market) : IClassFixture<StruckMarket>
{
    [Theory]
    [InlineData("changed")]
    [InlineData("gone")]
    [InlineData("come")]
    public async Task A_row_that_is_not_what_the_events_say_is_named_and_healed_beside_the_live_table(string how)
    {
        var checks = market.App.Services.GetRequiredService<LedgerChecks>();
        Assert.Equal(0, await checks.RunAsync(TestContext.Current.CancellationToken));
        var events = await CountAsync();
        await market.App.Db.ExecuteAsync(how switch
        {
            "changed" => $"update ledger_entries set amount = amount + 5000 where subject = {market.Order.Value} and metric = {(short)Metric.CompletedOrder}",
            "gone" => $"delete from ledger_entries where subject = {market.Order.Value} and metric = {(short)Metric.CompletedOrder}",
            _ => (Sql)$"insert into ledger_entries select metric, gen_random_uuid(), stream, version, at, recorded, ended_at, ended_recorded, ended_stream, ended_version, amount, group_id, business_id, village, themes, sections, section_amounts, distance, returning_buyer, seal from ledger_entries where subject = {market.Order.Value} and metric = {(short)Metric.CompletedOrder}",
        }, TestContext.Current.CancellationToken);

        Assert.NotEqual(0, await checks.RunAsync(TestContext.Current.CancellationToken));
        var found = await checks.LastAsync(TestContext.Current.CancellationToken);
        Assert.Contains(found.Troubles, trouble => trouble.StartsWith("ledger_entries (3,", StringComparison.Ordinal));
        if (how != "come")
        {
            Assert.Contains(found.Troubles, trouble => trouble.Contains(market.Order.ToString(), StringComparison.Ordinal));
        }

        var operatorPage = market.App.As(await OperatorAsync());
        await operatorPage.Visit("/operator");
        await operatorPage.Visit(operatorPage.Find("check-link")!.GetAttribute("href")!);
        Assert.NotEmpty(operatorPage.All("trouble"));
        var officer = await market.App.As(await new Cast(market.App.Services).Officer()).Visit("/dinas/angka");
        Assert.Contains("Angka tidak cocok dengan catatan kejadian", officer.Text("check"), StringComparison.Ordinal);

        await operatorPage.Submit("rebuild-form");
        Assert.NotNull(operatorPage.Find("progress"));
        Assert.Equal(0, await checks.RunAsync(TestContext.Current.CancellationToken));

        Assert.True((await checks.LastAsync(TestContext.Current.CancellationToken)).IsGood);
        Assert.Contains("Angka cocok dengan catatan kejadian", (await operatorPage.Visit("/operator/pemeriksaan")).Text("check"), StringComparison.Ordinal);
        Assert.Equal(events, await CountAsync());
    }

    private async Task<long> CountAsync() => (await market.App.Db.QueryAsync(
        $"select count(*) from events.mt_events where type not like 'office%' and type not like 'operator%'", row => row.GetInt64(0), TestContext.Current.CancellationToken))[0];

    private async Task<Id<Member>> OperatorAsync()
    {
        var member = Id<Member>.New();
        Assert.Null(await market.App.Marketplace.TellAsync<Installation, InstallationEvent>(
            Installation.Id, known => Installation.Appoint(known, member, market.App.Clock.GetUtcNow()), new Metadata(), TestContext.Current.CancellationToken));
        return member;
    }
}
