using System.Net;

namespace Kim.Market.Web.Tests.Listings;

/// <summary>A seller writes a product anew.</summary>
public class EditTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task A_new_name_and_content_are_seen_on_the_next_request_and_found_by_search()
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        var buyer = await app.Visitor().Visit($"/p/{amplang.Slug}");
        var seller = await app.As(amplang.Stall.Owner).Visit($"/lapak/produk/{amplang.Id}/ubah");
        var name = $"Amplang {Guid.NewGuid():N}"[..20];

        await seller.Submit("edit-form", ("Input.Name", name), ("Input.Content", "500"), ("Input.Measure", "Gram"), ("Input.About", "Renyah."));

        Assert.Equal("Tersimpan.", seller.Text("flash"));
        Assert.Equal(name, (await buyer.Visit($"/p/{amplang.Slug}")).Text("h1"));
        Assert.Equal("Renyah.", buyer.Text(".about"));
        Assert.Contains("Rp5.000 per 100 g", buyer.Text("price"), StringComparison.Ordinal);
        await new Bazaar(app).Settle();
        Assert.Contains(name, (await app.Visitor().Visit($"/cari?q={Uri.EscapeDataString(name)}")).Texts("[data-test=product-card] h2, [data-test=product-card] h3"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_lost()
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        var seller = await app.As(amplang.Stall.Owner).Visit($"/lapak/produk/{amplang.Id}/ubah");

        await seller.Submit("edit-form", ("Input.Name", ""), ("Input.About", "Renyah."), ("Input.Category", "tidak/ada"));

        Assert.Equal(["Tulis nama produknya.", "Pilih jenisnya."], seller.Texts("field-error"));
        Assert.Equal("Renyah.", seller.Text("[name='Input.About']"));
    }

    [Fact]
    public async Task The_goods_of_another_stay_as_they_are()
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        var other = await _cast.Goods(await _cast.Stall());
        var stranger = await app.As(other.Stall.Owner).Visit($"/lapak/produk/{other.Id}/ubah");

        using var request = stranger.Filled("edit-form", ("Input.Name", "Punya saya"));
        request.RequestUri = new($"/lapak/produk/{amplang.Id}/ubah", UriKind.Relative);
        using var answer = await stranger.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(amplang.Name, (await app.Visitor().Visit($"/p/{amplang.Slug}")).Text("h1"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Visit($"/lapak/produk/{amplang.Id}/ubah")).Status);
    }
}
