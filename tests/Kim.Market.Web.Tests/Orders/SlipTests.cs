using System.Net;
using System.Text.Json;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Language;
using Kim.Market.Web.Printing;
using Kim.Market.Web.Tests.Printing;

namespace Kim.Market.Web.Tests.Orders;

public sealed class SlipTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);
    private readonly string _name = $"Bu {Cast.Mark()}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<(Browser Seller, Goods Goods, string Slip)> Ordered(string handover)
    {
        var goods = await _cast.Goods(await _cast.Stall());
        var buyer = app.Visitor();
        await buyer.Put(goods, 3);
        await buyer.Order(handover, _name);
        var seller = await app.Inbox(goods.Stall.Owner);
        return (seller, goods, seller.Find("slip")!.GetAttribute("href")!);
    }

    private static async Task<(HttpResponseMessage Answer, string Text)> Print(Browser seller, string slip)
    {
        var answer = await seller.Http.GetAsync(new Uri(slip, UriKind.Relative), Ct);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        return (answer, string.Join(' ', Assert.Single(PrintedPaper.Read(await answer.Content.ReadAsByteArrayAsync(Ct)))));
    }

    [Fact]
    public async Task A_seller_prints_what_goes_into_the_bag_where_it_goes_and_what_is_to_be_paid_and_no_telephone_number()
    {
        var (seller, goods, slip) = await Ordered("Delivery");

        var (answer, text) = await Print(seller, slip);

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains(seller.Text("order-number"), text, StringComparison.Ordinal);
        Assert.Contains("3 bungkus", text, StringComparison.Ordinal);
        Assert.Contains(goods.Name, text, StringComparison.Ordinal);
        Assert.Contains(_name, text, StringComparison.Ordinal);
        Assert.Contains("Gg. Contoh RT 01, dekat pasar", text, StringComparison.Ordinal);
        Assert.Contains("Masih harus dibayar Rp87.000", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0812", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_paid_asks_for_nothing_and_what_is_fetched_names_the_place()
    {
        var (seller, _, slip) = await Ordered("Pickup");
        await seller.Submit("accept-order");
        Assert.Null(await app.Marketplace.TellAsync(
            new Id<Order>(Guid.Parse(slip.Split('/')[3])), (Order order) => order.StatePaid(app.Clock.GetUtcNow()), new EventSourcing.Metadata(), Ct));

        var (_, text) = await Print(seller, slip);

        Assert.Contains("Masih harus dibayar tidak ada, sudah dibayar", text, StringComparison.Ordinal);
        Assert.Contains("Diambil di Balai Sari Jaya", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Gg. Contoh", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_prints_it_and_nobody_once_it_is_over()
    {
        var (seller, goods, slip) = await Ordered("Pickup");
        var other = await _cast.Stall();
        var helper = Id<Member>.New();
        await _cast.Employ(goods.Stall.Id, helper, BusinessRole.GoodsHelper);

        Assert.Equal(HttpStatusCode.NotFound, (await app.As(other.Owner).Visit(slip)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.As(helper).Visit(slip)).Status);
        await seller.Submit("reject-order");
        Assert.Equal(HttpStatusCode.NotFound, (await seller.Visit(slip)).Status);
    }

    [Fact]
    public async Task Its_code_leads_to_the_order_whichever_drawer_it_lies_in_and_only_its_stall_there()
    {
        var (seller, goods, _) = await Ordered("Pickup");
        var number = seller.Text("order-number");
        await seller.Submit("accept-order");

        await seller.Visit($"/lapak/pesanan?nomor={number}");
        Assert.Equal(number, Assert.Single(seller.Texts("order-number")));
        await seller.Submit("ready-order");
        Assert.Equal("/lapak/pesanan?status=diproses", seller.Path);
        await seller.Visit($"/lapak/pesanan?nomor={number.ToLowerInvariant()}");
        Assert.NotNull(seller.Find("hand-over"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.As((await _cast.Stall()).Owner).Visit($"/lapak/pesanan?nomor={number}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.As(goods.Stall.Owner).Visit("/lapak/pesanan?nomor=PK-0000-000000")).Status);
    }

    [Fact]
    public void Sixty_lines_and_a_long_name_take_two_pages_and_lose_nothing()
    {
        var lines = Enumerable.Range(1, 60).Select(i => new { Name = i == 30 ? $"Nomor{i} {string.Join(' ', Enumerable.Repeat("Kerupukpanjangsekali", 6))}" : $"Nomor{i} Amplang", Unit = "bungkus", Quantity = i, Price = 1_000L });
        var order = new InboxOrder(
            Guid.NewGuid(), 1, "PK-2611-ABCDEF", Guid.NewGuid(), Cast.Village.Value, (short)Handover.Delivery, JsonSerializer.Serialize(lines), 5_000, 1_835_000,
            (short)OrderStatus.Accepted, DateTime.UnixEpoch, DateTime.UnixEpoch, DateTime.UnixEpoch, null, null, Guid.NewGuid(), new string('L', 40), "Balai",
            false, null, null, false, false, null, null, null, false, null, null, null, false);
        var words = new Words();

        var pdf = new PaperPress(words).Print(new SlipPaper(words).Of(order, new(_name, null, "Gg. Contoh RT 01, rumah kedua sesudah jembatan kayu, pagar hijau, titipkan di warung bila tidak ada orang di rumah", "Titip di warung"), $"https://pasar.example/lapak/pesanan?nomor={order.Number}", DateTimeOffset.UnixEpoch));

        var pages = PrintedPaper.Read(pdf);
        Assert.Equal(2, pages.Count);
        Assert.Equal(2, PrintedPaper.PagesAccordingToVips(pdf));
        var texts = pages.SelectMany(page => page).SelectMany(text => text.Split(' ')).ToHashSet();
        Assert.All(Enumerable.Range(1, 60), i => Assert.Contains($"Nomor{i}", texts));
        Assert.Contains("Titip di warung", pages[0]);
        Assert.Contains("Rp1.835.000", pages[1]);
    }
}
