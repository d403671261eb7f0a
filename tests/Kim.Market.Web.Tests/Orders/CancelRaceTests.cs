using System.Net;

namespace Kim.Market.Web.Tests.Orders;

/// <summary>A buyer thinks better of it while the seller says yes, or has the goods on their way.</summary>
public class CancelRaceTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task Of_cancelling_and_accepting_at_once_one_holds_and_the_stock_follows_it()
    {
        var stalls = new List<(Goods Goods, Browser Buyer, Browser Seller)>();
        for (var n = 0; n < 8; n++)
        {
            var goods = await _cast.Goods(await _cast.Stall());
            var buyer = await app.BuyerOf(goods);
            stalls.Add((goods, buyer, await app.Inbox(goods.Stall.Owner)));
        }

        var pages = stalls.ConvertAll(stall => stall.Buyer.Path);
        await Task.WhenAll(stalls.Select(stall => Task.WhenAll(stall.Buyer.Submit("cancel-order"), stall.Seller.Submit("accept-order"))));

        foreach (var ((goods, buyer, _), page) in stalls.Zip(pages))
        {
            var said = (await buyer.Visit(page)).Texts("[data-test=timeline-item] b");
            var isAccepted = buyer.Text("order-status") == "Diterima";
            Assert.Equal(isAccepted ? "Diterima" : "Batal", buyer.Text("order-status"));
            Assert.Equal((100, isAccepted ? 2 : 0), await _cast.StockOf(goods));
            Assert.Equal(isAccepted ? 1 : 0, said.Count(line => line == "Penjual menerima pesanan"));
        }
    }

    [Fact]
    public async Task What_is_on_its_way_is_not_cancelled_from_a_page_that_was_left_open()
    {
        var goods = await _cast.Goods(await _cast.Stall(fee: 5_000));
        var buyer = await app.BuyerOf(goods, handover: "Delivery");
        using var late = buyer.Filled("cancel-order");
        await (await app.Inbox(goods.Stall.Owner)).Submit("accept-order");
        await (await app.Inbox(goods.Stall.Owner, "diproses")).Submit("ready-order");
        var seller = await app.Inbox(goods.Stall.Owner, "siap");

        await Task.WhenAll(seller.Submit("ship-order"), SendAsync(buyer, late));

        Assert.Equal("Dikirim", (await buyer.Visit(buyer.Path)).Text("order-status"));
        Assert.Equal((100, 2), await _cast.StockOf(goods));
    }

    private static async Task SendAsync(Browser buyer, HttpRequestMessage form)
    {
        using var answer = await buyer.Http.SendAsync(form, TestContext.Current.CancellationToken);
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
    }
}
