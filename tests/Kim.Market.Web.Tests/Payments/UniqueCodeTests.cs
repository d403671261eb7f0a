using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Tests.Harvests;
using Kim.Market.Web.Tests.Printing;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Payments;

/// <summary>No two open orders of an account and day are paid with the same amount, and nobody's order fails for that.</summary>
public sealed class UniqueCodeTests(MarketApp app) : IAsyncLifetime
{
    private const long Total = 50_000;
    private const int All = 99;

    private readonly Cast _cast = new(app.Services);
    private Goods _goods = null!;

    private sealed record Coded(long Total, long? Code, long Transfer, DateOnly? Day, bool Open);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private OrderDesk Desk => app.Services.GetRequiredService<OrderDesk>();

    public async ValueTask InitializeAsync()
    {
        _goods = await _cast.Goods(await _cast.Stall(), stock: 900);
        await app.NameAccount(_goods.Stall);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Sixty_orders_of_one_sum_accepted_at_once_on_two_nodes_have_sixty_amounts()
    {
        await using var other = app.WithWebHostBuilder(_ => { });
        var orders = new List<Id<Order>>();
        for (var n = 0; n < 60; n++)
        {
            orders.Add(await PlaceAsync());
        }

        OrderDesk[] desks = [Desk, other.Services.GetRequiredService<OrderDesk>()];
        var refusals = await Task.WhenAll(orders.Select((order, n) => Task.Run(() => AcceptAsync(order, desk: desks[n % 2]), Stop)));

        Assert.All(refusals, Assert.Null);
        var rows = await RowsAsync();
        Assert.Equal(60, rows.Count);
        Assert.All(rows, row => Assert.True(row is { Open: true, Code: >= 1 and <= All } && row.Transfer == Total + row.Code));
        Assert.Equal(60, rows.Select(row => row.Transfer).Distinct().Count());
    }

    [Fact]
    public async Task When_every_code_is_taken_an_order_goes_without_and_what_is_paid_frees_one()
    {
        var today = await FillAsync(app.Clock.GetUtcNow());
        var without = await PlaceAsync();
        Assert.Null(await AcceptAsync(without));
        Assert.Equal((null, Total), await CodeOfAsync(without));

        Assert.Null(await Desk.TellAsync(today[41], null, (order, now) => order.StatePaid(now, byTransfer: true), new(), Stop));
        var next = await PlaceAsync();
        Assert.Null(await AcceptAsync(next));
        Assert.Equal((42, Total + 42), await CodeOfAsync(next));

        Assert.Null(await Desk.TellAsync(today[6], null, (order, now) => order.Reject(RejectionReason.Closed, now), new(), Stop));
        var last = await PlaceAsync();
        Assert.Null(await AcceptAsync(last));
        Assert.Equal((7, Total + 7), await CodeOfAsync(last));
    }

    [Fact]
    public async Task The_next_day_has_all_codes_again_but_rather_those_that_nobody_owes()
    {
        var yesterday = await FillAsync(app.Clock.GetUtcNow().AddDays(-1));
        Assert.Null(await Desk.TellAsync(yesterday[76], null, (order, now) => order.StatePaid(now), new(), Stop));

        var (first, second) = (await PlaceAsync(), await PlaceAsync());
        Assert.Null(await AcceptAsync(first));
        Assert.Equal((77, Total + 77), await CodeOfAsync(first));
        Assert.Null(await AcceptAsync(second));
        Assert.NotNull((await CodeOfAsync(second)).Code);
    }

    [Fact]
    public async Task The_database_refuses_what_two_nodes_would_give_twice()
    {
        var now = app.Clock.GetUtcNow();
        var account = Guid.NewGuid();
        await app.Services.GetRequiredService<EventStore>().CommitAsync(Ready(Id<Order>.New(), account, 5, now), Stop);

        var refused = await Assert.ThrowsAsync<ConstraintRefusedException>(() =>
            app.Services.GetRequiredService<EventStore>().CommitAsync(Ready(Id<Order>.New(), account, 5, now), Stop));

        Assert.Equal(Constraints.TransferOnce, refused.Constraint);
        await app.Services.GetRequiredService<EventStore>().CommitAsync(Ready(Id<Order>.New(), account, 6, now), Stop);
        await app.Services.GetRequiredService<EventStore>().CommitAsync(Ready(Id<Order>.New(), Guid.NewGuid(), 5, now), Stop);
    }

    [Fact]
    public async Task The_buyer_reads_it_before_the_last_click_on_their_page_and_in_the_message()
    {
        var buyer = app.Visitor();
        await buyer.Put(_goods, 2);
        await buyer.Visit("/checkout");
        Assert.Equal("Kode unik, hanya bila transferpaling banyak Rp99", buyer.Text("most-code"));
        Assert.Contains("ditambah kode unik, paling banyak Rp99 untuk tiap penjual", buyer.Text("may-bear-code"), StringComparison.Ordinal);
        Assert.StartsWith("Rp50.000", buyer.Text("checkout-total"), StringComparison.Ordinal);

        await buyer.Submit("checkout-form", Shopping.Answers());
        Assert.Contains("paling banyak Rp99", buyer.Text("may-bear-code"), StringComparison.Ordinal);
        await (await app.Inbox(_goods.Stall.Owner)).Submit("accept-order");
        await buyer.Visit(buyer.Path);

        var row = Assert.Single(await RowsAsync());
        var sum = row.Transfer.ToString("N0", CultureInfo.GetCultureInfo("id-ID"));
        Assert.Equal($"Kode unik, hanya bila transferRp{row.Code}", buyer.Text("order-code"));
        Assert.Equal($"Rp{sum}", buyer.Text("order-transfer"));
        Assert.Equal($"Rp{sum}", buyer.Text("transfer-amount"));
        Assert.Contains($"Rp{row.Code} di antaranya kode unik pesanan ini", buyer.Text("transfer-code"), StringComparison.Ordinal);
        Assert.Equal("Rp50.000", buyer.Text("order-total"));
        Assert.Null(buyer.Find("may-bear-code"));
        var message = Uri.UnescapeDataString(buyer.Find("whatsapp-link")!.GetAttribute("href")!);
        Assert.Contains($"Total: Rp50.000\nKode unik bila transfer: Rp{row.Code}\nJumlah transfer: Rp{sum}\n", message, StringComparison.Ordinal);

        var inbox = await app.Inbox(_goods.Stall.Owner, "diproses");
        Assert.Equal($"Rp{sum}", inbox.Text("order-transfer"));
        var slip = PrintedPaper.Read(await inbox.Alone().GetByteArrayAsync(inbox.Find("slip")!.GetAttribute("href"), Stop));
        Assert.Contains(Assert.Single(slip), text => text.StartsWith($"Rp{sum}", StringComparison.Ordinal));
        await inbox.Submit("state-paid");
        await buyer.Visit(buyer.Path);
        Assert.Null(buyer.Find("order-code"));
        Assert.Contains($"Rp{sum}", string.Join(' ', buyer.Texts("timeline-item")), StringComparison.Ordinal);
        Assert.Equal($"Rp{sum}", (await app.Inbox(_goods.Stall.Owner, "diproses")).Text("order-received"));
        Assert.False(Assert.Single(await RowsAsync()).Open);
    }

    [Fact]
    public async Task A_stall_without_an_account_and_one_that_would_rather_not_have_none()
    {
        var elsewhere = await _cast.Goods(await _cast.Stall());
        var cash = await app.BuyerOf(elsewhere);
        Assert.Null(cash.Find("may-bear-code"));
        await (await app.Inbox(elsewhere.Stall.Owner)).Submit("accept-order");
        Assert.Null((await cash.Visit(cash.Path)).Find("order-code"));
        Assert.Null((await app.Inbox(elsewhere.Stall.Owner, "diproses")).Find("order-code"));

        var (before, after) = (await PlaceAsync(), await PlaceAsync());
        Assert.Null(await AcceptAsync(before));
        var owner = await app.As(_goods.Stall.Owner).Visit($"/lapak/pembayaran/{_goods.Stall.Slug}");
        await owner.Submit("switch-codes");
        Assert.Contains("Kode unik mati", owner.Text("flash"), StringComparison.Ordinal);
        Assert.Contains("Transfer tanpa kode unik", owner.Text("codes"), StringComparison.Ordinal);
        Assert.Null(await AcceptAsync(after));
        Assert.Equal((null, Total), await CodeOfAsync(after));
        Assert.NotNull((await CodeOfAsync(before)).Code);
        var buyer = app.Visitor();
        await buyer.Put(_goods, 2);
        Assert.Null((await buyer.Visit("/checkout")).Find("most-code"));

        await owner.Submit("switch-codes");
        var again = await PlaceAsync();
        Assert.Null(await AcceptAsync(again));
        Assert.NotNull((await CodeOfAsync(again)).Code);
        Assert.Empty(await app.Services.GetRequiredService<Rebuild>().VerifyAsync("orders", null, Stop));
        Assert.Empty(await app.Services.GetRequiredService<Rebuild>().VerifyAsync("businesses", null, Stop));
    }

    [Fact]
    public async Task Money_that_came_in_finds_its_order_by_the_amount()
    {
        var (mine, other) = (await PlaceAsync(), await PlaceAsync());
        Assert.Null(await AcceptAsync(mine));
        Assert.Null(await AcceptAsync(other));
        var (number, amount) = (await NumberAsync(mine), (await CodeOfAsync(mine)).Transfer);

        var seller = await app.As(_goods.Stall.Owner).Visit($"/lapak/pesanan?jumlah=Rp50.{amount - Total:000}");
        Assert.Equal([number], seller.Texts("order-number"));
        Assert.Equal($"1 pesanan menunggu transfer Rp50.{amount - Total:000}", seller.Text("h1"));
        Assert.Empty((await app.As(_goods.Stall.Owner).Visit("/lapak/pesanan?jumlah=50000")).Texts("order-number"));
        var stranger = await _cast.Stall();
        Assert.Empty((await app.As(stranger.Owner).Visit($"/lapak/pesanan?jumlah={amount}")).Texts("order-number"));
        Assert.Contains("Tulis harga dalam rupiah utuh", (await app.As(_goods.Stall.Owner).Visit("/lapak/pesanan?jumlah=banyak")).Text("field-error"), StringComparison.Ordinal);

        await seller.Submit("state-paid");
        Assert.Empty((await app.As(_goods.Stall.Owner).Visit($"/lapak/pesanan?jumlah={amount}")).Texts("order-number"));

        // it came to nothing, and then the money came
        Assert.Null(await Desk.TellAsync(other, null, (order, now) => order.Reject(RejectionReason.OutOfStock, now), new(), Stop));
        var late = await app.As(_goods.Stall.Owner).Visit($"/lapak/pesanan?jumlah={(await CodeOfAsync(other)).Transfer}");
        Assert.Equal([await NumberAsync(other)], late.Texts("order-number"));
        await late.Submit("state-late");
        var back = $"Rp50.{(await CodeOfAsync(other)).Transfer - Total:000}";
        Assert.Contains($"Kembalikan {back}", (await app.Inbox(_goods.Stall.Owner, "uang-kembali")).Text("refund"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_delivery_has_no_price_the_code_comes_with_the_buyers_yes()
    {
        await _cast.Ship(_goods.Stall, ships: true);
        var order = await PlaceAsync(awaitsQuote: true);
        Assert.Null(await Desk.TellAsync(order, null, (known, now) => known.QuoteDelivery(new(70_000), "Titip", now), new(), Stop));
        Assert.Equal((null, Total), await CodeOfAsync(order));

        Assert.Null(await Desk.TellAsync(order, null, (known, now) => known.AgreeToQuote(now), new(), Stop));

        var (code, transfer) = await CodeOfAsync(order);
        Assert.InRange(code!.Value, 1, 999);
        Assert.Equal(120_000 + code, transfer);
    }

    [Fact]
    public async Task Who_takes_what_they_queued_for_has_an_order_with_its_code()
    {
        var (harvest, key) = await Ripening.Of(app, _goods);
        await Ripening.Open(app, harvest);
        var buyer = await app.Visitor().Visit($"/antrean/{key}");
        Assert.Contains("paling banyak Rp999", buyer.Text("may-bear-code"), StringComparison.Ordinal);

        await buyer.Submit("take-form", ("Input.Handover", "Pickup"));

        Assert.Equal(Assert.Single(await RowsAsync()).Code, long.Parse(buyer.Text("order-code").Split("Rp")[^1], CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_share_that_rises_brings_another_code_with_the_buyers_yes()
    {
        var kim = await _cast.Kim();
        await _cast.MarketDay(kim, 12_000);
        var (stays, leaves) = (await _cast.Goods(await _cast.Stall("Lapak Tetap", kim)), await _cast.Goods(await _cast.Stall("Lapak Pergi", kim)));
        await app.NameAccount(stays.Stall);
        var buyer = app.Visitor();
        await buyer.Put(stays, 2);
        await buyer.Put(leaves, 2);
        await buyer.Visit("/checkout");
        await buyer.Submit("checkout-form", Shopping.Answers(buyer.Find("[data-test=market-choice] input")!.GetAttribute("value")!));
        await (await app.Inbox(stays.Stall.Owner)).Submit("accept-order");
        Assert.True(Assert.Single(await RowsAsync(stays)) is { Total: 56_000, Code: > 0, Open: true });

        await (await app.Inbox(leaves.Stall.Owner)).Submit("reject-order");
        Assert.True(Assert.Single(await RowsAsync(stays)) is { Total: 56_000, Code: > 0, Open: true });
        await buyer.Visit(buyer.Path);
        Assert.Contains("paling banyak Rp99", buyer.Text("may-bear-code"), StringComparison.Ordinal);
        await buyer.Submit("agree-share");

        var after = Assert.Single(await RowsAsync(stays));
        Assert.True(after is { Total: 62_000, Code: > 0, Open: true } && after.Transfer == 62_000 + after.Code);
        Assert.Equal(2, (await app.Db.QueryAsync(
            $"select count(*) from events.mt_events where type = 'unique_code_given' and stream_id in (select order_id from orders where business_id = {stays.Stall.Id.Value})",
            row => row.GetInt64(0), Stop)).Single());
    }

    // An order as the till leaves it; what it holds of the shelf is no matter here.
    private async Task<Id<Order>> PlaceAsync(bool awaitsQuote = false)
    {
        var id = Id<Order>.New();
        await app.Services.GetRequiredService<EventStore>().CommitAsync(
            new Commit(new()).Append(id.Value, StreamKind<Order>.Name, Expected.New, Placed(id, awaitsQuote, app.Clock.GetUtcNow()), []), Stop);
        return id;
    }

    private Decision<OrderEvent> Placed(Id<Order> id, bool awaitsQuote, DateTimeOffset now) => Order.Place(
        id, OrderNumber.Of(id, now), Id<Checkout>.New(), Id<Buyer>.New(), _goods.Stall.Id, _goods.Stall.Kim, Cast.Village,
        [new(_goods.Id, _goods.Name, "bungkus", 2, new(25_000))], awaitsQuote ? Handover.Delivery : Handover.Pickup, null, now, awaitsQuote: awaitsQuote);

    private Commit Ready(Id<Order> id, Guid account, int code, DateTimeOffset at)
    {
        var placed = Placed(id, awaitsQuote: false, at);
        return new Commit(new()).Append(
            id.Value, StreamKind<Order>.Name, Expected.New,
            (Decision<OrderEvent>)[.. placed, new OrderAccepted(at), new UniqueCodeGiven(account, new(code), new(Total + code), DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(8)).DateTime), at)], []);
    }

    // Every code of the account and day is out.
    private async Task<List<Id<Order>>> FillAsync(DateTimeOffset at)
    {
        var account = (await app.Db.QueryAsync($"select account from vault.accounts where business_id = {_goods.Stall.Id.Value}", row => row.GetGuid(0), Stop)).Single();
        var orders = Enumerable.Range(0, All).Select(_ => Id<Order>.New()).ToList();
        foreach (var (order, n) in orders.Select((order, n) => (order, n)))
        {
            await app.Services.GetRequiredService<EventStore>().CommitAsync(Ready(order, account, n + 1, at), Stop);
        }

        return orders;
    }

    private Task<Refusal?> AcceptAsync(Id<Order> order, OrderDesk? desk = null) => (desk ?? Desk).TellAsync(order, null, (known, now) => known.Accept(now), new(), Stop);

    private async Task<(long? Code, long Transfer)> CodeOfAsync(Id<Order> order) => (await app.Db.QueryAsync(
        $"select code, transfer from orders where order_id = {order.Value}", row => (row.IsDBNull(0) ? (long?)null : row.GetInt64(0), row.GetInt64(1)), Stop)).Single();

    private async Task<string> NumberAsync(Id<Order> order) =>
        (await app.Db.QueryAsync($"select number from orders where order_id = {order.Value}", row => row.GetString(0), Stop)).Single();

    private Task<List<Coded>> RowsAsync(Goods? goods = null) => app.Db.RowsAsync<Coded>(
        $"select total, code, transfer, code_day as day, code_open as open from orders where business_id = {(goods ?? _goods).Stall.Id.Value}", Stop);
}
