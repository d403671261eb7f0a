using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Storefronts;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Tests.Storefronts;

/// <summary>What a kept page says of now stays true: announcements end and doors open and close by the clock alone.</summary>
public sealed class StorefrontTimeTests : IAsyncLifetime
{
    // Less than any page is kept for, and longer than a test takes to look at one.
    private static readonly TimeSpan Shortly = TimeSpan.FromSeconds(20);

    // By then nothing that was done before drops a page any more.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(1);

    private readonly MarketApp _app = new();
    private Cast _cast = null!;

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        _cast = new(_app.Services);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_announcement_is_gone_from_a_kept_page_after_its_day()
    {
        var stall = await _cast.Stall();
        var slug = await SlugOf(stall);
        var writer = _app.As(await _cast.Curator(stall.Kim, GroupRole.Writer));
        var path = $"/kelola/{slug}/etalase";
        await writer.Visit(path);
        await writer.Submit("announce-form", ("Input.Announcement", "Dapur libur besok."), ("Input.Until", ""));
        Assert.Equal("Dapur libur besok.", writer.Text("#Input_Announcement"));
        var today = DateFormat.DayIn(_app.Clock.GetUtcNow(), Zone.Wita);
        await writer.Submit("announce-form", ("Input.Announcement", "Dapur libur besok."), ("Input.Until", PastDay.Of(today.AddDays(-1))));
        Assert.Contains("Hari terakhirnya sudah lewat", writer.Text("refusal"), StringComparison.Ordinal);
        await writer.Submit("announce-form", ("Input.Announcement", "Dapur libur besok."), ("Input.Until", "9999-12-31"));
        Assert.NotNull(writer.Find("refusal"));
        await writer.Submit("announce-form", ("Input.Announcement", "Dapur libur besok."), ("Input.Until", PastDay.Of(today)));
        Assert.Contains("Dapur libur besok.", writer.Text("announced"), StringComparison.Ordinal);

        var reader = await _app.Visitor().Visit($"/kim/{slug}");
        Assert.Contains("Dapur libur besok.", reader.Text("announcement"), StringComparison.Ordinal);
        await reader.Visit($"/kim/{slug}");
        Assert.NotNull(reader.Find("announcement"));

        await Task.Delay(Settled, TestContext.Current.CancellationToken);
        // kept shortly before its end, and not a second longer than that
        _app.Clock.Advance(PastDay.EndOf(today, Zone.Wita) - _app.Clock.GetUtcNow() - Shortly);
        await reader.Visit($"/kim/{slug}");
        Assert.NotNull(reader.Find("announcement"));
        _app.Clock.Advance(Shortly);
        await reader.Visit($"/kim/{slug}");
        Assert.Null(reader.Find("announcement"));

        // taken back before its day is over
        await writer.Visit(path);
        await writer.Submit("announce-form", ("Input.Announcement", "Buka lagi."), ("Input.Until", PastDay.Of(today.AddDays(9))));
        await reader.Visit($"/kim/{slug}");
        Assert.Contains("Buka lagi.", reader.Text("announcement"), StringComparison.Ordinal);
        await writer.Submit("end-announcement");
        await reader.Visit($"/kim/{slug}");
        Assert.Null(reader.Find("announcement"));
    }

    [Fact]
    public async Task A_kept_page_says_open_only_while_it_is()
    {
        var stall = await _cast.Stall();
        var slug = await SlugOf(stall);
        var writer = _app.As(await _cast.Curator(stall.Kim));
        await writer.Visit($"/kelola/{slug}/etalase");
        await writer.Submit("front-form", [.. Enumerable.Range(0, 7).SelectMany(day => new[] { ($"Input.Hours[{day}].Opens", "00:00"), ($"Input.Hours[{day}].Closes", "23:00") })]);

        var reader = await _app.Visitor().Visit($"/kim/{slug}");
        var local = _app.Clock.GetUtcNow().ToOffset(Zone.Wita.Offset);
        Assert.Contains(local.Hour < 23 ? "Buka sekarang" : "Tutup sekarang", reader.Text("open-now"), StringComparison.Ordinal);

        var closes = new DateTimeOffset(local.Date.AddHours(23), Zone.Wita.Offset);
        await Task.Delay(Settled, TestContext.Current.CancellationToken);
        _app.Clock.Advance((local.Hour < 23 ? closes : closes.AddDays(1)) - _app.Clock.GetUtcNow() - Shortly);
        await reader.Visit($"/kim/{slug}");
        Assert.Contains("Buka sekarang, sampai 23.00 WITA", reader.Text("open-now"), StringComparison.Ordinal);
        _app.Clock.Advance(Shortly);
        await reader.Visit($"/kim/{slug}");
        Assert.Contains("Tutup sekarang, buka lagi", reader.Text("open-now"), StringComparison.Ordinal);

        _app.Clock.Advance(TimeSpan.FromHours(1));
        await reader.Visit($"/kim/{slug}");
        Assert.Contains("Buka sekarang, sampai 23.00 WITA", reader.Text("open-now"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_door_turns_at_its_own_second()
    {
        OpeningTime[] hours = [new(DayOfWeek.Monday, new(8, 0), new(16, 0))];
        var monday = new DateTimeOffset(2026, 3, 2, 0, 0, 0, Zone.Wita.Offset);

        Assert.Null(Opening.At([], Zone.Wita, monday));
        Assert.Equal(new(false, monday.AddHours(8)), Opening.At(hours, Zone.Wita, monday.AddHours(8).AddTicks(-1)));
        Assert.Equal(new(true, monday.AddHours(16)), Opening.At(hours, Zone.Wita, monday.AddHours(8)));
        Assert.Equal(new(true, monday.AddHours(16)), Opening.At(hours, Zone.Wita, monday.AddHours(16).AddTicks(-1)));
        Assert.Equal(new(false, monday.AddDays(7).AddHours(8)), Opening.At(hours, Zone.Wita, monday.AddHours(16)));
    }

    private async Task<string> SlugOf(Stall stall) => (await _app.Db.QueryAsync(
        $"select slug from groups where group_id = {stall.Kim.Value}", row => row.GetString(0), default)).Single();
}
