using System.Net;
using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Listings;
using Kim.Market.Web.Tests.Pictures;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Listings;

/// <summary>A seller lists something, from the photo to the stall.</summary>
public class NewProductTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task Photo_name_price_and_stock_are_enough_and_the_KIM_is_asked_once_the_photo_is_ready()
    {
        var stall = await _cast.Stall();
        var seller = await app.As(stall.Owner).Visit("/lapak/produk/baru");

        await seller.Upload("new-form", "Input.Camera", await Sample.OfAsync("jpg", 320, 240), Answers("Sambal Gami Contoh"));

        Assert.Equal("Tersimpan. Begitu fotonya siap, KIM Anda memeriksanya.", seller.Text("flash"));
        Assert.Equal("Sambal Gami Contoh", seller.Text("h1"));
        Assert.StartsWith("Rp28.000", seller.Text("own-price"), StringComparison.Ordinal);
        Assert.StartsWith("12 di rak", seller.Text("own-stock"), StringComparison.Ordinal);

        await Prepared(seller);
        Assert.Equal("Diperiksa KIM", seller.Text("product-status"));
        Assert.Equal("Sambal Gami Contoh", seller.Find("[data-test=own-photo] img")!.GetAttribute("alt"));
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().Visit(seller.Find("[data-test=own-photo] img")!.GetAttribute("src")!)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Visit("/p/sambal-gami-contoh")).Status);
        Assert.Contains("Sambal Gami Contoh", (await seller.Visit("/lapak/produk")).Text("own-product"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_trusted_seller_lists_is_on_the_market_as_soon_as_its_photo_is_ready()
    {
        var stall = await _cast.Stall();
        Assert.Null(await app.Marketplace.TellAsync(
            stall.Id, (Domain.Businesses.Business known) => known.Trust(app.Clock.GetUtcNow()), new Metadata(), TestContext.Current.CancellationToken));
        var seller = await app.As(stall.Owner).Visit("/lapak/produk/baru");

        await seller.Upload("new-form", "Input.Gallery", await Sample.OfAsync("png", 300, 200), Answers("Madu Contoh"));
        Assert.Equal("Tersimpan. Produk tayang begitu fotonya siap.", seller.Text("flash"));
        await Prepared(seller);

        Assert.Equal("Tayang", seller.Text("product-status"));
        Assert.Equal("Madu Contoh", (await app.Visitor().Visit(seller.Find("public-page")!.GetAttribute("href")!)).Text("h1"));
    }

    [Theory]
    [InlineData("Input.Price", "999999999999999999999")]
    [InlineData("Input.Price", "-5")]
    [InlineData("Input.Stock", "1e9")]
    [InlineData("Input.Name", "\u0000\u202e")]
    [InlineData("Input.Category", "../../etc")]
    [InlineData("Input.Measure", "Ton")]
    [InlineData("Input.Received", "../../../../etc/passwd")]
    [InlineData("Input.Command", "bukan-guid")]
    public async Task Odd_values_are_never_a_failure(string field, string value)
    {
        var seller = await app.As((await _cast.Stall()).Owner).Visit("/lapak/produk/baru");

        await seller.Submit("save-draft", Answers("Aneh Contoh", (field, value)));

        Assert.True((int)seller.Status < 500, $"{field} = {value} ends in {seller.Status}.");
    }

    [Fact]
    public async Task The_same_form_sent_five_times_at_once_is_one_product()
    {
        var stall = await _cast.Stall();
        var seller = await app.As(stall.Owner).Visit("/lapak/produk/baru");
        using var form = seller.Filled("save-draft", Answers("Kerupuk Contoh"));
        var fields = await form.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            using var again = new HttpRequestMessage(HttpMethod.Post, form.RequestUri);
            again.Content = new StringContent(fields, null, "application/x-www-form-urlencoded");
            again.Headers.Add("Sec-Fetch-Site", "same-origin");
            using var answer = await seller.Http.SendAsync(again, TestContext.Current.CancellationToken);
            return answer.RequestMessage!.RequestUri!.AbsolutePath;
        }));

        Assert.Single(answers.Distinct());
        Assert.Single((await seller.Visit("/lapak/produk")).All("own-product"));
    }

    [Fact]
    public async Task Two_products_of_one_name_have_two_addresses()
    {
        var stall = await _cast.Stall();
        var name = $"Abon {Guid.NewGuid():N}";
        foreach (var _ in new[] { 1, 2 })
        {
            var seller = await app.As(stall.Owner).Visit("/lapak/produk/baru");
            await seller.Submit("save-draft", Answers(name));
            Assert.Equal("Draf tersimpan. Hanya Anda yang melihatnya.", seller.Text("flash"));
        }

        Assert.Equal(2, (await app.As(stall.Owner).Visit("/lapak/produk")).All("own-product").Count);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_neither_words_nor_photo_are_lost()
    {
        var stall = await _cast.Stall();
        var seller = await app.As(stall.Owner).Visit("/lapak/produk/baru");

        await seller.Upload("new-form", "Input.Camera", await Sample.OfAsync("jpg", 160, 120), Answers("Lempeng Contoh", ("Input.Price", "dua ribu")));

        Assert.Equal("Tulis harga dalam rupiah utuh, contoh 12.500.", seller.Text("field-error"));
        Assert.Equal("Lempeng Contoh", seller.Find("[name='Input.Name']")!.GetAttribute("value"));
        Assert.NotNull(seller.Find("photo-kept"));

        await seller.Submit("new-form", ("Input.Price", "2.000"));
        Assert.Equal("Tersimpan. Begitu fotonya siap, KIM Anda memeriksanya.", seller.Text("flash"));
        await Prepared(seller);
        Assert.Single(seller.All("own-photo"));
    }

    [Fact]
    public async Task Sending_to_the_KIM_needs_a_photo_and_a_draft_needs_none()
    {
        var seller = await app.As((await _cast.Stall()).Owner).Visit("/lapak/produk/baru");

        await seller.Submit("new-form", Answers("Bingka Contoh"));
        Assert.Equal("Ambil satu foto dulu, atau simpan sebagai draf.", seller.Text("field-error"));

        await seller.Submit("save-draft");
        Assert.Equal("Rancangan", seller.Text("product-status"));
        Assert.Null(seller.Find("submit-product"));
    }

    [Fact]
    public async Task A_file_that_is_no_photo_is_refused_with_what_to_do_instead()
    {
        var seller = await app.As((await _cast.Stall()).Owner).Visit("/lapak/produk/baru");

        await seller.Upload("new-form", "Input.Camera", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), Answers("Tikar Contoh"));
        Assert.Equal("Berkas ini bukan foto. Pilih foto JPEG, PNG, WebP, atau HEIC.", seller.Text("field-error"));

        await seller.Upload("new-form", "Input.Camera", Sample.EmptyPng(30_000, 30_000), Answers("Tikar Contoh"));
        Assert.Equal("Foto ini lebih dari 48 megapiksel. Pilih ukuran lebih kecil di kamera, lalu ambil lagi.", seller.Text("field-error"));
    }

    [Fact]
    public async Task A_photo_that_turns_out_to_be_broken_is_said_so_on_the_product()
    {
        var seller = await app.As((await _cast.Stall()).Owner).Visit("/lapak/produk/baru");

        await seller.Upload("new-form", "Input.Camera", Sample.EmptyPng(4000, 3000), Answers("Rotan Contoh"));
        await Prepared(seller);

        Assert.Equal("Foto ini rusak atau tidak terkirim utuh. Ambil atau pilih lagi.", seller.Text("photo-refused"));
        Assert.Equal("Rancangan", seller.Text("product-status"));
        await seller.Submit("[data-test=photo-job] button");
        Assert.Null(seller.Find("photo-refused"));
    }

    [Fact]
    public async Task Photos_are_added_moved_told_and_removed()
    {
        var stall = await _cast.Stall();
        var amplang = await _cast.Goods(stall);
        var seller = await app.As(stall.Owner).Visit($"/lapak/produk/{amplang.Id}");

        await seller.Upload("add-photo-form", "Input.Photo", await Sample.OfAsync("png", 200, 200));
        Assert.Equal("Foto diterima dan sedang disiapkan.", seller.Text("flash"));
        await Prepared(seller);
        Assert.Equal(2, seller.All("own-photo").Count);
        var second = seller.All("[data-test=own-photo] img")[1].GetAttribute("src");

        await seller.Submit("forward-photo");
        Assert.Equal(second, seller.All("[data-test=own-photo] img")[0].GetAttribute("src"));
        await seller.Submit("save-alt", ("Input.Alt", "Toples dari depan"));
        Assert.Equal("Toples dari depan", (await app.Visitor().Visit($"/p/{amplang.Slug}")).Find(".gallery img")!.GetAttribute("alt"));

        await seller.Submit("remove-photo");
        Assert.Single(seller.All("own-photo"));
        await seller.Submit("remove-photo");
        Assert.StartsWith("Satu foto harus tetap ada", seller.Text("refusal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_that_a_dying_node_had_taken_is_made_by_another_once_its_time_is_up()
    {
        var stall = await _cast.Stall();
        var (left, held) = (await _cast.Goods(stall), await _cast.Goods(stall));
        var original = await Received(await Sample.OfAsync("jpg", 180, 120));
        await Taken(held, original, app.Clock.GetUtcNow() + PhotoQueue.Lease);
        await Taken(left, original, app.Clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        app.Services.GetRequiredService<PhotoQueue>().Ring();
        var seller = await app.As(stall.Owner).Visit($"/lapak/produk/{left.Id}");

        await Prepared(seller);

        Assert.Equal(2, seller.All("own-photo").Count);
        Assert.NotNull((await seller.Visit($"/lapak/produk/{held.Id}")).Find("photo-preparing"));
    }

    [Fact]
    public async Task Nobody_opens_changes_or_photographs_the_goods_of_another()
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        var other = await _cast.Goods(await _cast.Stall());
        var stranger = await app.As(other.Stall.Owner).Visit($"/lapak/produk/{other.Id}");

        Assert.Equal(HttpStatusCode.NotFound, (await app.As(other.Stall.Owner).Visit($"/lapak/produk/{amplang.Id}")).Status);
        using var request = stranger.Filled("withdraw");
        request.RequestUri = new($"/lapak/produk/{amplang.Id}?handler=Withdraw", UriKind.Relative);
        using var answer = await stranger.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().Visit($"/p/{amplang.Slug}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.As(Id<Domain.Member>.New()).Visit("/lapak/produk")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.As(Id<Domain.Member>.New()).Visit("/lapak/produk/baru")).Status);
        Assert.StartsWith("/masuk", (await app.Visitor().Visit("/lapak/produk")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_off_the_stall_and_put_back_is_seen_on_the_next_request()
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        var buyer = await app.Visitor().Visit($"/p/{amplang.Slug}");
        Assert.NotNull(buyer.Find("add-form"));
        var seller = await app.As(amplang.Stall.Owner).Visit($"/lapak/produk/{amplang.Id}");

        await seller.Submit("withdraw");
        Assert.Null((await buyer.Visit($"/p/{amplang.Slug}")).Find("add-form"));
        await seller.Submit("put-back");
        Assert.NotNull((await buyer.Visit($"/p/{amplang.Slug}")).Find("add-form"));
    }

    private static (string, string)[] Answers(string name, params (string Field, string Value)[] others) =>
    [
        .. new[]
        {
            ("Input.Name", name), ("Input.Category", "makanan-olahan/amplang"), ("Input.Price", "28.000"), ("Input.Unit", "toples"),
            ("Input.Stock", "12"),
        }.ExceptBy(others.Select(other => other.Field), answer => answer.Item1),
        .. others,
    ];

    /// <summary>Reloads until no photo is on its way any more.</summary>
    private static async Task Prepared(Browser seller)
    {
        for (var patience = 0; patience < 200; patience++)
        {
            if ((await seller.Visit(seller.Path.Split('?')[0])).Find("photo-preparing") is null)
            {
                return;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The photo is never ready.");
    }

    private async Task<string> Received(byte[] photo)
    {
        using var upload = new MemoryStream(photo);
        return await app.Services.GetRequiredService<Web.Pictures.Pictures>().ReceiveAsync(upload, TestContext.Current.CancellationToken);
    }

    private Task<int> Taken(Goods goods, string original, DateTimeOffset until) => app.Db.ExecuteAsync(
        $"""
        insert into app.photo_jobs (id, product_id, original, member_id, submit, attempts, claimed_until)
        values ({Guid.CreateVersion7()}, {goods.Id.Value}, {original}, {goods.Stall.Owner.Value}, false, 1, {until})
        """, TestContext.Current.CancellationToken);
}
