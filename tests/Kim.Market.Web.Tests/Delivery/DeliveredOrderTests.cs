using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Delivery;

public class DeliveredOrderTests(MarketApp app)
{
    /// <summary>A village of Kecamatan Sanga Sanga, where the stalls are.</summary>
    private const string Near = "Jawa, Sanga Sanga, Kutai Kartanegara";

    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task The_fee_for_the_village_stands_there_before_the_last_click()
    {
        var stall = await _cast.Stall("Lapak Tarif", fee: null);
        await _cast.Rate(stall, "64.02.15", 10_000, days: 1);
        var buyer = await app.Visitor().Put(await _cast.Goods(stall, price: 25_000), 2);
        Assert.Contains("mulai Rp10.000", (await buyer.Visit("/keranjang")).Text("cart-group"), StringComparison.Ordinal);
        await buyer.Visit("/checkout");
        Assert.Equal("Rp50.000 + ongkir", buyer.Text("[data-test=checkout-total] .if-delivery"));

        await buyer.Submit("see-fee", ("Input.Name", "Bu Contoh"), ("Input.Handover", "Delivery"), ("Input.Where", Near));

        Assert.Null(buyer.Find("refusal"));
        Assert.Equal("Lapak Tarif: ongkir Rp10.000, sampai dalam 1 hari", buyer.Text("delivery-offer"));
        Assert.Contains("Kec. Sanga Sanga", buyer.Text("delivery-place"), StringComparison.Ordinal);
        Assert.Equal("Rp60.000", buyer.Text("[data-test=checkout-total] .if-delivery"));
        Assert.Equal("Bu Contoh", buyer.Find("#Input_Name")?.GetAttribute("value"));

        await buyer.Submit("place-order", Shopping.Answers("Delivery"));

        Assert.Equal("Rp60.000", buyer.Text("order-total"));
        Assert.Contains("Kec. Sanga Sanga", buyer.Text("buyer"), StringComparison.Ordinal);
        var seller = await app.Inbox(stall.Owner);
        Assert.Contains("Gg. Contoh RT 01, dekat pasar, ", seller.Text("buyer-address"), StringComparison.Ordinal);
        Assert.Contains("Kec. Sanga Sanga", seller.Text("buyer-address"), StringComparison.Ordinal);
        Assert.Equal(["64.02.15"], await TariffsAsync(stall));
    }

    [Fact]
    public async Task Who_presses_the_last_button_at_once_sees_the_fee_first()
    {
        var stall = await _cast.Stall(fee: null);
        await _cast.Rate(stall, "64.02.15", 10_000);
        var amplang = await _cast.Goods(stall, price: 25_000);
        var buyer = await app.Visitor().Put(amplang, 2);
        await buyer.Visit("/checkout");

        await buyer.Submit("place-order", [.. Shopping.Answers("Delivery"), ("Input.Where", Near)]);

        Assert.Equal("/checkout", buyer.Path);
        Assert.Contains("Ongkir ke sana Rp10.000, jadi semuanya Rp60.000", buyer.Text("newly-priced"), StringComparison.Ordinal);
        Assert.Equal((100, 0), await _cast.StockOf(amplang));

        // another village is another price, and is shown as well
        await _cast.Rate(stall, "64.02", 30_000);
        await buyer.Submit("place-order", ("Input.Where", "Loa Duri Ilir, Loa Janan"));
        Assert.Contains("jadi semuanya Rp80.000", buyer.Text("newly-priced"), StringComparison.Ordinal);

        await buyer.Submit("place-order");
        Assert.Equal("Rp80.000", buyer.Text("order-total"));
    }

    [Fact]
    public async Task A_tariff_that_changed_meanwhile_is_shown_before_anything_is_ordered()
    {
        var stall = await _cast.Stall(fee: null);
        await _cast.Rate(stall, "64.02.15", 10_000);
        var amplang = await _cast.Goods(stall, price: 25_000);
        var buyer = await Priced(amplang, 2);
        await _cast.Rate(stall, "64.02.15", 15_000);

        await buyer.Submit("place-order", Shopping.Answers("Delivery"));

        Assert.Equal("Total sekarang Rp65.000, tadi Rp60.000.", buyer.Text("new-total"));
        Assert.Equal((100, 0), await _cast.StockOf(amplang));
        await buyer.Submit("place-order");
        Assert.Equal("Rp65.000", buyer.Text("order-total"));
    }

