using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Listings;

/// <summary>One thing in several sizes: each is chosen, priced, counted and ordered by itself.</summary>
public class OptionPageTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_buyer_chooses_an_option_without_a_script_and_orders_that_one()
    {
        var small = await Trusted();
        var buyer = await app.Visitor().Visit($"/p/{small.Slug}");
        Assert.Null(buyer.Find("options"));

        var seller = await app.As(small.Stall.Owner).Visit($"/lapak/produk/{small.Id}");
        await seller.Visit(seller.Find("to-options")!.GetAttribute("href")!);
        await seller.Submit("option-form", Half(("Input.First", "250 g")));
        Assert.Equal("Pilihan ditambahkan.", seller.Text("flash"));
        Assert.Equal(2, seller.All("own-option").Count);

        await buyer.Visit($"/p/{small.Slug}");
        Assert.Equal($"{small.Name}, 250 g", buyer.Text("h1"));
        Assert.Equal(["250 g Rp25.000", "500 g Rp45.000"], buyer.Texts("[data-test=options] a"));
        Assert.Equal("250 g Rp25.000", buyer.Text("[data-test=options] a[aria-current]"));

        await buyer.Visit(buyer.All("[data-test=options] a")[1].GetAttribute("href")!);
        Assert.Equal($"{small.Name}, 500 g", buyer.Text("h1"));
        Assert.Equal("Rp45.000 Rp9.000 per 100 g", buyer.Text(".buy .price"));
        Assert.Equal("Tersisa 7 toples", buyer.Text("stock"));
        Assert.Equal("Contoh barang", buyer.Find(".gallery img")!.GetAttribute("alt"));
        await buyer.Submit("add-to-cart", ("jumlah", "2"));
        Assert.Contains($"{small.Name}, 500 g", buyer.Text("cart-line"), StringComparison.Ordinal);

        await buyer.Visit("/checkout");
        await buyer.Submit("place-order", ("Input.Name", "Pembeli Contoh"), ("Input.WhatsApp", "0812-0000-0788"));
        Assert.StartsWith("/pesanan/", buyer.Path, StringComparison.Ordinal);
        Assert.Contains($"{small.Name}, 500 g", buyer.Text("main"), StringComparison.Ordinal);
        Assert.Equal((100, 0), await _cast.StockOf(small));
        Assert.Equal("Tersisa 5 toples", (await app.Visitor().Visit(await Address(small, "500 g"))).Text("stock"));
        Assert.Equal("Tersisa 100 bungkus", (await app.Visitor().Visit($"/p/{small.Slug}")).Text("stock"));
    }

    [Fact]
    public async Task Each_option_has_its_own_price_and_its_own_trail()
    {
        var small = await Trusted();
        await Add(small);
        await _cast.Price(small, 27_000);

        var page = await app.Visitor().Visit($"/p/{small.Slug}");
        Assert.Equal(["250 g Rp27.000", "500 g Rp45.000"], page.Texts("[data-test=options] a"));
        var other = await Address(small, "500 g");
        Assert.Equal(["250 g Rp27.000", "500 g Rp45.000"], (await app.Visitor().Visit(other)).Texts("[data-test=options] a"));
        using var steps = System.Text.Json.JsonDocument.Parse(await page.Http.GetStringAsync(other + "/harga.json", Stop));
        Assert.DoesNotContain("27000", steps.RootElement.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_five_times_at_once_is_one_option_and_no_name_stands_twice()
    {
        var small = await Trusted();
        var seller = await app.As(small.Stall.Owner).Visit($"/lapak/produk/{small.Id}/pilihan");
        var requests = Enumerable.Range(0, 5).Select(_ => seller.Filled("option-form", Half(("Input.First", "250 g")))).ToList();
        await Task.WhenAll(requests.Select(request => seller.Http.SendAsync(request, Stop)));
        await seller.Visit($"/lapak/produk/{small.Id}/pilihan");
        Assert.Equal(2, seller.All("own-option").Count);
        Assert.Null(seller.Find("[name='Input.First']"));

        await seller.Submit("option-form", Half(("Input.Option", "500 G")));
        Assert.Contains("Pilihan “500 G” sudah ada.", seller.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("500 G", seller.Find("[name='Input.Option']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_option_of_a_seller_who_is_not_trusted_waits_for_the_KIM_and_can_be_renamed()
    {
        var small = await _cast.Goods(await _cast.Stall());
        await Add(small);
        var seller = await app.As(small.Stall.Owner).Visit($"/lapak/produk/{small.Id}/pilihan");
        Assert.Contains("Diperiksa KIM", seller.Texts("own-option")[1], StringComparison.Ordinal);
        Assert.Null((await app.Visitor().Visit($"/p/{small.Slug}")).Find("options"));

        await seller.Visit($"/lapak/produk/{small.Id}/ubah");
        await seller.Submit("edit-form", ("Input.Option", "kecil"));
        Assert.Equal("Tersimpan.", seller.Text("flash"));
        Assert.Equal($"{small.Name}, kecil", (await app.Visitor().Visit($"/p/{small.Slug}")).Text("h1"));
    }

    [Fact]
    public async Task Options_go_out_as_a_table_and_come_back_and_a_table_may_add_some()
    {
        var small = await Trusted();
        var seller = await Sent(small.Stall, "kode;nama;jenis;harga;satuan;pilihan;pilihan_dari\n"
            + $"{small.Slug};{small.Name};makanan-olahan/amplang;25000;bungkus;250 g;\n"
            + $";{small.Name};amplang;45000;toples;500 g;{small.Slug}\n;{small.Name};amplang;1;toples;500 g;{small.Slug}\n;{small.Name};amplang;1;toples;1 kg;tidak-ada\n");
        Assert.Equal("1 produk baru, 1 berubah, 0 tetap", seller.Text("[data-test=plan] h2"));
        Assert.Equal(2, seller.All("wrong-line").Count);
        await seller.Submit("apply");

        await seller.Visit("/lapak/produk/csv");
        var table = await seller.Http.GetStringAsync(seller.Find("download")!.GetAttribute("href"), Stop);
        Assert.Contains($",250 g,{small.Slug}\r\n", table, StringComparison.Ordinal);
        Assert.Contains($",500 g,{small.Slug}\r\n", table, StringComparison.Ordinal);
        Assert.Equal("0 produk baru, 0 berubah, 2 tetap", (await Sent(small.Stall, table)).Text("[data-test=plan] h2"));

        await seller.Visit("/riwayat");
        await seller.Submit("undo");
        Assert.Equal(small.Name, (await app.Visitor().Visit($"/p/{small.Slug}")).Text("h1"));
    }

    [Fact]
    public async Task A_family_has_twelve_however_they_come()
    {
        var small = await Trusted();
        var rows = string.Concat(Enumerable.Range(1, Product.MostOptions).Select(n => $";{small.Name};amplang;45000;toples;{n} kg;{small.Slug}\n"));
        var seller = await Sent(small.Stall, $"kode;nama;jenis;harga;satuan;pilihan;pilihan_dari\n{small.Slug};{small.Name};makanan-olahan/amplang;25000;bungkus;250 g;\n{rows}");
        Assert.Equal("11 produk baru, 1 berubah, 0 tetap", seller.Text("[data-test=plan] h2"));
        Assert.Contains("12", seller.Text("wrong-line"), StringComparison.Ordinal);
        await seller.Submit("apply");

        await seller.Visit($"/lapak/produk/{small.Id}/pilihan");
        Assert.Equal(Product.MostOptions, seller.All("own-option").Count);
        await seller.Submit("option-form", Half());
        Assert.Contains("paling banyak punya 12 pilihan", seller.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal([(long)Product.MostOptions], await app.Db.QueryAsync(
            $"select count(*) from products where family_id = {small.Id.Value}", row => row.GetInt64(0), Stop));
    }

    private static (string Field, string Value)[] Half(params (string Field, string Value)[] others) =>
    [
        .. new[]
        {
            ("Input.Option", "500 g"), ("Input.Price", "45.000"), ("Input.Unit", "toples"), ("Input.Content", "500"), ("Input.Measure", "Gram"), ("Input.Stock", "7"),
        }.Where(field => others.All(other => other.Field != field.Item1)), .. others,
    ];

    private async Task Add(Goods goods)
    {
        var seller = await app.As(goods.Stall.Owner).Visit($"/lapak/produk/{goods.Id}/pilihan");
        await seller.Submit("option-form", Half(("Input.First", "250 g")));
        Assert.Equal("Pilihan ditambahkan.", seller.Text("flash"));
    }

    private async Task<Goods> Trusted()
    {
        var stall = await _cast.Stall();
        await app.Marketplace.TellAsync(stall.Id, (Business known) => known.Trust(app.Clock.GetUtcNow()), new Metadata(), Stop);
        var goods = await _cast.Goods(stall);
        await app.Marketplace.TellAsync(
            goods.Id, (Product _) => Product.SetPhotos([new(new string('a', 64), "Contoh barang")], app.Clock.GetUtcNow()), new Metadata(), Stop);
        return goods;
    }

    private async Task<string> Address(Goods first, string option) => "/p/" + (await app.Db.RowsAsync<string>(
        $"select slug from products where family_id = {first.Id.Value} and option = {option}", Stop)).Single();

    private async Task<Browser> Sent(Stall stall, string text)
    {
        var seller = await app.As(stall.Owner).Visit("/lapak/produk/csv");
        return await seller.Upload("csv-form", "Input.File", System.Text.Encoding.UTF8.GetBytes(text));
    }
}
