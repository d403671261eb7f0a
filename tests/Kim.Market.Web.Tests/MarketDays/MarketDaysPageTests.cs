using System.Globalization;
using System.Net;
using Kim.Market.Domain.Groups;

namespace Kim.Market.Web.Tests.MarketDays;

public sealed class MarketDaysPageTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    public static (string Field, string Value)[] Saturday(string spot = "Balai Desa Sari Jaya", string shared = "12.000") =>
    [
        ("Input.Spot", spot), ("Input.Where", "Sari Jaya, Sanga Sanga"), ("Input.Days", "Saturday"), ("Input.Opens", "08:00"), ("Input.Closes", "11.00"),
        ("Input.CutOffDays", "2"), ("Input.CutOff", "18:00"), ("Input.Shared", shared), ("Input.Note", "Bawa tas sendiri"),
    ];

    private static (string Field, string Value)[] But(string field, string value) => [.. Saturday().Where(answer => answer.Field != field), (field, value)];

    private async Task<Browser> Keeper(GroupRole role = GroupRole.Curator)
    {
        var kim = await _cast.Kim();
        return app.As(await _cast.Curator(kim, role));
    }

    [Fact]
    public async Task A_kim_opens_a_market_day_changes_it_calls_a_date_off_and_ends_it()
    {
        var keeper = await Keeper();
        await keeper.Visit("/kelola/hari-pasar");
        Assert.Empty(keeper.All("market-day"));

        await keeper.Submit("market-form", Saturday());

        Assert.Contains("Tersimpan", keeper.Text("flash"), StringComparison.Ordinal);
        Assert.StartsWith("Sabtu, 08.00–11.00 WITA", keeper.Text("[data-test=market-day] h2"), StringComparison.Ordinal);
        Assert.Contains("pesan sebelum Kamis 18.00, ongkir bersama Rp12.000 per pembeli. Bawa tas sendiri", keeper.Text("market-day"), StringComparison.Ordinal);
        Assert.Equal(4, keeper.All("market-date").Count);
        Assert.All(keeper.Texts("market-date"), date => Assert.StartsWith("Sabtu, ", date, StringComparison.Ordinal));

        await keeper.Visit(keeper.Find("change-market-day")!.GetAttribute("href")!);
        Assert.Equal("Balai Desa Sari Jaya", keeper.Find("#Input_Spot")!.GetAttribute("value"));
        Assert.Equal("08:00", keeper.Find("#Input_Opens")!.GetAttribute("value"));
        await keeper.Submit("market-form", ("Input.Shared", "0"), ("Input.Spot", "Dermaga Sanga Sanga"));
        Assert.Contains("Dermaga Sanga Sanga", keeper.Text("market-day"), StringComparison.Ordinal);
        Assert.Contains("tanpa ongkir", keeper.Text("market-day"), StringComparison.Ordinal);

        await keeper.Submit("call-off-date", ("Input.Reason", "Jalan terendam"));
        Assert.Contains("Dibatalkan: Jalan terendam", keeper.Texts("market-date")[0], StringComparison.Ordinal);

        await keeper.Submit("end-market-day");
        Assert.Empty(keeper.All("market-day"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var keeper = await Keeper();
        await keeper.Visit("/kelola/hari-pasar");

        await keeper.Submit("market-form", But("Input.Closes", "07:00"));

        Assert.Equal("Jam tutup harus sesudah jam buka.", keeper.Text("#Input_Closes-salah"));
        Assert.Equal("Balai Desa Sari Jaya", keeper.Find("#Input_Spot")!.GetAttribute("value"));
        await keeper.Submit("market-form", But("Input.Where", "Zzqxwv"));
        Assert.Contains("Tidak ada desa atau kelurahan bernama", keeper.Text("#Input_Where-salah"), StringComparison.Ordinal);
        await keeper.Submit("market-form", But("Input.Opens", "pagi"));
        Assert.Equal("Tulis jamnya, contoh 08.00.", keeper.Text("#Input_Opens-salah"));
    }

    [Fact]
    public async Task Pressing_ten_times_opens_one()
    {
        var keeper = await Keeper();
        await keeper.Visit("/kelola/hari-pasar");

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => keeper.Alone().SendAsync(keeper.Filled("market-form", Saturday()))));

        await keeper.Visit("/kelola/hari-pasar");
        Assert.Single(keeper.All("market-day"));
    }

    [Fact]
    public async Task Neither_a_writer_nor_somebody_of_another_kim_keeps_it()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await (await Keeper(GroupRole.Writer)).Visit("/kelola/hari-pasar")).Status);
        var kim = await _cast.Kim();
        var other = await Keeper();
        Assert.Equal(HttpStatusCode.NotFound, (await other.Visit(string.Create(CultureInfo.InvariantCulture, $"/kelola/hari-pasar?di={kim.Value:N}"))).Status);
    }
}
