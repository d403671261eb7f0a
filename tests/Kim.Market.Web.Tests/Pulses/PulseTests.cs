using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Pulses;
using Kim.Market.Web.Format;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Pulses;

/// <summary>Five KIM with different pasts, and a clock that moves on: in a market of their own.</summary>
public sealed class PulseTests : IAsyncLifetime
{
    private readonly MarketApp _app = new();
    private readonly Dictionary<string, Id<Group>> _kim = [];

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        foreach (var (name, days) in new[] { ("weekly", 3), ("lately", 20), ("quiet", 45), ("still", 100), ("logins", 60) })
        {
            _kim[name] = await Born(name, days);
        }

        await Followed();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_pulse_is_what_was_done_last_and_moves_with_the_clock_as_events()
    {
        await Sweep();
        Assert.Equal("Active Active Quiet Still Quiet", await Pulses());
        Assert.Equal(0, await Sweep());

        var visitor = _app.Visitor();
        await visitor.Visit($"/kim/{await SlugOf("quiet")}");
        Assert.Contains("Sepi", visitor.Text("pulse"), StringComparison.Ordinal);
        Assert.Equal(2, visitor.All("act").Count); // it was opened, and a stall was approved
        await visitor.Visit(visitor.Find("[data-test=act] a")!.GetAttribute("href")!);
        Assert.Contains("UMKM disetujui", visitor.Text("main"), StringComparison.Ordinal);

        // its board reads the same, and what wakes it with the least work
        var cast = new Cast(_app.Services);
        var board = await _app.As(await cast.Curator(_kim["quiet"])).Visit("/kelola");
        Assert.Contains("Sepi", board.Text("pulse"), StringComparison.Ordinal);
        Assert.StartsWith("Menjadi vakum pada", board.Text("pulse-until"), StringComparison.Ordinal);
        Assert.Equal("Paling ringan: bantu satu penjual menayangkan produk baru.", board.Text("pulse-step"));
        await cast.Newcomer(kim: _kim["quiet"]);
        Assert.StartsWith("Paling ringan: setujui 1 usaha", (await board.Visit("/kelola")).Text("pulse-step"), StringComparison.Ordinal);
        await cast.Sent(await cast.Stall(kim: _kim["weekly"]));
        var weekly = await _app.As(await cast.Curator(_kim["weekly"])).Visit("/kelola");
        Assert.StartsWith("Tetap aktif sampai", weekly.Text("pulse-until"), StringComparison.Ordinal);
        Assert.StartsWith("Paling ringan: periksa 1 produk", weekly.Text("pulse-step"), StringComparison.Ordinal);
        Assert.Equal("/kelola/kurasi", weekly.Find("[data-test=pulse-step] a")!.GetAttribute("href"));

        // the office counts them, and yesterday's count stays what it was
        var officer = await cast.Officer();
        Assert.Equal(["Denyut aktif: 2", "Denyut sepi: 2", "Denyut vakum: 1"], await Counted(officer));
        Assert.Null((await _app.As(officer).Visit("/dinas")).Find("week")); // nothing to do this week
        var yesterday = PastDay.Of(DateFormat.DayIn(_app.Clock.GetUtcNow(), Zone.Wita));

        _app.Clock.Advance(TimeSpan.FromDays(31));
        await Sweep();
        Assert.Equal("Quiet Quiet Quiet Still Still", await Pulses());
        Assert.Equal(["Denyut aktif: 0", "Denyut sepi: 3", "Denyut vakum: 2"], await Counted(officer));
        var week = await _app.As(officer).Visit("/dinas");
        Assert.Equal(["1 produk menunggu kurasi lebih dari tiga hari", "1 KIM sepi akan vakum dalam tiga minggu"], week.Texts("[data-test=week-item] b"));
        Assert.Contains("Paling banyak di KIM weekly", week.Text("week"), StringComparison.Ordinal);
        Assert.Contains("Paling dekat KIM quiet", week.Text("week"), StringComparison.Ordinal);
        Assert.Null((await _app.As(await cast.Officer("31.71")).Visit("/dinas")).Find("week"));
        Assert.Equal(["Denyut aktif: 2", "Denyut sepi: 2", "Denyut vakum: 1"], await Counted(officer, $"?per={yesterday}"));
        Assert.Equal(["KIM lately", "KIM weekly"], await Listed(officer, $"?per={yesterday}&denyut=Active"));
        var told = await _app.Services.GetRequiredService<EventStore>().ReadManyAsync([_kim["weekly"].Value], default);
        Assert.Equal([GroupPulse.Active, GroupPulse.Quiet], told[_kim["weekly"].Value].Select(recorded => recorded.Data).OfType<GroupPulseChanged>().Select(e => e.Pulse));

        // the directory narrows by it
        await visitor.Visit("/kim?denyut=Still");
        Assert.Equal(2, visitor.All("kim-card").Count);

        // doing something wakes it on the next look
        await Approve(_kim["still"], _app.Clock.GetUtcNow());
        await Followed();
        await Sweep();
        Assert.Equal("Quiet Quiet Quiet Active Still", await Pulses());

        // an office may draw the line elsewhere
        var office = await new Cast(_app.Services).Office(Cast.Village.Regency);
        await Agreed(_app.Marketplace.TellAsync(
            office, (Office known) => known.SetRules(new(QuietAfter: 40, StillAfter: 200, MinMembers: 3), _app.Clock.GetUtcNow()), new Metadata(), default));
        await Followed();
        await Sweep();
        Assert.Equal("Active Quiet Quiet Active Quiet", await Pulses());
    }

