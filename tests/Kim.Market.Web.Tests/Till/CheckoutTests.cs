using System.Net;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Till;

public class CheckoutTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task Three_answers_make_one_order_per_seller_and_the_sums_agree()
    {
        var near = await _cast.Stall("Lapak Antar", fee: 12_000);
        var far = await _cast.Stall("Lapak Ambil", fee: null);
        var buyer = app.Visitor();
        await buyer.Put(await _cast.Goods(near, price: 25_000), 2);
        await buyer.Put(await _cast.Goods(far, price: 30_000), 1);

        await buyer.Visit("/checkout");

        Assert.Equal("Tiga data, lalu selesai", buyer.Text("h1"));
        Assert.Equal("Lapak Ambil tetap diambil sendiri.", buyer.Text("still-pickup"));

        await buyer.Submit("place-order", Shopping.Answers("Delivery"));

        Assert.Equal(HttpStatusCode.OK, buyer.Status);
        Assert.StartsWith("/pesanan/", buyer.Path, StringComparison.Ordinal);
        Assert.Equal("Tunggu jawaban 2 penjual", buyer.Text("h1"));
        Assert.Equivalent(new[] { "Rp62.000", "Rp30.000" }, buyer.Texts("order-total"));
        Assert.Equal("Rp92.000", buyer.Text("checkout-total"));
        Assert.Null(buyer.Cookie("kim_cart_n"));
        Assert.Equal("Keranjang masih kosong", (await buyer.Visit("/keranjang")).Text("h1"));
    }

    [Fact]
    public async Task An_order_takes_its_goods_off_the_shelf()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), stock: 10);

        await app.BuyerOf(amplang, quantity: 4);

        Assert.Equal((10, 4), await _cast.StockOf(amplang));
    }

    [Theory]
    [InlineData("0812-3456", "Baru 8 angka. Tulis 10 sampai 13 angka, contoh 0812-3456-7890.")]
    [InlineData("+62 812 3456", "Baru 8 angka. Tulis 10 sampai 13 angka, contoh 0812-3456-7890.")]
    [InlineData("0812345678901234", "Ada 16 angka, terlalu banyak. Tulis 10 sampai 13 angka, contoh 0812-3456-7890.")]
    [InlineData("0541 123 4567", "Nomor WhatsApp dimulai dengan 08 atau +62 8, contoh 0812-3456-7890.")]
    [InlineData("pak budi", "Tulis nomornya dengan angka saja, contoh 0812-3456-7890.")]
    [InlineData("", "Tulis nomor WhatsApp Anda, contoh 0812-3456-7890.")]
    public async Task A_wrong_number_is_explained_and_nothing_typed_is_lost(string number, string sentence)
    {
        var buyer = await app.Visitor().Put(await _cast.Goods(await _cast.Stall()));
        await buyer.Visit("/checkout");

        await buyer.Submit(
            "checkout-form", ("Input.Name", "Bu Contoh"), ("Input.WhatsApp", number), ("Input.Handover", "Delivery"),
            ("Input.Address", "Gg. Mawar RT 12"), ("Input.Note", "Tanpa plastik"));

        Assert.Equal("1 isian perlu diperbaiki " + sentence, buyer.Text("refusal"));
        Assert.Equal(sentence, buyer.Text("field-error"));
        Assert.Equal("#Input_WhatsApp", buyer.Find("[data-test=refusal] a")?.GetAttribute("href"));
        Assert.Equal("Bu Contoh", buyer.Find("#Input_Name")?.GetAttribute("value"));
        Assert.Equal(number, buyer.Find("#Input_WhatsApp")?.GetAttribute("value"));
        Assert.Equal("Gg. Mawar RT 12", buyer.Text("#Input_Address"));
        Assert.Equal("Tanpa plastik", buyer.Text("#Input_Note"));
        Assert.NotNull(buyer.Find("input[value=Delivery][checked]"));
    }

    [Fact]
    public async Task Delivery_needs_an_address_and_pickup_does_not()
    {
        var buyer = await app.Visitor().Put(await _cast.Goods(await _cast.Stall()));
        await buyer.Visit("/checkout");

        await buyer.Submit(
            "checkout-form", ("Input.Name", "Bu Contoh"), ("Input.WhatsApp", "08120000001"), ("Input.Handover", "Delivery"));
        Assert.StartsWith("Tulis alamat antar", buyer.Text("field-error"), StringComparison.Ordinal);

        await buyer.Submit("checkout-form", ("Input.Handover", "Pickup"));
        Assert.StartsWith("/pesanan/", buyer.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_that_changed_meanwhile_is_shown_before_anything_is_ordered()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), price: 25_000);
        var buyer = await app.Visitor().Put(amplang, 2);
        await buyer.Visit("/checkout");
        await _cast.Price(amplang, 30_000);

        await buyer.Submit("checkout-form", Shopping.Answers());

        Assert.Equal("Total sekarang Rp60.000, tadi Rp50.000.", buyer.Text("new-total"));
        Assert.Equal("Pembeli Contoh", buyer.Find("#Input_Name")?.GetAttribute("value"));
        Assert.Equal((100, 0), await _cast.StockOf(amplang));

        await buyer.Submit("place-order");

        Assert.Equal("Rp60.000", buyer.Text("order-total"));
    }

    [Fact]
    public async Task A_delivery_that_ended_meanwhile_does_not_quietly_become_a_walk()
    {
        var stall = await _cast.Stall("Lapak Berubah", fee: 0);
        var amplang = await _cast.Goods(stall, price: 25_000);
        var buyer = await app.Visitor().Put(amplang, 2);
        await buyer.Visit("/checkout");
        await _cast.Deliver(stall, fee: null);

        await buyer.Submit("checkout-form", Shopping.Answers("Delivery"));

        Assert.NotNull(buyer.Find("cart-moved"));
        Assert.Equal((100, 0), await _cast.StockOf(amplang));

        await buyer.Submit("place-order");

        Assert.StartsWith("/pesanan/", buyer.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.SeenPickup", "1")]
    [InlineData("Input.SeenPickup", "gratis")]
    [InlineData("Input.SeenPickup", "99999999999999999999")]
    public async Task Nobody_orders_at_a_total_of_their_own(string field, string value)
    {
        var amplang = await _cast.Goods(await _cast.Stall(), price: 25_000);
        var buyer = await app.Visitor().Put(amplang, 2);
        await buyer.Visit("/checkout");

        await buyer.Submit("checkout-form", [.. Shopping.Answers(), (field, value)]);

        Assert.NotNull(buyer.Find("cart-moved"));
        Assert.Equal((100, 0), await _cast.StockOf(amplang));
    }

    [Fact]
    public async Task Goods_that_vanished_are_named_and_what_is_left_can_be_had_without_typing_again()
    {
        var stall = await _cast.Stall();
        var (short_, gone) = (await _cast.Goods(stall, "Sambal Contoh", stock: 5), await _cast.Goods(stall, "Abon Contoh"));
        var buyer = await app.Visitor().Put(short_, 5);
        await buyer.Put(gone);
        await buyer.Visit("/checkout");
        await _cast.Remove(short_, 2);
        await _cast.Withdraw(gone);

        await buyer.Submit("checkout-form", Shopping.Answers());

        Assert.Equivalent(
            new[] { "Sambal Contoh: Anda minta 5, tersisa 3.", "Abon Contoh: Sudah tidak dijual." }, buyer.Texts("line-problem"));

        await buyer.Submit("adjust-cart");

        Assert.Equal("Pembeli Contoh", buyer.Find("#Input_Name")?.GetAttribute("value"));
        Assert.Equal("Rp75.000", buyer.Text("[data-test=checkout-total] .if-pickup"));

        await buyer.Submit("place-order");

        Assert.Equal("3 × Sambal Contoh", buyer.Text("[data-test=order-line] dt"));
    }

    [Fact]
    public async Task Pressing_twice_orders_once_and_leads_to_the_same_page()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), stock: 10);
        var buyer = await app.Visitor().Put(amplang, 2);
        await buyer.Visit("/checkout");
        var fields = await buyer.Filled("checkout-form", Shopping.Answers()).Content!.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var addresses = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Send(buyer, fields)));

        Assert.Single(addresses.Distinct());
        Assert.StartsWith("/pesanan/", addresses[0], StringComparison.Ordinal);
        Assert.Equal((10, 2), await _cast.StockOf(amplang));
        Assert.Equal(1, await OrdersOf(amplang.Stall));
    }

    [Fact]
    public async Task An_empty_cart_leads_on_in_a_friendly_way()
    {
        var visitor = await app.Visitor().Visit("/checkout");

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal("Keranjang masih kosong", visitor.Text("h1"));
        Assert.Equal("/cari", visitor.Find(".empty a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task A_forged_token_orders_nothing()
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        var buyer = await app.Visitor().Put(amplang);
        await buyer.Visit("/checkout");

        await buyer.Submit("checkout-form", [.. Shopping.Answers(), ("__RequestVerificationToken", "forged")]);

        Assert.Equal(HttpStatusCode.BadRequest, buyer.Status);
        Assert.Equal((100, 0), await _cast.StockOf(amplang));
    }

    [Theory]
    [InlineData("Input.Handover", "99")]
    [InlineData("Input.Handover", "Drone")]
    [InlineData("Input.Command", "00000000-0000-0000-0000-000000000000")]
    [InlineData("Input.Command", "bukan-guid")]
    public async Task A_tampered_field_never_breaks_the_page(string field, string value)
    {
        var buyer = await app.Visitor().Put(await _cast.Goods(await _cast.Stall()));
        await buyer.Visit("/checkout");

        await buyer.Submit("checkout-form", [.. Shopping.Answers().Where(answer => answer.Field != field), (field, value)]);

        Assert.Equal(HttpStatusCode.OK, buyer.Status);
    }

    private static async Task<string> Send(Browser buyer, string fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/checkout")
        {
            Content = new StringContent(fields, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        using var answer = await buyer.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.RequestMessage!.RequestUri!.PathAndQuery;
    }

    private async Task<long> OrdersOf(Stall stall) => (await app.Db.QueryAsync(
        $"select count(*) from orders where business_id = {stall.Id.Value}", row => row.GetInt64(0), default)).Single();
}
