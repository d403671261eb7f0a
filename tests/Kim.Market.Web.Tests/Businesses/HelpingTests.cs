using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Businesses;

/// <summary>A KIM sells for somebody without a telephone, and hands the stall over when there is one.</summary>
public sealed class HelpingTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);
    private readonly EventStore _store = app.Services.GetRequiredService<EventStore>();

    [Fact]
    public async Task A_curator_sells_for_Bu_Siti_until_her_code_makes_the_stall_hers()
    {
        var goods = await Unowned();
        var stall = goods.Stall;
        var curator = await _cast.Curator(stall.Kim);
        var desk = app.As(curator);
        var board = $"/kelola/lapak/{stall.Slug}";
        await desk.Visit($"/lapak/produk/{goods.Id}");
        Assert.Equal(HttpStatusCode.Forbidden, desk.Status);
        await desk.Visit(board);
        await desk.Submit("help");
        Assert.Null(desk.Find("help"));

        // everything they do says for whom
        desk = app.As(curator);
        await desk.Visit($"/lapak/produk/{goods.Id}/ubah");
        await desk.Submit("[data-test=edit-form]", ("Input.About", "Digoreng tiap pagi."));
        await desk.Visit($"/lapak/produk/{goods.Id}/harga");
        await desk.Submit("[data-test=price-form]", ("Input.Price", "27000"));
        await desk.Visit($"/lapak/atur/{stall.Slug}");
        await desk.Submit("settings-form", ("Input.PickupPlace", "Rumah Bu Siti"));
        await app.BuyerOf(goods);
        await desk.Visit("/lapak/pesanan");
        await desk.Submit("accept-order");
        await desk.Visit("/lapak/pesanan?status=diproses");
        await desk.Submit("ready-order");
        await desk.Visit("/lapak/pesanan?status=siap");
        await desk.Submit("hand-over");
        var order = (await app.Db.QueryAsync(
            $"select order_id from orders where business_id = {stall.Id.Value}", row => row.GetGuid(0), default)).Single();
        Assert.InRange(await Mine(curator, isFor: stall.Id.Value, goods.Id.Value, stall.Id.Value, order), 6, int.MaxValue);
        Assert.Equal(0, await Mine(curator, isFor: null, goods.Id.Value, stall.Id.Value, order));

        var buyer = app.Visitor();
        await buyer.Visit($"/p/{goods.Slug}");
        Assert.StartsWith("Dibantu KIM", buyer.Text("helped"), StringComparison.Ordinal);
        await buyer.Visit($"/toko/{stall.Slug}");
        Assert.Contains("Lapak ini dibantu KIM", buyer.Text("helped"), StringComparison.Ordinal);

        // the report says what the events say
        await desk.Visit("/kelola/pendampingan");
        var (helped, alone) = await Oracle(stall.Kim.Value);
        Assert.Equal((1, 0), (helped, alone));
        Assert.Equal(["1", "0"], desk.All("[data-test=totals] tbody tr").Select(row => row.QuerySelectorAll("td")[0].TextContent.Trim()));

        // nothing of people or certificates is a helper's
        await desk.Visit($"/lapak/sertifikat/{stall.Slug}");
        Assert.NotEqual(HttpStatusCode.OK, desk.Status);

        // the code, on her own telephone
        await desk.Visit(board);
        await desk.Submit("make-code");
        var code = desk.Text("code");
        Assert.Matches(@"^\d{6}$", code);
        var siti = app.Visitor();
        await siti.Visit($"/serah/{stall.Slug}");
        await siti.Submit("take-over-form", ("Input.Code", code == "000000" ? "111111" : "000000"));
        Assert.Contains("tidak cocok", siti.Text("refusal"), StringComparison.Ordinal);
        await siti.Submit("take-over-form", ("Input.Code", code));
        Assert.StartsWith("/undangan/", siti.Path, StringComparison.Ordinal);
        var number = $"0812{Random.Shared.Next(10_000_000, 99_999_999)}";
        await siti.Submit("join-form", ("Input.Name", "Siti Contoh"), ("Input.Login", number), ("Input.Password", "amplang-manis-7"));
        await siti.Visit($"/lapak/produk/{goods.Id}");
        Assert.Equal(HttpStatusCode.OK, siti.Status);

        // the curator is out with the next request
        await desk.Visit($"/lapak/produk/{goods.Id}/ubah");
        Assert.NotEqual(HttpStatusCode.OK, desk.Status);
        await buyer.Visit($"/p/{goods.Slug}");
        Assert.Null(buyer.Find("helped"));

        // asked back for goods alone
        await siti.Visit("/lapak/orang");
        await siti.Submit("invite", ("Input.Role", "GoodsHelper"));
        var link = await app.Services.GetRequiredService<AccountLinks>().OpenAsync(
            siti.Text("one-time-address").Split('/')[^1], AccountLinks.Invitation, default);
        Assert.Null(await app.Services.GetRequiredService<Invitations>().AcceptAsync(link!, curator, default));
        await desk.Visit($"/lapak/produk/{goods.Id}/ubah");
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        await desk.Visit("/lapak/pesanan");
        Assert.Equal(HttpStatusCode.Forbidden, desk.Status);
        await desk.Visit($"/lapak/atur/{stall.Slug}");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
    }

    [Fact]
    public async Task A_code_dies_after_five_tries_after_two_days_and_with_the_next_one()
    {
        var transfers = app.Services.GetRequiredService<Web.Features.Businesses.Transfers>();
        var stall = (await Unowned()).Stall;
        var asker = new Asker(await _cast.Curator(stall.Kim));
        var (first, _) = await transfers.OfferAsync(stall.Id, asker, default);
        var (second, _) = await transfers.OfferAsync(stall.Id, asker, default);
        if (first != second)
        {
            Assert.Null(await transfers.RedeemAsync(stall.Slug, first, default));
        }

        // ten at once: one stall, one owner
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => transfers.RedeemAsync(stall.Slug, second, default)));
        Assert.Single(answers, answer => answer == stall.Id.Value);

        var (third, _) = await transfers.OfferAsync(stall.Id, asker, default);
        var wrong = third == "000000" ? "111111" : "000000";
        for (var tried = 0; tried < 5; tried++)
        {
            Assert.Null(await transfers.RedeemAsync(stall.Slug, wrong, default));
        }

        Assert.Null(await transfers.RedeemAsync(stall.Slug, third, default));

        var (fourth, _) = await transfers.OfferAsync(stall.Id, asker, default);
        await app.Db.ExecuteAsync($"update app.transfer_codes set expires_at = expires_at - interval '49 hours' where business_id = {stall.Id.Value}", default);
        Assert.Null(await transfers.RedeemAsync(stall.Slug, fourth, default));
    }

    // Written down by its KIM: open, with goods, and nobody's yet.
    private async Task<Goods> Unowned()
    {
        var stall = await _cast.Stall("Kue Bu Siti");
        await app.Marketplace.TellAsync(
            stall.Id, (Business _) => (Decision<BusinessEvent>)[new BusinessMemberReleased(stall.Owner, BusinessRole.Owner, app.Clock.GetUtcNow())],
            new Metadata(), default);
        return await _cast.Goods(stall);
    }

    // How many events of these streams are the member's, for somebody or for nobody.
    private async Task<int> Mine(Id<Member> member, Guid? isFor, params Guid[] streams)
    {
        var told = await _store.ReadManyAsync(streams, default);
        var events = streams.SelectMany(stream => told[stream])
            .Where(recorded => recorded.Metadata.Actor == member.Value && recorded.Data is not BusinessMemberAppointed).ToList();
        return events.Count(recorded => recorded.Metadata.OnBehalfOf == isFor);
    }

    // Completed orders of a KIM, told from the events alone.
    private async Task<(int Helped, int Alone)> Oracle(Guid kim)
    {
        var orders = await app.Db.QueryAsync($"select order_id from orders where group_id = {kim}", row => row.GetGuid(0), default);
        var told = await _store.ReadManyAsync([.. orders], default);
        var completed = orders.Where(order => told[order].Any(recorded => recorded.Data is OrderCompleted)).ToList();
        var helped = completed.Count(order => told[order].Any(recorded => recorded.Metadata.OnBehalfOf is not null));
        return (helped, completed.Count - helped);
    }
}
