using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Tests.Pictures;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Payments;

public sealed class TransferTests(MarketApp app) : IAsyncLifetime
{
    private readonly Cast _cast = new(app.Services);
    private Goods _goods = null!;

    private string Page => $"/lapak/pembayaran/{_goods.Stall.Slug}";

    public async ValueTask InitializeAsync()
    {
        _goods = await _cast.Goods(await _cast.Stall());
        await app.NameAccount(_goods.Stall);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_owner_names_an_account_and_no_event_holds_it()
    {
        var owner = await app.As(_goods.Stall.Owner).Visit(Page);
        Assert.Equal("Bank Contoh 1234 5678 90a.n. Ibu Contoh Sekali", owner.Text("account"));
        Assert.Equal(["business_account_kept"], await EventsAsync());
        Assert.DoesNotContain(await app.Db.QueryAsync(
            $"select data::text || coalesce(headers::text, '') from events.mt_events where stream_id = {_goods.Stall.Id.Value}", row => row.GetString(0), default),
            stored => stored.Contains("12345678", StringComparison.Ordinal) || stored.Contains("Sekali", StringComparison.Ordinal));

        await owner.Submit("account-form", ("Input.Bank", "Bank  Contoh"), ("Input.Number", "1234-5678.90"), ("Input.Holder", "Ibu Contoh Sekali"));
        Assert.Single(await EventsAsync());

        await owner.Submit("drop-account");
        Assert.Null(owner.Find("account"));
        Assert.Equal(["business_account_kept", "business_account_dropped"], await EventsAsync());
    }

    [Theory]
    [InlineData("Input.Bank", "", "Tulis nama banknya")]
    [InlineData("Input.Number", "12a45", "Nomor rekening ditulis dengan angka")]
    [InlineData("Input.Number", "1234", "Nomor rekening ditulis dengan angka")]
    [InlineData("Input.Number", "123456789012345678901", "Nomor rekening ditulis dengan angka")]
    [InlineData("Input.Holder", " ", "Tulis nama pemilik rekening")]
    public async Task What_is_no_account_is_refused_at_its_field(string field, string value, string sentence)
    {
        var owner = await app.As(_goods.Stall.Owner).Visit(Page);

        await owner.Submit("account-form", [.. new[] { ("Input.Bank", "BRI"), ("Input.Number", "12345678"), ("Input.Holder", "Ibu") }.Where(answer => answer.Item1 != field), (field, value)]);

        Assert.StartsWith(sentence, owner.Text("field-error"), StringComparison.Ordinal);
        Assert.Single(await EventsAsync());
    }

    [Fact]
    public async Task Only_the_owner_names_it_and_it_counts_while_they_own_the_business()
    {
        var (staff, helper) = (Id<Member>.New(), Id<Member>.New());
        await _cast.Employ(_goods.Stall.Id, staff, BusinessRole.Staff);
        await _cast.Employ(_goods.Stall.Id, helper, BusinessRole.GoodsHelper);
        foreach (var stranger in new[] { staff, helper, (await _cast.Stall()).Owner, await _cast.Curator(_goods.Stall.Kim) })
        {
            var browser = await app.As(stranger).Visit(Page);
            Assert.True(browser.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, browser.Status.ToString());
        }

        var buyer = await Accepted();
        Assert.NotNull(buyer.Find("pay-transfer"));
        Assert.Null(await app.Marketplace.TellAsync(
            _goods.Stall.Id, (Business known) => known.HandOver(_goods.Stall.Owner, staff, app.Clock.GetUtcNow()), new Metadata(), default));
        Assert.Null((await buyer.Visit(buyer.Path)).Find("pay-transfer"));
        Assert.Null((await app.As(staff).Visit(Page)).Find("account"));
    }

    [Fact]
    public async Task A_buyer_sees_the_account_once_accepted_sends_a_picture_and_only_the_two_open_it()
    {
        var early = await app.BuyerOf(_goods);
        Assert.Null(early.Find("pay-transfer"));
        var buyer = await Accepted(early);
        Assert.Equal("Bank Contoh", buyer.Text("transfer-bank"));
        Assert.Equal("1234 5678 90", buyer.Text("transfer-number"));
        Assert.Equal("Ibu Contoh Sekali", buyer.Text("transfer-holder"));
        Assert.Matches("^Rp50\\.0[0-9]{2}$", buyer.Text("transfer-amount"));

        await buyer.Upload("proof-form", "Input.Photo", await ProofAsync(301));
        Assert.Contains("Bukti terkirim", buyer.Text("flash"), StringComparison.Ordinal);
        Assert.Contains("Pembeli mengirim bukti bayar", buyer.Texts("[data-test=timeline-item] b"));
        Assert.Equal("Penjual menyiapkan barang", buyer.Texts("[data-test=timeline-item] b")[4]);
        var own = buyer.Find("[data-test=given-proofs] a")!.GetAttribute("href")!;
        await OpensAsync(buyer, own);

        var seller = await app.Inbox(_goods.Stall.Owner, "diproses");
        var theirs = seller.Find("proof")!.GetAttribute("href")!;
        await OpensAsync(seller, theirs);
        Assert.Null(seller.Find("proof-used"));
        Assert.NotNull(seller.Find("state-paid"));

        // whoever else comes along, with whatever key, opens nothing
        var (helper, other) = (Id<Member>.New(), await _cast.Stall());
        await _cast.Employ(_goods.Stall.Id, helper, BusinessRole.OrderHelper);
        Assert.Null((await app.Inbox(helper, "diproses")).Find("proof"));
        foreach (var (stranger, address) in new[]
        {
            (app.As(helper), theirs), (app.As(other.Owner), theirs), (app.As(await _cast.Officer()), theirs), (app.Visitor(), theirs),
            (app.Visitor(), $"/pesanan/{Chat(buyer)}/bukti/{own.Split('/')[^1]}"), (app.Visitor(), $"/pesanan/AAAAAAAAAAAAAAAAAAAAAA/bukti/{own.Split('/')[^1]}"),
        })
        {
            var visit = await stranger.Visit(address);
            Assert.True(visit.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden || visit.Path.StartsWith("/masuk", StringComparison.Ordinal), $"{visit.Status} {visit.Path}");
        }

        Assert.Null((await app.Visitor().Visit($"/pesanan/{Chat(buyer)}")).Find("given-proofs"));

        await seller.Submit("state-paid");
        await buyer.Visit(buyer.Path);
        Assert.Null(buyer.Find("pay-transfer"));
        Assert.NotNull(buyer.Find("given-proofs"));
    }

    [Fact]
    public async Task A_picture_that_was_used_before_is_pointed_out_to_the_seller_also_when_saved_anew()
    {
        var photo = await ProofAsync(302);
        var first = await Accepted();
        await first.Upload("proof-form", "Input.Photo", photo);
        var again = await Accepted();
        await again.Upload("proof-form", "Input.Photo", [.. photo[..2], 0xFF, 0xFE, 0, 7, .. "halo!"u8, .. photo[2..]]);

        var flags = (await app.Inbox(_goods.Stall.Owner, "diproses")).Texts("proof-used");
        Assert.Equal(2, flags.Count);
        Assert.Contains(first.Text("order-number"), flags[1], StringComparison.Ordinal);
        Assert.Contains(again.Text("order-number"), flags[0], StringComparison.Ordinal);

        // another stall learns that it was used, and not for which order
        var elsewhere = await _cast.Goods(await _cast.Stall());
        await app.NameAccount(elsewhere.Stall);
        var third = await Accepted(await app.BuyerOf(elsewhere), elsewhere);
        await third.Upload("proof-form", "Input.Photo", photo);
        Assert.Empty(await app.Services.GetRequiredService<Rebuild>().VerifyAsync("payment_proofs", null, TestContext.Current.CancellationToken));
        Assert.Contains("untuk pesanan di lapak lain", (await app.Inbox(elsewhere.Stall.Owner, "diproses")).Text("proof-used"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_five_times_at_once_it_is_one_proof_and_five_are_enough()
    {
        var buyer = await Accepted();
        var photo = await ProofAsync(303);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SendAsync(buyer, photo)));
        Assert.Single((await buyer.Visit(buyer.Path)).All("[data-test=given-proofs] a"));

        for (var n = 0; n < 4; n++)
        {
            await buyer.Upload("proof-form", "Input.Photo", await ProofAsync(310 + n));
        }

        Assert.Equal(5, buyer.All("[data-test=given-proofs] a").Count);
        Assert.Null(buyer.Find("proof-form"));
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_with_what_to_do()
    {
        var buyer = await Accepted();

        await buyer.Submit("proof-form");
        Assert.Contains("Pilih dulu foto buktinya", buyer.Text("refusal"), StringComparison.Ordinal);
        await buyer.Upload("proof-form", "Input.Photo", "<script>alert(1)</script>"u8.ToArray());
        Assert.Contains("bukan foto", buyer.Text("refusal"), StringComparison.Ordinal);
        Assert.Null(buyer.Find("given-proofs"));
    }

    [Fact]
    public async Task With_the_buyer_the_picture_is_forgotten()
    {
        var buyer = await Accepted();
        await buyer.Upload("proof-form", "Input.Photo", await ProofAsync(304));
        var proof = (await app.Inbox(_goods.Stall.Owner, "diproses")).Find("proof")!.GetAttribute("href")!;
        var subject = (await app.Db.QueryAsync(
            $"select buyer_id from orders where business_id = {_goods.Stall.Id.Value}", row => row.GetGuid(0), default)).Single();

        // kept on by law under another key, and then not at all
        await app.Db.ExecuteAsync($"update vault.keys set key = {new byte[32]} where subject = {subject}", default);
        Assert.Equal(HttpStatusCode.NotFound, (await app.As(_goods.Stall.Owner).Visit(proof)).Status);
        await _cast.Erase(subject);
        Assert.Equal(HttpStatusCode.NotFound, (await app.As(_goods.Stall.Owner).Visit(proof)).Status);
    }

    private static Task<byte[]> ProofAsync(int width) => Sample.OfAsync("jpg", width, 420);

    private static string Chat(Browser buyer) =>
        Uri.UnescapeDataString(buyer.Find("whatsapp-link")!.GetAttribute("href")!).Split("/pesanan/")[^1];

    private static async Task OpensAsync(Browser browser, string address)
    {
        using var answer = await browser.Alone().GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("image/", answer.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    private static async Task SendAsync(Browser buyer, byte[] photo)
    {
        using var filled = buyer.Filled("proof-form");
        using var parts = new MultipartFormDataContent();
        foreach (var pair in (await filled.Content!.ReadAsStringAsync()).Split('&').Select(pair => Uri.UnescapeDataString(pair.Replace('+', ' ')).Split('=', 2)))
        {
            parts.Add(new StringContent(pair[1]), pair[0]);
        }

        parts.Add(new ByteArrayContent(photo), "Input.Photo", "bukti.jpg");
        using var request = new HttpRequestMessage(HttpMethod.Post, filled.RequestUri) { Content = parts, Headers = { { "Sec-Fetch-Site", "same-origin" } } };
        using var answer = await buyer.Alone().SendAsync(request);
        Assert.True(answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.OK, answer.StatusCode.ToString());
    }

    private async Task<Browser> Accepted(Browser? ordered = null, Goods? goods = null)
    {
        var buyer = ordered ?? await app.BuyerOf(_goods);
        await (await app.Inbox((goods ?? _goods).Stall.Owner)).Submit("accept-order");
        return await buyer.Visit(buyer.Path);
    }

    private async Task<IReadOnlyList<string>> EventsAsync() => await app.Db.QueryAsync(
        $"select type from events.mt_events where stream_id = {_goods.Stall.Id.Value} and type like 'business_account%' order by version",
        row => row.GetString(0), default);
}
