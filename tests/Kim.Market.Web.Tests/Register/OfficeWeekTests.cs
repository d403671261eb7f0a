using Kim.Market.Domain;
using Kim.Market.Domain.Decrees;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Tests.Register;

/// <summary>What an officer should look after this week: read from decrees, in their own region alone.</summary>
public sealed class OfficeWeekTests : IAsyncLifetime
{
    private readonly MarketApp _app = new();
    private Cast _cast = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        _cast = new(_app.Services);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_decree_that_ends_soon_is_named_until_a_later_one_is_there()
    {
        var (soon, late) = ((await _cast.Stall(kim: await _cast.Kim("KIM Hampir Habis"))).Kim, (await _cast.Stall(kim: await _cast.Kim("KIM Masih Lama"))).Kim);
        var today = DateFormat.DayIn(_app.Clock.GetUtcNow(), Zone.Wita);
        await Decree("100/1", soon, today.AddDays(40));
        await Decree("100/2", late, today.AddDays(400));
        var member = await _cast.Officer();
        var officer = _app.As(member);

        await officer.Visit("/dinas");
        Assert.Equal(["SK 1 KIM berakhir atau sudah berakhir"], officer.Texts("[data-test=week-item] b"));
        Assert.Contains($"Paling dekat KIM Hampir Habis, {DateFormat.Full(today.AddDays(40))}.", officer.Text("week"), StringComparison.Ordinal);
        Assert.Null((await _app.As(await _cast.Officer("31.71")).Visit("/dinas")).Find("week"));

        _app.Clock.Advance(TimeSpan.FromDays(45));
        officer = _app.As(member); // whoever is away for so long signs in again
        Assert.Contains($"KIM Hampir Habis sejak {DateFormat.Full(today.AddDays(40))}.", (await officer.Visit("/dinas")).Text("week"), StringComparison.Ordinal);

        await Decree("100/3", soon, today.AddDays(700));
        Assert.DoesNotContain("SK 1 KIM", (await officer.Visit("/dinas")).Text("main"), StringComparison.Ordinal);
    }

    private async Task Decree(string number, Id<Group> kim, DateOnly until)
    {
        var (id, now) = (Id<Decree>.New(), _app.Clock.GetUtcNow());
        Assert.Null(await _app.Marketplace.BeginAsync(
            id, Domain.Decrees.Decree.Record(id, number, "Pembentukan KIM", DecreeIssuer.VillageHead, RegionCode.Parse("64.02"), new(2020, 1, 1), until, null, now), new Metadata(), Ct));
        Assert.Null(await _app.Marketplace.TellAsync(id, (Decree known) => known.Name(kim, now), new Metadata(), Ct));
    }
}
