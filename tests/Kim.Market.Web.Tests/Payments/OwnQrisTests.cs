using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Tests.Pictures;

namespace Kim.Market.Web.Tests.Payments;

public sealed class OwnQrisTests(MarketApp app) : IAsyncLifetime
{
    private readonly Cast _cast = new(app.Services);
    private Stall _stall = null!;

    private string Page => $"/lapak/pembayaran/{_stall.Slug}";

    public async ValueTask InitializeAsync() => _stall = await _cast.Stall();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_photo_is_read_and_counts_once_its_owner_has_seen_whose_code_it_is()
    {
        var owner = await app.As(_stall.Owner).Visit(Page);
        await owner.Upload("qris-form", "Input.Photo", await Posters.PhotoAsync(Posters.Stall));
        Assert.Equal("LAPAK KIM CONTOH", owner.Text("merchant"));
        Assert.Equal("KUTAI KARTANEGA", owner.Text("merchant-city"));
        Assert.Equal("NMID ID1099999999999", owner.Text("nmid"));
        Assert.NotNull(owner.Find("asked"));
        Assert.Empty(await EventsAsync());

        await owner.Submit("keep-qris");
        Assert.Contains("QRIS terpasang", owner.Text("flash"), StringComparison.Ordinal);
        Assert.NotNull(owner.Find("kept"));
        Assert.Equal(["business_qris_kept"], await EventsAsync());
        Assert.DoesNotContain(await StoredAsync(), stored => stored.Contains("CONTOH", StringComparison.Ordinal));

        await owner.Submit("drop-qris");
        Assert.Null(owner.Find("kept"));
        Assert.Equal(["business_qris_kept", "business_qris_dropped"], await EventsAsync());
    }

