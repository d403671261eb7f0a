using System.Net;
using System.Text;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Listings.Csv;

namespace Kim.Market.Web.Tests.Listings;

/// <summary>A list of goods goes out as a table and comes back as one act.</summary>
public class CsvTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task A_list_that_is_undone_leaves_the_stall_as_it_was_and_what_was_ordered_stays_in_its_order()
    {
        var stall = await _cast.Stall();
        var old = new[] { await _cast.Goods(stall, "Amplang", 20_000), await _cast.Goods(stall, "Bingka", 5_000), await _cast.Goods(stall, "Cincau", 8_000) };
        var before = await Rows(stall);
        var text = $"kode;nama;jenis;harga;satuan;stok\n{old[0].Slug};Amplang;amplang;25000;bungkus;\n{old[1].Slug};Bingka Kentang;amplang;6.000;bungkus;\n"
            + string.Concat(Enumerable.Range(1, 12).Select(n => $";Keripik {n};amplang;Rp 10.000;bungkus;7\n"));
        var seller = await Sent(stall, text);
        Assert.Equal("12 produk baru, 2 berubah, 0 tetap", seller.Text("[data-test=plan] h2"));
        Assert.Contains(seller.Texts("planned-line"), line => line.Contains("Harga: Rp20.000 → Rp25.000", StringComparison.Ordinal));
        Assert.Equal(before, await Rows(stall));

        await seller.Submit("apply");
        Assert.Equal("Daftar diterapkan. Bisa diurungkan dalam 24 jam.", seller.Text("flash"));
        Assert.Equal("Daftar dari berkas14 produk", seller.Text("act")[..27]);
        Assert.Equal(15, (await Rows(stall)).Count);
        var fresh = await Shown(stall, "Keripik 3");
        var buyer = await app.BuyerOf(fresh, quantity: 2);
        var other = await app.BuyerOf(old[0], quantity: 1);

        await seller.Visit("/riwayat");
        await seller.Submit("undo");

        Assert.Equal(before, await Rows(stall));
        Assert.Equal("Sudah tidak dijual", (await app.Visitor().Visit($"/p/{fresh.Slug}")).Text("[data-test=notice] b"));
        Assert.Contains("Keripik 3", (await buyer.Visit(buyer.Path)).Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Rp25.000", (await other.Visit(other.Path)).Page.Body!.TextContent, StringComparison.Ordinal);

        await seller.Visit("/riwayat");
        await seller.Submit("redo");
        Assert.Equal(15, (await Rows(stall)).Count);
        Assert.StartsWith("Rp25.000", (await app.Visitor().Visit($"/p/{old[0].Slug}")).Text("price"), StringComparison.Ordinal);
    }

    /// <summary>A3 of product.md: two hundred rows, three orders in between, one press.</summary>
    [Fact]
    public async Task Two_hundred_rows_are_taken_over_and_undone_in_one_press_each_in_good_time()
    {
        var stall = await _cast.Stall();
        await (await Sent(stall, "nama,jenis,harga,satuan,stok\n" + string.Concat(Enumerable.Range(1, 50).Select(n => $"Lama {n},amplang,20000,bungkus,9\n")))).Submit("apply");
        var before = await Rows(stall);
        var codes = before.Select(row => row.Split('|')).ToDictionary(row => row[0], row => row[1]);
        var text = "kode,nama,jenis,harga,satuan,stok\n"
            + string.Concat(codes.Select(code => $"{code.Value},{code.Key},amplang,25000,bungkus,\n"))
            + string.Concat(Enumerable.Range(1, 150).Select(n => $",Baru {n},amplang,10000,bungkus,5\n"));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var seller = await Sent(stall, text);
        Assert.Equal("150 produk baru, 50 berubah, 0 tetap", seller.Text("[data-test=plan] h2"));
        await seller.Submit("apply");
        Assert.Equal(200, (await Rows(stall)).Count);
        var fresh = await Shown(stall, "Baru 7");
        var buyers = new[] { await app.BuyerOf(fresh, 1), await app.BuyerOf(fresh, 2), await app.BuyerOf(fresh, 1) };
        var paid = await Paid(fresh);

        await seller.Visit("/riwayat");
        var undo = seller.Filled("undo");
        var again = seller.Filled("undo");
        using var first = await seller.Http.SendAsync(undo, TestContext.Current.CancellationToken);
        using var second = await seller.Http.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(before, await Rows(stall));
        Assert.Equal(paid, await Paid(fresh));
        Assert.Equal("Sudah tidak dijual", (await app.Visitor().Visit($"/p/{fresh.Slug}")).Text("[data-test=notice] b"));
        Assert.All(await Task.WhenAll(buyers.Select(buyer => buyer.Visit(buyer.Path))), buyer =>
            Assert.Contains("Baru 7", buyer.Page.Body!.TextContent, StringComparison.Ordinal));

        await seller.Visit("/riwayat");
        await seller.Submit("redo");
        Assert.Equal(200, (await Rows(stall)).Count);
        Assert.All((await Rows(stall)).Where(row => row.StartsWith("Lama", StringComparison.Ordinal)), row => Assert.Contains("|25000|", row, StringComparison.Ordinal));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task The_terms_of_goods_go_out_and_come_back_and_are_left_alone_where_there_is_no_column()
    {
        var stall = await _cast.Stall();
        var durian = await _cast.Goods(stall, "Durian", 50_000);
        var seller = await Sent(stall, $"kode;nama;jenis;harga;satuan;minimal;ketersediaan;lama_hari;musim;kehalalan\n"
            + $"{durian.Slug};Durian;amplang;50000;bungkus;3;musiman;;3-5 sampai 31-7;bahan halal\n;Kue;amplang;9000;bungkus;;dibuat;2;;\n;Salah;amplang;9000;bungkus;banyak;kapan saja;;Mei;manis\n");
        Assert.Equal("1 produk baru, 1 berubah, 0 tetap", seller.Text("[data-test=plan] h2"));
        Assert.Contains("musim: → 3-5 sampai 31-7", seller.Text("[data-test=plan]"), StringComparison.Ordinal);
        Assert.Contains("Kolom kehalalan berisi “manis”.", seller.Text("wrong-line"), StringComparison.Ordinal);
        await seller.Submit("apply");

        var table = await Downloaded(stall);
        Assert.Contains(",3,musiman,,3-5 sampai 31-7,bahan halal", table, StringComparison.Ordinal);
        Assert.Contains(",1,dibuat,2,,", table, StringComparison.Ordinal);
        Assert.Equal("0 produk baru, 0 berubah, 2 tetap", (await Sent(stall, table)).Text("[data-test=plan] h2"));
        Assert.Equal(
            "0 produk baru, 0 berubah, 1 tetap",
            (await Sent(stall, $"kode;nama;jenis;harga;satuan\n{durian.Slug};Durian;amplang;50000;bungkus\n")).Text("[data-test=plan] h2"));

        await seller.Visit("/riwayat");
        await seller.Submit("undo");
        Assert.Contains(",1,siap,,,", await Downloaded(stall), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_list_agreed_to_three_times_at_once_is_taken_over_once()
    {
        var stall = await _cast.Stall();
        var seller = await Sent(stall, "nama,jenis,harga,satuan\nKeripik,amplang,10000,bungkus\n");
        var requests = Enumerable.Range(0, 3).Select(_ => seller.Filled("apply")).ToList();

        await Task.WhenAll(requests.Select(request => seller.Http.SendAsync(request, TestContext.Current.CancellationToken)));

        Assert.Single(await Rows(stall));
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_row_by_row_and_the_rest_can_be_taken_over()
    {
        var stall = await _cast.Stall();
        var seller = await Sent(
            stall,
            "kode,nama,jenis,harga,satuan,isi,ukuran,stok\n"
            + ",\"Abon, pedas\",amplang,12500,bungkus,250,g,3\n"
            + "tidak-ada,Bingka,amplang,5000,bungkus,,,\n"
            + ",Cincau,jenis-aneh,mahal,,5,karung,banyak\n");

        Assert.Equal("1 produk baru, 0 berubah, 0 tetap", seller.Text("[data-test=plan] h2"));
        Assert.Equal("Baris 3: Kode “tidak-ada” tidak ada di lapak ini. Kosongkan kodenya untuk produk baru.", seller.Texts("wrong-line")[0]);
        Assert.StartsWith("Baris 4: Harga “mahal” tidak terbaca.", seller.Texts("wrong-line")[1], StringComparison.Ordinal);
        foreach (var reason in new[] { "Jenis “jenis-aneh” tidak dikenal", "Ukuran “karung” tidak dikenal", "Kolom stok berisi “banyak”", "Pilih satuan" })
        {
            Assert.Contains(reason, seller.Texts("wrong-line")[1], StringComparison.Ordinal);
        }

        await seller.Submit("apply");
        Assert.Equal(["Abon, pedas"], (await Rows(stall)).Select(row => row.Split('|')[0]));
    }

    [Fact]
    public async Task What_goes_out_comes_in_unchanged()
    {
        var stall = await _cast.Stall();
        var goods = await _cast.Goods(stall, "=Amplang \"super\", 250 g");
        Assert.Null(await app.Marketplace.TellAsync(
            goods.Id, (Product product) => product.Describe(product.Face with { Category = "makanan-olahan/amplang", Content = new(250, Measure.Gram), About = "Baris satu.\nBaris dua." }, app.Clock.GetUtcNow()),
            new Metadata(), TestContext.Current.CancellationToken));
        var seller = await app.As(stall.Owner).Visit("/lapak/produk/csv");
        var table = await seller.Http.GetByteArrayAsync(seller.Find("download")!.GetAttribute("href"), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("\n=", Encoding.UTF8.GetString(table), StringComparison.Ordinal);
        await seller.Upload("csv-form", "Input.File", table);
        Assert.Equal("0 produk baru, 0 berubah, 1 tetap", seller.Text("[data-test=plan] h2"));
    }

    [Theory]
    [InlineData("", "Pilih dulu berkasnya.")]
    [InlineData("nama\n", "Berkas ini kosong.")]
    [InlineData("nama,harga\nAbon,1000\n", "Kolom ini belum ada: jenis, satuan.")]
    [InlineData("\0\u0001\u0002PNG", "Berkas ini kosong.")]
    public async Task A_file_that_is_no_list_is_refused(string text, string why)
    {
        var seller = await Sent(await _cast.Stall(), text);

        Assert.StartsWith(why, seller.Text("refusal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_bounded()
    {
        var stall = await _cast.Stall();
        var rows = "nama,jenis,harga,satuan\n" + string.Concat(Enumerable.Repeat("Abon,amplang,1000,kg\n", GoodsCsv.MostRows + 1));

        Assert.StartsWith("Paling banyak 1.000 baris", (await Sent(stall, rows)).Text("refusal"), StringComparison.Ordinal);
        Assert.StartsWith("Berkas ini lebih dari 1 MB.", (await Sent(stall, new string('a', GoodsCsv.MostBytes + 1))).Text("refusal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_of_others_stay_theirs()
    {
        var stall = await _cast.Stall();
        var amplang = await _cast.Goods(stall);
        var stranger = await Sent(await _cast.Stall(), $"kode,nama,jenis,harga,satuan\n{amplang.Slug},Punya saya,amplang,1,bungkus\n");
        Assert.Single(stranger.All("wrong-line"));

        var mine = await Sent(stall, "nama,jenis,harga,satuan\nKeripik,amplang,10000,bungkus\n");
        await stranger.Visit("/lapak/produk/csv");
        using var request = mine.Filled("apply");
        using var stolen = await app.As((await _cast.Stall()).Owner).Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.NotEqual(HttpStatusCode.OK, stolen.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Visit($"/lapak/produk/csv?handler=Download&toko={stall.Slug}")).Status);
        Assert.Single(await Rows(stall));
    }

    private async Task<Browser> Sent(Stall stall, string text)
    {
        var seller = await app.As(stall.Owner).Visit("/lapak/produk/csv");
        return await seller.Upload("csv-form", "Input.File", Encoding.UTF8.GetBytes(text));
    }

    private Task<List<string>> Paid(Goods goods) => app.Db.RowsAsync<string>(
        $"select concat_ws('|', order_id, total) from orders where business_id = {goods.Stall.Id.Value} order by order_id", TestContext.Current.CancellationToken);

    private async Task<string> Downloaded(Stall stall)
    {
        var seller = await app.As(stall.Owner).Visit("/lapak/produk/csv");
        return await seller.Http.GetStringAsync(seller.Find("download")!.GetAttribute("href"), TestContext.Current.CancellationToken);
    }

    /// <summary>The stall as its seller's list and the public see it.</summary>
    private Task<List<string>> Rows(Stall stall) => app.Db.RowsAsync<string>(
        $"""
        select concat_ws('|', name, slug, category, unit, price, was, status, photo) from products
        where business_id = {stall.Id.Value} and status <> 5 order by product_id
        """, TestContext.Current.CancellationToken);

    /// <summary>A product of the list that was photographed and let through meanwhile.</summary>
    private async Task<Goods> Shown(Stall stall, string name)
    {
        var now = app.Clock.GetUtcNow();
        var found = await app.Db.RowAsync<Found>(
            $"select product_id, slug from products where business_id = {stall.Id.Value} and name = {name}", TestContext.Current.CancellationToken);
        var goods = new Goods(new(found!.ProductId), stall, name, found.Slug, 10_000);
        await app.Marketplace.TellAsync(goods.Id, (Product _) => Product.SetPhotos([new(new string('d', 64), name)], now), new Metadata(), default);
        await app.Marketplace.TellAsync(goods.Id, (Product product) => product.Publish(now), new Metadata(), default);
        return goods;
    }

    private sealed record Found(Guid ProductId, string Slug);
}