    [Fact]
    public async Task Too_little_is_said_at_the_field_with_what_is_missing_and_enough_is_free()
    {
        var stall = await _cast.Stall("Lapak Batas", fee: null);
        await _cast.Rate(stall, "64.02.15", 10_000, minimum: 50_000, freeFrom: 100_000);
        var amplang = await _cast.Goods(stall, price: 25_000);
        var buyer = await Priced(amplang, 1);

        Assert.Equal("Lapak Batas mengantar ke sana mulai belanja Rp50.000. Tambah Rp25.000 lagi, atau pilih Ambil sendiri.", buyer.Text("field-error"));
        await buyer.Submit("place-order", Shopping.Answers("Delivery"));
        Assert.Equal("/checkout", buyer.Path);
        Assert.NotNull(buyer.Find("#Input_Where[aria-invalid]"));
        Assert.Equal((100, 0), await _cast.StockOf(amplang));

        await buyer.Put(amplang, 1);
        buyer = await Look(buyer);
        Assert.Equal("Lapak Batas: ongkir Rp10.000, gratis bila tambah Rp50.000", buyer.Text("delivery-offer"));

        await buyer.Put(amplang, 2);
        buyer = await Look(buyer);
        Assert.Equal("Lapak Batas: ongkir gratis, karena belanja mulai Rp100.000", buyer.Text("delivery-offer"));
        await buyer.Submit("place-order", Shopping.Answers("Delivery"));
        Assert.Equal("Rp100.000", buyer.Text("order-total"));
    }

    [Fact]
    public async Task Each_seller_brings_at_a_price_of_its_own_or_is_visited()
    {
        var kim = await _cast.Kim();
        var (near, flat, far) = (
            await _cast.Stall("A Dekat", kim, fee: null), await _cast.Stall("B Rata", kim, fee: 12_000), await _cast.Stall("C Jauh", kim, fee: null));
        await _cast.Rate(near, "64.02.15", 5_000);
        await _cast.Rate(far, "64.72", 20_000);
        await _cast.Ship(far, false);
        var buyer = app.Visitor();
        foreach (var stall in new[] { near, flat, far })
        {
            await buyer.Put(await _cast.Goods(stall, price: 10_000));
        }

        await Look(buyer);

        Assert.Equal(["A Dekat: ongkir Rp5.000", "B Rata: ongkir Rp12.000, Kec. Sanga Sanga"], buyer.Texts("delivery-offer"));
        Assert.Equal("C Jauh belum mengantar ke sana. Bagian ini tetap diambil sendiri.", buyer.Text("still-pickup"));
        Assert.Equal(["Ongkir A DekatRp5.000", "Ongkir B RataRp12.000"], buyer.Texts("seller-fee"));

        await buyer.Submit("place-order", Shopping.Answers("Delivery"));
        Assert.Equivalent(new[] { "Rp15.000", "Rp22.000", "Rp10.000" }, buyer.Texts("order-total"));
        Assert.Equal("Rp47.000", buyer.Text("checkout-total"));
    }

    [Theory]
    [InlineData("", "Tulis desa atau kelurahan tujuan, supaya ongkirnya bisa dihitung.")]
    [InlineData("Xyzzyxqwv", "Tidak ada desa atau kelurahan bernama “Xyzzyxqwv”. Periksa ejaannya.")]
    [InlineData("Sumber Rejo", "Ada 20 tempat yang mirip.")]
    public async Task An_unclear_village_is_asked_for_at_its_field(string where, string sentence)
    {
        var stall = await _cast.Stall(fee: null);
        await _cast.Rate(stall, "64.02.15", 10_000);
        var buyer = await app.Visitor().Put(await _cast.Goods(stall));
        await buyer.Visit("/checkout");

        await buyer.Submit("place-order", [.. Shopping.Answers("Delivery"), ("Input.Where", where)]);

        Assert.StartsWith(sentence, buyer.Text("field-error"), StringComparison.Ordinal);
        Assert.Equal("#Input_Where", buyer.Find("[data-test=refusal] a")?.GetAttribute("href"));
        Assert.Equal("Pembeli Contoh", buyer.Find("#Input_Name")?.GetAttribute("value"));
    }

    [Theory]
    [InlineData("Input.SeenPlace", "64.02.15.1001")]
    [InlineData("Input.SeenPlace", "omong kosong")]
    [InlineData("Input.SeenDelivery", "0")]
    [InlineData("Input.Place", "omong kosong")]
    public async Task Nobody_is_brought_anything_at_a_fee_of_their_own(string field, string value)
    {
        var stall = await _cast.Stall(fee: null);
        await _cast.Rate(stall, "64.02.15.1003", 10_000);
        await _cast.Rate(stall, "64.02", 90_000);
        var amplang = await _cast.Goods(stall, price: 25_000);
        var buyer = await Priced(amplang, 2);

        await buyer.Submit("checkout-form", [.. Shopping.Answers("Delivery"), (field, value)]);

        // either looked at once more, or ordered at the price that stood there
        Assert.True(buyer.Path == "/checkout" || buyer.Text("order-total") == "Rp140.000" || buyer.Text("order-total") == "Rp60.000", buyer.Path);
    }

    private async Task<Browser> Priced(Goods goods, int quantity) => await Look(await app.Visitor().Put(goods, quantity));

    private static async Task<Browser> Look(Browser buyer)
    {
        await buyer.Visit("/checkout");
        return await buyer.Submit("see-fee", ("Input.Handover", "Delivery"), ("Input.Where", Near));
    }

    private Task<List<string>> TariffsAsync(Stall stall) => app.Db.QueryAsync(
        $"select e.data ->> 'Tariff' from events.mt_events e join orders o on o.order_id = e.stream_id where o.business_id = {stall.Id.Value} and e.type = 'order_placed'",
        row => row.GetString(0), default);
}