    [Fact]
    public async Task The_register_of_a_day_is_what_stood_in_it_then()
    {
        var officer = await new Cast(_app.Services).Officer();
        var (kim, monday) = (_kim["weekly"], _app.Clock.GetUtcNow());
        await Step(1, known => known.Suspend(SuspensionReason.FalseData, "Alamat tidak ditemukan.", null, _app.Clock.GetUtcNow()));
        await Step(1, known => known.LiftSuspension("Alamat benar.", _app.Clock.GetUtcNow()));
        await Step(1, known => known.Dissolve("Bubar atas kemauan sendiri.", null, _app.Clock.GetUtcNow()));
        string[] told = [.. await Task.WhenAll(Enumerable.Range(-1, 5).Select(async days => await StateOn(monday.AddDays(days))))];
        Assert.Equal(["Aktif", "Aktif", "Dibekukan", "Aktif", "Bubar"], told);
        Assert.Equal(["Bubar"], (await _app.As(officer).Visit("/dinas/kim?q=KIM+weekly")).All("[data-test=register-row] td:nth-child(2)").Select(cell => cell.TextContent));

        // before there was any, there was none
        Assert.Equal("Tidak ada KIM yang cocok.", (await _app.As(officer).Visit("/dinas/kim?per=2001-01-01")).Text("empty"));
        foreach (var odd in new[] { "2999-01-01", "kemarin", "2026-02-31" })
        {
            var page = await _app.As(officer).Visit($"/dinas/kim?per={odd}");
            Assert.Equal("Pilih tanggal yang sudah lewat, atau hari ini.", page.Text("field-error"));
        }

        async Task Step(int days, Func<Group, Decision<GroupEvent>> decide)
        {
            _app.Clock.Advance(TimeSpan.FromDays(days));
            await Agreed(_app.Marketplace.TellAsync(kim, decide, new Metadata(), default));
        }

        async Task<string> StateOn(DateTimeOffset moment)
        {
            var page = await _app.As(officer).Visit($"/dinas/kim?q=KIM+weekly&per={PastDay.Of(DateFormat.DayIn(moment, Zone.Wita))}");
            Assert.StartsWith("Daftar KIM per", page.Text("h1"), StringComparison.Ordinal);
            return page.Find("[data-test=register-row] td")!.TextContent;
        }
    }

    private async Task<IEnumerable<string>> Counted(Id<Member> officer, string query = "")
    {
        var page = await _app.As(officer).Visit($"/dinas/kim{query}");
        Assert.StartsWith("Daftar KIM", page.Text("h1"), StringComparison.Ordinal);
        return page.All("pulse-chip").Select(chip => chip.TextContent.ToLowerInvariant().Replace("denyut", "Denyut", StringComparison.Ordinal));
    }

    private async Task<IEnumerable<string>> Listed(Id<Member> officer, string query) =>
        (await _app.As(officer).Visit($"/dinas/kim{query}")).All("[data-test=register-row] a").Select(link => link.TextContent);

    private Task<int> Sweep() => _app.Services.GetRequiredService<PulseWatch>().SweepAsync(default);

    private async Task<Id<Group>> Born(string name, int days)
    {
        var (id, at) = (Id<Group>.New(), _app.Clock.GetUtcNow().AddDays(-days));
        await Agreed(_app.Marketplace.BeginAsync(
            id, Group.Propose(id, $"KIM {name}", $"kim-{name}", Cast.Village, GroupBasis.Territorial, [], "", at.AddDays(-1)), new Metadata(), default));
        await Agreed(_app.Marketplace.TellAsync(id, (Group known) => known.Verify(at.AddDays(-1)), new Metadata(), default));
        await Agreed(_app.Marketplace.TellAsync(id, (Group known) => known.Activate(at.AddDays(-1)), new Metadata(), default));
        await Approve(id, at);
        return id;
    }

    private async Task Approve(Id<Group> kim, DateTimeOffset at)
    {
        var stall = Id<Business>.New();
        await Agreed(_app.Marketplace.BeginAsync(
            stall, Business.Register(stall, kim, "Dapur Contoh", $"dapur-{stall.Value:N}", BusinessKind.Individual, Cast.Village, "", at), new Metadata(), default));
        await Agreed(_app.Marketplace.TellAsync(
            stall, (Business _) => Business.SetHandover("Balai", "08.00–16.00", null, null, at), new Metadata(), default));
        await Agreed(_app.Marketplace.TellAsync(stall, (Business known) => known.Approve(at), new Metadata(), default));
    }

    private async Task<string> Pulses()
    {
        var names = new List<string>();
        foreach (var kim in _kim.Values)
        {
            names.Add(((GroupPulse)(await _app.Db.QueryAsync(
                $"select pulse from groups where group_id = {kim.Value}", row => row.GetInt16(0), default)).Single()).ToString());
        }

        return string.Join(' ', names);
    }

    private async Task<string> SlugOf(string name) =>
        (await _app.Db.QueryAsync($"select slug from groups where group_id = {_kim[name].Value}", row => row.GetString(0), default)).Single();

    private async Task Followed()
    {
        _ = _app.Server;
        for (var patience = 0; patience < 200; patience++)
        {
            var behind = await _app.Db.QueryAsync(
                $"""
                select (select coalesce(max(seq_id), 0) from events.mt_events)
                    - coalesce((select last_seq_id from events.mt_event_progression where name = 'pulses:All'), 0)
                """, row => row.GetInt64(0), default);
            if (behind[0] == 0)
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The acts do not catch up with the events.");
    }

    private static async Task Agreed(Task<Refusal?> answer) => Assert.Null(await answer);
}
