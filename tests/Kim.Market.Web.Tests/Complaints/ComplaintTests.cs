using System.Net;
using System.Text.Json;
using Kim.Market.Domain;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Stocks;
using Kim.Market.Web.Tests.Pictures;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Complaints;

/// <summary>In a program of its own: its clock runs ahead of everybody else's.</summary>
public sealed class ComplaintTests : IAsyncLifetime
{
    private const string Story = "Bungkusnya sobek waktu dibuka Mahmudah";

    private readonly MarketApp _app = new();
    private Cast _cast = null!;
    private Goods _goods = null!;

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        _cast = new(_app.Services);
        _goods = await _cast.Goods(await _cast.Stall("Dapur Sungai"), stock: 10);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Two_settle_it_between_them_and_both_see_the_same()
    {
        var (buyer, order) = await Sent();
        await Complain(buyer, photo: true);
        Assert.Equal("Keluhan terkirim. Penjual menjawab di halaman ini.", buyer.Text("flash"));
        Assert.Null(buyer.Find("escalate"));
        Assert.Empty(await _app.Services.GetRequiredService<StockCheck>().DifferencesAsync(TestContext.Current.CancellationToken));

        var seller = await _app.As(_goods.Stall.Owner).Visit("/lapak");
        Assert.Contains("1 keluhan menunggu jawaban Anda", seller.Text("main"), StringComparison.Ordinal);
        await seller.Visit("/lapak/keluhan");
        Assert.Equal(Story, seller.Text("said-words"));
        var photo = seller.Find("said-photo")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, await Answer(seller, photo));
        Assert.Equal(HttpStatusCode.NotFound, await Answer(_app.As(Id<Member>.New()), photo));

        await seller.Submit("say", ("Input.Remedy", "Replace"));
        Assert.Equal("Ceritakan singkat apa yang terjadi.", seller.Text("refusal"));
        await seller.Submit("say", ("Input.Remedy", "Replace"), ("Input.Words", "Maaf, kami kirim lagi besok."));
        Assert.Equal("Jawaban terkirim. Pembeli membacanya di halaman pesanannya.", seller.Text("flash"));

