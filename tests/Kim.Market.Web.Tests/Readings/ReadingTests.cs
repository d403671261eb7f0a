using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Tests.Pictures;

namespace Kim.Market.Web.Tests.Readings;

/// <summary>Whoever opens what is sealed of a person is written down, by the vault itself.</summary>
public sealed class ReadingTests(MarketApp app) : IClassFixture<MarketApp>
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task A_seller_who_reads_an_order_is_written_down_and_a_buyer_without_an_account_is_not()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        var buyer = await app.BuyerOf(goods);
        Assert.Equal(0, await Readings(goods.Stall.Owner.Value));
        var anybody = await All();

        await buyer.Visit(buyer.Path);
        Assert.Equal(anybody, await All());

        var seller = app.As(goods.Stall.Owner);
        await seller.Visit("/lapak/pesanan");
        Assert.Equal(1, await Readings(goods.Stall.Owner.Value));
        await seller.Visit("/lapak/pesanan"); // within a minute it is one look
        Assert.Equal(1, await app.Db.QueryAsync($"select sum(times)::int from app.readings where member_id = {goods.Stall.Owner.Value}", row => row.GetInt32(0), default) is [var times] ? times : 0);
    }

    [Fact]
    public async Task A_paper_that_is_opened_stands_in_the_list_of_the_office_and_of_the_operator_and_of_no_other_office()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        var owner = app.As(goods.Stall.Owner);
        await owner.Visit($"/lapak/sertifikat/{goods.Stall.Slug}");
        await owner.Upload("certificate-form", "Input.Paper", await Sample.OfAsync("jpg", 300, 400), ("Input.Kind", "Nib"), ("Input.Number", "1234567890123"), ("Input.Issuer", "OSS"));
        var paper = owner.Find("paper")!.GetAttribute("href")!;

        var officer = await _cast.Officer();
        var desk = app.As(officer);
        using (var opened = await desk.Http.GetAsync(paper))
        {
            opened.EnsureSuccessStatusCode();
        }

        await desk.Visit("/dinas/pembacaan");
        Assert.Contains(desk.Texts("reading"), line => line.Contains("data 1 orang, 1 kali, lewat /berkas/", StringComparison.Ordinal));
        await desk.Visit(desk.Find("[data-test=reading] a")!.GetAttribute("href")!);
        Assert.Single(desk.All("reading"));

        var other = app.As(await _cast.Officer("64.71", OfficeRole.Officer));
        await other.Visit("/dinas/pembacaan");
        Assert.Empty(other.All("reading"));
    }

    private async Task<int> Readings(Guid member) =>
        (await app.Db.QueryAsync($"select count(*)::int from app.readings where member_id = {member}", row => row.GetInt32(0), default))[0];

    private async Task<long> All() => (await app.Db.QueryAsync($"select count(*) from app.readings", row => row.GetInt64(0), default))[0];
}
