using System.Net;

namespace Kim.Market.Web.Tests.Carts;

public class CartTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task What_is_put_in_is_there_at_todays_price()
    {
        var stall = await _cast.Stall();
        var amplang = await _cast.Goods(stall, price: 25_000);
        var buyer = await app.Visitor().Put(amplang, 2);

        await _cast.Price(amplang, 27_500);
        await buyer.Visit("/keranjang");

        Assert.Equal("2 barang di keranjang", buyer.Text("h1"));
        Assert.Equal("Rp55.000", buyer.Text("cart-total"));
        Assert.Equal("2", buyer.Cookie("kim_cart_n"));
    }

    [Fact]
    public async Task Putting_the_same_in_again_adds_to_the_line()
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        var buyer = await app.Visitor().Put(amplang, 2);

        await buyer.Put(amplang, 3);

        Assert.Equal("5", Assert.Single(buyer.All("quantity")).GetAttribute("value"));
    }

    [Fact]
    public async Task Lines_stand_under_their_group_and_their_seller()
    {
        var kim = await _cast.Kim("KIM Dua Penjual");
        var buyer = app.Visitor();
        await buyer.Put(await _cast.Goods(await _cast.Stall("Lapak Satu", kim)));
        await buyer.Put(await _cast.Goods(await _cast.Stall("Lapak Dua", kim)));

        await buyer.Put(await _cast.Goods(await _cast.Stall("Lapak Tiga", await _cast.Kim("KIM Lain"))));

        Assert.Equal(["KIM Dua Penjual", "KIM Lain"], buyer.Texts("[data-test=cart-group] h2"));
        Assert.Equal(["Lapak Dua", "Lapak Satu", "Lapak Tiga"], buyer.Texts("h3.seller"));
    }

    [Fact]
    public async Task Quantities_are_typed_stepped_and_set_to_nothing()
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        var buyer = await app.Visitor().Put(amplang);

        await buyer.Submit("quantity", ("Input.Quantity", "7"));
        Assert.Equal("7 barang di keranjang", buyer.Text("h1"));

        await buyer.Submit("button[value='+']");
        Assert.Equal("8 barang di keranjang", buyer.Text("h1"));

        await buyer.Submit("button[value='-']");
        Assert.Equal("7 barang di keranjang", buyer.Text("h1"));

        await buyer.Submit("remove-line");
        Assert.Equal("Keranjang masih kosong", buyer.Text("h1"));
        Assert.Null(buyer.Cookie("kim_cart_n"));
    }

    [Fact]
    public async Task A_line_that_ran_short_stays_and_offers_what_is_left()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), stock: 10);
        var buyer = await app.Visitor().Put(amplang, 5);
        await _cast.Remove(amplang, 7);

        await buyer.Visit("/keranjang");

        Assert.Equal("Anda minta 5, tersisa 3.", buyer.Text("line-problem"));
        Assert.Null(buyer.Find("to-checkout"));

        await buyer.Submit("take-left");

        Assert.Empty(buyer.All("line-problem"));
        Assert.Equal("Rp75.000", buyer.Text("cart-total"));
    }

    [Fact]
    public async Task Every_reason_why_a_line_cannot_be_had_is_said()
    {
        var stall = await _cast.Stall("Lapak Tutup Contoh");
        var (withdrawn, gone) = (await _cast.Goods(await _cast.Stall(), "Satu"), await _cast.Goods(await _cast.Stall(), "Dua", stock: 1));
        var (closed, dormant) = (await _cast.Goods(stall, "Tiga"), await _cast.Goods(await _cast.Stall(), "Empat"));
        var buyer = app.Visitor();
        foreach (var goods in (Goods[])[withdrawn, gone, closed, dormant])
        {
            await buyer.Put(goods);
        }

        await _cast.Withdraw(withdrawn);
        await _cast.Remove(gone, 1);
        await _cast.Close(stall);
        await _cast.Rest(dormant.Stall.Kim);
        await buyer.Visit("/keranjang");

        Assert.Equivalent(
            new[]
            {
                "Sudah tidak dijual.", "Habis: tersisa 0 dari 1 yang Anda minta.", "Lapak Tutup Contoh sedang tutup.",
                "KIM Tepian Contoh sedang vakum, jadi pesanan belum bisa diteruskan.",
            },
            buyer.Texts("line-problem"));
        Assert.Equal("Rp0", buyer.Text("cart-total"));
    }

    [Theory]
    [InlineData("tidak-ada-barang-ini", "1")]
    [InlineData("' or 1=1 --", "1")]
    [InlineData("\0", "1")]
    [InlineData("", "")]
    public async Task What_is_not_sold_is_refused_in_words(string slug, string quantity)
    {
        var buyer = await app.Visitor().Post("/keranjang/tambah", ("slug", slug), ("jumlah", quantity));

        Assert.Equal(HttpStatusCode.OK, buyer.Status);
        Assert.StartsWith("Barang itu belum bisa dimasukkan", buyer.Text("notice"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-5", "1")]
    [InlineData("banyak", "1")]
    [InlineData("100000", "999")]
    public async Task An_odd_quantity_becomes_a_possible_one(string typed, string kept)
    {
        var amplang = await _cast.Goods(await _cast.Stall(), stock: 5_000);

        var buyer = await app.Visitor().Post("/keranjang/tambah", ("slug", amplang.Slug), ("jumlah", typed));

        Assert.Equal(kept, buyer.Find("quantity")?.GetAttribute("value"));
    }

    [Fact]
    public async Task A_quantity_that_is_no_number_changes_nothing_and_is_explained()
    {
        var buyer = await app.Visitor().Put(await _cast.Goods(await _cast.Stall()), 2);

        await buyer.Submit("quantity", ("Input.Quantity", "dua"));

        Assert.Equal(HttpStatusCode.OK, buyer.Status);
        Assert.NotEqual("", buyer.Text("refusal"));
        Assert.Equal("2 barang di keranjang", buyer.Text("h1"));
    }

    [Fact]
    public async Task A_cart_is_its_browsers_alone()
    {
        var buyer = await app.Visitor().Put(await _cast.Goods(await _cast.Stall()));
        var stranger = app.Visitor();
        stranger.SetCookie("kim_cart", buyer.Cookie("kim_cart")![..^1]);

        await stranger.Visit("/keranjang");

        Assert.Equal("Keranjang masih kosong", stranger.Text("h1"));
        Assert.Contains("no-store", buyer.Headers["Cache-Control"].Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_cannot_fill_a_cart()
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/keranjang/tambah")
        {
            Content = new FormUrlEncodedContent([new("slug", amplang.Slug), new("jumlah", "1")]),
            Headers = { { "Sec-Fetch-Site", "cross-site" } },
        };

        var answer = await app.Visitor().Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