        await buyer.Visit(buyer.Path);
        Assert.Equal([Story, "Maaf, kami kirim lagi besok."], buyer.Texts("said-words"));
        Assert.Equal(HttpStatusCode.OK, await Answer(_app.Visitor(), buyer.Find("said-photo")!.GetAttribute("href")!));
        Assert.NotNull(buyer.Find("escalate"));
        await buyer.Submit("settle");
        Assert.Equal("beres", (await seller.Visit("/lapak/keluhan?keadaan=selesai")).Text("stage"));
        Assert.Equal(buyer.Texts("timeline-item"), seller.Texts("timeline-item"));
        Assert.Equal((8, 0), await _cast.StockOf(_goods));
        Assert.Equal(1, await CountAsync($"select count(*) from events.mt_events where stream_id = {order} and type = 'order_completed'"));
    }

    [Fact]
    public async Task What_two_cannot_settle_the_KIM_proposes_and_the_office_ends()
    {
        var (buyer, order) = await Sent();
        await Complain(buyer);
        var curator = await _cast.Curator(_goods.Stall.Kim);
        var officer = await _cast.Officer();
        var other = await _cast.Curator(await _cast.Kim("KIM Lain Contoh"));
        Assert.Null((await _app.As(curator).Visit("/kelola/keluhan")).Find("complaint"));

        _app.Clock.Advance(TimeSpan.FromHours(49));
        await Sweep();
        Assert.Contains("1 keluhan menunggu jalan keluar", (await _app.As(curator).Visit("/kelola")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("1 keluhan menunggu jalan keluar", (await _app.As(officer).Visit("/dinas")).Text("week"), StringComparison.Ordinal);
        Assert.Null((await _app.As(other).Visit("/kelola/keluhan")).Find("complaint"));
        Assert.Null((await _app.As(await _cast.Officer("31.71")).Visit("/dinas/keluhan")).Find("complaint"));
        Assert.Null((await _app.As(await _cast.Officer(role: OfficeRole.Auditor)).Visit("/dinas/keluhan")).Find("say"));

        var office = await _app.As(officer).Visit("/dinas/keluhan");
        Assert.DoesNotContain("Pembeli Contoh", office.Text("main"), StringComparison.Ordinal);
        await office.Submit("say", ("Input.Remedy", "Refund"), ("Input.Words", "Terlalu cepat"));
        Assert.Equal("KIM masih punya waktu mengusulkan jalan keluar.", office.Text("refusal"));

        var kim = await _app.As(curator).Visit("/kelola/keluhan");
        await kim.Submit("say", ("Input.Remedy", "Refund"), ("Input.Words", "Uang sebaiknya kembali."));
        await office.Visit("/dinas/keluhan");
        await office.Submit("say", ("Input.Remedy", "Refund"), ("Input.Words", "Kami sependapat."));
        Assert.Equal("Selesai. Saran dinas terbaca oleh pembeli dan penjual.", office.Text("flash"));

        await buyer.Visit(buyer.Path);
        Assert.Equal([Story, "Uang sebaiknya kembali.", "Kami sependapat."], buyer.Texts("said-words"));
        await buyer.Visit(buyer.Path.Split("/keluhan")[0]);
        Assert.Equal("Pesanan ditutup, uang dikembalikan penjual", buyer.Text("h1"));
        Assert.Equal((8, 0), await _cast.StockOf(_goods));
        Assert.Equal(0, await CountAsync($"select count(*) from events.mt_events where stream_id = {order} and type = 'order_completed'"));
        Assert.Empty(await _app.Services.GetRequiredService<Rebuild>().VerifyAsync("orders", null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_late_complaint_leaves_the_order_complete_and_comes_only_for_two_weeks()
    {
        var (buyer, order) = await Sent();
        await buyer.Submit("received-order");
        _app.Clock.Advance(TimeSpan.FromDays(13));
        await Complain(await buyer.Visit(buyer.Path), order: order);
        Assert.Equal("Pesanan selesai", (await buyer.Visit(buyer.Path.Split("/keluhan")[0])).Text("h1"));
        Assert.NotNull((await _app.Inbox(_goods.Stall.Owner, "selesai")).Find("complained"));

        var (late, _) = await Sent();
        await late.Submit("received-order");
        _app.Clock.Advance(TimeSpan.FromDays(15));
        Assert.Null((await late.Visit(late.Path)).Find("complain"));
    }

    [Fact]
    public async Task Sent_ten_times_at_once_it_is_one_complaint_and_with_the_buyer_it_is_forgotten()
    {
        var (buyer, order) = await Sent();
        await buyer.Visit(buyer.Find("complain")!.GetAttribute("href")!);
        var (path, here) = (buyer.Path, buyer);
        var requests = Enumerable.Range(0, 1).Select(_ => here.Filled("send-complaint", ("Input.Words", Story))).ToList();
        var body = await requests[0].Content!.ReadAsStringAsync();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            using var one = new HttpRequestMessage(HttpMethod.Post, requests[0].RequestUri)
            {
                Content = new StringContent(body, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"),
                Headers = { { "Sec-Fetch-Site", "same-origin" } },
            };
            using var answer = await here.Alone().SendAsync(one);
            Assert.True(answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.OK, answer.StatusCode.ToString());
        }));
        requests.ForEach(request => request.Dispose());
        Assert.Equal(1, await CountAsync($"select count(*) from events.mt_events where stream_id = {order} and type = 'complaint_made'"));
        Assert.Equal(1, await CountAsync($"select count(*) from vault.evidence where order_id = {order}"));
        Assert.Equal(0, await CountAsync($"select count(*) from events.mt_events where data::text like '%Mahmudah%'"));

        await buyer.Visit($"{path.Split("/keluhan")[0]}/data");
        using var file = JsonDocument.Parse(await buyer.Http.GetStringAsync(new Uri(buyer.Find("download")!.GetAttribute("href")!, UriKind.Relative), default));
        Assert.Equal(Story, file.RootElement.GetProperty("pesanan")[0].GetProperty("keluhan")[0].GetProperty("kata").GetString());
        await buyer.Submit("erase-form", ("Input.Sure", "true"));
        Assert.Equal(1, await CountAsync($"select count(*) from vault.evidence where order_id = {order}"));

        await buyer.Visit(path);
        await buyer.Submit("settle");
        await _app.Services.GetRequiredService<Features.Erasures.BuyerErasures>().SweepAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, await CountAsync($"select count(*) from vault.evidence where order_id = {order}"));
        Assert.Contains("data pribadi dihapus", (await buyer.Visit(path)).Text("said-words"), StringComparison.Ordinal);
    }

    private Task<int> Sweep() => _app.Services.GetRequiredService<OrderTimers>().SweepAsync(TestContext.Current.CancellationToken);

    private static async Task Complain(Browser buyer, bool photo = false, Guid? order = null)
    {
        await buyer.Visit(order is null ? buyer.Find("complain")!.GetAttribute("href")! : $"{buyer.Path}/keluhan/{order}");
        if (photo)
        {
            await buyer.Upload("complaint-form", "Input.Photos", await Sample.OfAsync("jpg", 320, 240), ("Input.Kind", "Damaged"), ("Input.Words", Story));
        }
        else
        {
            await buyer.Submit("complaint-form", ("Input.Kind", "Damaged"), ("Input.Words", Story));
        }
    }

    private async Task<(Browser Buyer, Guid Order)> Sent()
    {
        var buyer = await _app.BuyerOf(_goods, handover: "Delivery");
        await (await _app.Inbox(_goods.Stall.Owner)).Submit("accept-order");
        await (await _app.Inbox(_goods.Stall.Owner, "diproses")).Submit("ready-order");
        await (await _app.Inbox(_goods.Stall.Owner, "siap")).Submit("ship-order");
        await buyer.Visit(buyer.Path);
        var number = buyer.Text("order-number");
        return (buyer, (await _app.Db.QueryAsync($"select order_id from orders where number = {number}", row => row.GetGuid(0), default)).Single());
    }

    private static async Task<HttpStatusCode> Answer(Browser who, string path)
    {
        using var response = await who.Alone().GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    private async Task<int> CountAsync(Sql count) => (int)(await _app.Db.QueryAsync(count, row => row.GetInt64(0), default)).Single();
}
