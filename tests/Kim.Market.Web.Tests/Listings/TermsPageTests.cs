using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Products;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Listings;

/// <summary>A seller says on which terms a product can be had, and buyers read and are held to them.</summary>
public class TermsPageTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);
    private readonly Bazaar _bazaar = new(app);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_made_to_order_says_when_it_is_ready_and_how_many_can_be_made()
    {
        var cake = await _cast.Goods(await _cast.Stall(), "Kue Lapis Contoh");
        var seller = await Edit(
            cake, ("Input.Supply", "MadeToOrder"), ("Input.LeadDays", "3"), ("Input.Capacity", "20"), ("Input.Per", "Week"),
            ("Input.CutOff", "15"), ("Input.Deposit", "Setengah harga saat pesan."));
        Assert.Equal("Tersimpan.", seller.Text("flash"));

        var buyer = await app.Visitor().Visit($"/p/{cake.Slug}");
        Assert.Equal("Dibuat setelah dipesan: siap 3 hari kemudian", buyer.Text("[data-test=terms] b"));
        Assert.Contains("Penjual sanggup membuat 20 bungkus seminggu.", buyer.Text("terms"), StringComparison.Ordinal);
        Assert.Contains("Pesanan setelah pukul 15.00 dihitung mulai besok.", buyer.Text("terms"), StringComparison.Ordinal);
        Assert.Contains("Uang muka: Setengah harga saat pesan.", buyer.Text("terms"), StringComparison.Ordinal);
        Assert.Equal("Masih bisa dipesan 100 bungkus", buyer.Text("stock"));

        await buyer.Submit("add-to-cart");
        Assert.StartsWith("Dibuat setelah dipesan, siap sekitar ", buyer.Text("ready"), StringComparison.Ordinal);

        await seller.Visit($"/lapak/produk/{cake.Id}/ubah");
        Assert.Equal("3", seller.Find("[name='Input.LeadDays']")!.GetAttribute("value"));
        Assert.True(seller.Find("more-fields")!.HasAttribute("open"));
    }

    [Fact]
    public async Task Fewer_than_the_minimum_are_not_ordered_and_the_cart_says_how_many_are()
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        var buyer = await app.Visitor().Visit($"/p/{amplang.Slug}");
        await buyer.Submit("add-to-cart", ("jumlah", "2"));
        await buyer.Visit("/checkout");

        await Edit(amplang, ("Input.Minimum", "5"));
        await buyer.Submit("place-order", ("Input.Name", "Pembeli Contoh"), ("Input.WhatsApp", "0812-0000-0777"));
        Assert.Equal("/checkout", buyer.Path);
        Assert.Contains("Penjual melepas paling sedikit 5 sekali pesan.", buyer.Text("cart-moved"), StringComparison.Ordinal);

        await buyer.Visit("/keranjang");
        Assert.Equal("Penjual melepas paling sedikit 5 sekali pesan.", buyer.Text("line-problem"));
        await buyer.Submit("take-minimum");
        Assert.Equal("5", buyer.Find("quantity")!.GetAttribute("value"));

        var fresh = await app.Visitor().Visit($"/p/{amplang.Slug}");
        Assert.Equal("Paling sedikit 5 bungkus sekali pesan.", fresh.Text("minimum"));
        Assert.Equal(("5", "5"), (fresh.Find("[name=jumlah]")!.GetAttribute("value"), fresh.Find("[name=jumlah]")!.GetAttribute("min")));
    }

    [Fact]
    public async Task What_is_out_of_season_stands_last_says_when_it_comes_back_and_comes_back_on_that_day()
    {
        var booth = await _bazaar.Booth("64.02.09.2004");
        var word = $"musim{Guid.NewGuid():N}"[..14];
        var (durian, slug) = await _bazaar.Goods(booth, $"Durian {word}");
        await _bazaar.Goods(booth, $"Amplang {word}");
        var cart = await app.Visitor().Visit($"/p/{slug}");
        await cart.Submit("add-to-cart");
        var today = Product.DayOf(app.Clock.GetUtcNow());
        var from = today.AddDays(40);
        var until = today.AddDays(60);
        await app.Marketplace.TellAsync(
            durian, (Product known) => known.SetTerms(
                Terms.Ordinary with { Supply = Supply.Seasonal, Season = new(new(from.Month, from.Day), new(until.Month, until.Day)) },
                app.Clock.GetUtcNow()), new Metadata(), Stop);
        await _bazaar.Settle();

        var found = await app.Visitor().Visit($"/cari?q={word}");
        Assert.Equal([$"Amplang {word}", $"Durian {word}"], found.Texts("[data-test=product-card] h2"));
        Assert.StartsWith($"Mulai lagi {from.Day} ", found.Text(".on-photo[data-tone=season]"), StringComparison.Ordinal);
        Assert.Equal([$"Amplang {word}", $"Durian {word}"], (await app.Visitor().Visit($"/toko/{booth.BusinessSlug}")).Texts("[data-test=product-card] h3, [data-test=product-card] h2"));
        Assert.Null((await app.Visitor().Visit($"/p/{slug}")).Find("add-form"));
        Assert.StartsWith("Sedang tidak musim. Mulai lagi", (await cart.Visit("/keranjang")).Text("line-problem"), StringComparison.Ordinal);

        // as on that day: the season is set to begin today, and the calendar's turn is what the sweep finds
        await app.Marketplace.TellAsync(
            durian, (Product known) => known.SetTerms(
                known.Terms with { Season = new(new(today.Month, today.Day), new(until.Month, until.Day)) }, app.Clock.GetUtcNow().AddDays(-1)), new Metadata(), Stop);
        Assert.Null((await app.Visitor().Visit($"/p/{slug}")).Find("add-form"));
        while (await app.Services.GetRequiredService<Seasons>().SweepAsync(Stop) > 0)
        {
        }

        await _bazaar.Settle();
        Assert.NotNull((await app.Visitor().Visit($"/p/{slug}")).Find("add-form"));
        Assert.Equal([$"Amplang {word}", $"Durian {word}"], (await app.Visitor().Visit($"/cari?q={word}")).Texts("[data-test=product-card] h2").Order());
    }

    [Fact]
    public async Task The_seller_says_what_is_in_it_and_who_makes_it_in_plain_words_without_a_badge()
    {
        var (_, eaten) = await _bazaar.Goods(await _bazaar.Booth("64.02.09.2004"), "Kerupuk Contoh");
        Assert.Equal("Belum dinyatakan", (await app.Visitor().Visit($"/p/{eaten}")).Text("halal"));
        var amplang = await _cast.Goods(await _cast.Stall());

        var seller = await Edit(amplang, ("Input.Halal", "HalalIngredients"), ("Input.People", "Ibu-ibu dasawisma."), ("Input.Process", "Digoreng <b>dua</b> kali."));
        Assert.Equal("Tersimpan.", seller.Text("flash"));

        var page = await app.Visitor().Visit($"/p/{amplang.Slug}");
        Assert.Equal("Bahan halal menurut penjual Kata penjual sendiri; tidak ada sertifikat yang diperiksa.", page.Text("halal"));
        Assert.Null(page.Find(".badge"));
        Assert.Equal(["Siapa yang membuat", "Cara membuatnya"], page.Texts("[data-test=story] h3"));
        Assert.Contains("Digoreng <b>dua</b> kali.", page.Text("story"), StringComparison.Ordinal);
        Assert.Contains($"Ditulis oleh {amplang.Stall.Name}.", page.Text("story"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_at_its_field_and_numbers_are_refused()
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        var seller = await Edit(amplang, ("Input.Supply", "Seasonal"), ("Input.People", "Hubungi 0812-0000-0099"));
        Assert.Equal(["Pilih bulannya.", "Pilih bulannya."], seller.Texts("field-error"));
        Assert.Equal("Hubungi 0812-0000-0099", seller.Text("[name='Input.People']"));

        await seller.Submit("edit-form", ("Input.Supply", "MadeToOrder"));
        Assert.Equal(["Tulis berapa hari."], seller.Texts("field-error"));
        await seller.Submit("edit-form", ("Input.Supply", "OnRequest"));
        Assert.Contains("Jangan tulis nomor telepon", seller.Text("[role=alert]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_KIM_reads_the_story_too_and_what_in_it_needs_proof()
    {
        var stall = await _cast.Stall();
        var amplang = await _cast.Sent(stall);
        await Edit(amplang, ("Input.Process", "Digoreng tanpa pengawet."));
        var curator = app.As(await _cast.Curator(stall.Kim));

        await curator.Visit("/kelola/kurasi");
        Assert.Equal("Digoreng tanpa pengawet.", curator.Text("told"));
        Assert.Contains("Menyebut “tanpa pengawet”", curator.Text(".checks"), StringComparison.Ordinal);

        await curator.Submit("return-form", ("Input.Remarks", "Hapus klaimnya."));
        await Edit(amplang, ("Input.Process", "Digoreng dua kali."), ("Input.Minimum", "3"), ("Input.Supply", "OnRequest"));
        var seller = await app.As(stall.Owner).Visit($"/lapak/produk/{amplang.Id}");
        await seller.Submit("submit-product");
        await curator.Visit("/kelola/kurasi");
        Assert.Equal(["Siap kirim Bila diminta, paling sedikit 3", "Digoreng tanpa pengawet. Digoreng dua kali."], curator.Texts("change"));
    }

    private async Task<Browser> Edit(Goods goods, params (string Field, string Value)[] answers)
    {
        var seller = await app.As(goods.Stall.Owner).Visit($"/lapak/produk/{goods.Id}/ubah");
        return await seller.Submit("edit-form", answers);
    }
}