    [Fact]
    public async Task A_pasted_code_pressed_ten_times_at_once_is_put_up_once()
    {
        var owner = await app.As(_stall.Owner).Visit(Page);
        await owner.Submit("qris-form", ("Input.Written", $"  {Posters.Stall}\n"));
        var presses = Enumerable.Range(0, 10).Select(_ => owner.Filled("keep-qris")).ToList();
        var answers = await Task.WhenAll(presses.Select(press => owner.Alone().SendAsync(press, TestContext.Current.CancellationToken)));
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.OK));
        Assert.Equal(["business_qris_kept"], await EventsAsync());

        // another takes its place, and nothing of the first stays
        await owner.Visit(Page);
        await owner.Submit("qris-form", ("Input.Written", Posters.With("LAPAK KIM CONTOH", "LAPAK KIM KEDUA_")));
        await owner.Submit("keep-qris");
        Assert.Equal("LAPAK KIM KEDUA_", owner.Text("merchant"));
        Assert.Single(await app.Db.QueryAsync(
            $"select code from vault.qris where business_id = {_stall.Id.Value}", row => row.GetGuid(0), default));
    }

    [Fact]
    public async Task What_is_no_such_code_is_refused_at_the_field_with_what_to_do()
    {
        var owner = await app.As(_stall.Owner).Visit(Page);
        foreach (var (photo, words) in new[]
        {
            (await Sample.OfAsync("jpg", 300, 400), "Tidak ada kode QR yang terbaca"),
            (await Posters.PhotoAsync("https://wa.me/6281234567890"), "Ini bukan QRIS"),
            (await Posters.PhotoAsync(Posters.Stall.Replace("CONTOH6", "CONTOK6", StringComparison.Ordinal)), "tidak lengkap atau berubah"),
            ("<script>alert(1)</script>"u8.ToArray(), "bukan foto"),
        })
        {
            await owner.Upload("qris-form", "Input.Photo", photo);
            Assert.Contains(words, owner.Text("refusal"), StringComparison.Ordinal);
            Assert.Null(owner.Find("asked"));
        }

        foreach (var (written, words) in new[]
        {
            (Posters.With("5303360", "5303840"), "bukan untuk rupiah"),
            (Posters.With("5802ID", "5802MY"), "bukan dari Indonesia"),
            (Posters.With("010211", "010212"), "hanya untuk satu pembayaran"),
            (Posters.With("5802ID", "5405750005802ID"), "hanya untuk satu pembayaran"),
            (Posters.Stall[..^6], "tidak lengkap atau berubah"),
            ("081234567890", "Ini bukan QRIS"),
            ("", "Pilih dulu fotonya"),
        })
        {
            await owner.Submit("qris-form", ("Input.Written", written));
            Assert.Contains(words, owner.Text("refusal"), StringComparison.Ordinal);
            Assert.Equal(written, owner.Find("[name='Input.Written']")!.TextContent);
        }

        Assert.Empty(await EventsAsync());
    }

    [Fact]
    public async Task Only_the_owner_puts_a_code_up_and_it_counts_while_they_own_the_business()
    {
        var owner = await app.As(_stall.Owner).Visit(Page);
        await owner.Submit("qris-form", ("Input.Written", Posters.Stall));
        await owner.Submit("keep-qris");

        var staff = Id<Member>.New();
        await _cast.Employ(_stall.Id, staff, BusinessRole.Staff);
        foreach (var stranger in new[] { staff, (await _cast.Stall()).Owner, await _cast.Curator(_stall.Kim), await _cast.Officer() })
        {
            var browser = await app.As(stranger).Visit(Page);
            Assert.True(browser.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, browser.Status.ToString());
        }

        // a code of a former owner would send the money to them
        Assert.Null(await app.Marketplace.TellAsync(
            _stall.Id, (Business known) => known.HandOver(_stall.Owner, staff, app.Clock.GetUtcNow()), new Metadata(), default));
        var heir = await app.As(staff).Visit(Page);
        Assert.Equal(HttpStatusCode.OK, heir.Status);
        Assert.Null(heir.Find("kept"));
        await heir.Submit("qris-form", ("Input.Written", Posters.Stall));
        await heir.Submit("keep-qris");
        Assert.NotNull(heir.Find("kept"));
    }

    [Fact]
    public async Task Who_helps_and_reaches_for_the_money_is_refused_and_the_owner_finds_that_they_tried()
    {
        var (helper, staff, elsewhere) = (Id<Member>.New(), Id<Member>.New(), (await _cast.Stall()).Owner);
        await _cast.Employ(_stall.Id, helper, BusinessRole.GoodsHelper);
        await _cast.Employ(_stall.Id, staff, BusinessRole.Staff);
        await _cast.Employ(_stall.Id, elsewhere, BusinessRole.OrderHelper); // owns another stall, helps at this one
        Id<Member>[] close = [helper, staff, elsewhere, await _cast.Curator(_stall.Kim)];
        foreach (var member in close)
        {
            await app.As(member).Visit(Page);
        }

        Assert.Empty(await RefusedAsync()); // whoever only looks has not reached for anything
        foreach (var member in close)
        {
            var browser = await app.As(member).Visit("/keluar");
            var token = browser.Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            var presses = Enumerable.Range(0, 4).Select(_ => browser.Alone().PostAsync(
                new Uri($"{Page}?handler=Keep", UriKind.Relative),
                new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Input.Written", Posters.Stall)]), TestContext.Current.CancellationToken));
            Assert.All(await Task.WhenAll(presses), answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        }

        Assert.Equal(close.Select(member => member.Value).Order(), (await RefusedAsync()).Order());
        Assert.Empty(await EventsAsync());

        await new Bazaar(app).Settle();
        var owner = await app.As(_stall.Owner).Visit($"/lapak/jejak/{_stall.Slug}");
        Assert.Contains("Mencoba mengubah tujuan pembayaran, ditolak", owner.Text("main"), StringComparison.Ordinal);
    }

    // who stands in the event is who stands beside it
    private async Task<IReadOnlyList<Guid>> RefusedAsync() => await app.Db.QueryAsync(
        $"""
        select (data ->> 'Member')::uuid from events.mt_events
        where stream_id = {_stall.Id.Value} and type = 'business_payment_change_refused' and data ->> 'Member' = headers ->> 'actor'
        """, row => row.GetGuid(0), default);

    private async Task<IReadOnlyList<string>> EventsAsync() => await app.Db.QueryAsync(
        $"select type from events.mt_events where stream_id = {_stall.Id.Value} and type like 'business_qris%' order by version",
        row => row.GetString(0), default);

    private async Task<IReadOnlyList<string>> StoredAsync() => await app.Db.QueryAsync(
        $"select data::text from events.mt_events where stream_id = {_stall.Id.Value} and type like 'business_qris%'",
        row => row.GetString(0), default);
}
