using System.Net;
using System.Text;
using System.Text.Json;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Erasures;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Erasures;

/// <summary>A14: a person is forgotten, and every figure stays. In a program of its own: its clock runs ahead, its database is read whole.</summary>
public sealed class ForgettingTests : IAsyncLifetime
{
    private const string Name = "Zubaidah Ujicoba";
    private const string Phone = "0857-1122-3344";
    private const string Mail = "zubaidah.ujicoba@contoh.id";
    private const string Address = "Jalan Karang Melintang nomor dua";

    private readonly MarketApp _app = new();
    private Cast _cast = null!;
    private Goods _goods = null!;

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        _cast = new(_app.Services);
        _goods = await _cast.Goods(await _cast.Stall());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_buyer_is_forgotten_and_nothing_in_the_database_leads_back_while_every_figure_stays()
    {
        var buyer = await OrderAsync();
        var seller = await _app.Inbox(_goods.Stall.Owner);
        Assert.Equal(Name, seller.Text("buyer-name"));
        await seller.Submit("accept-order");
        await (await seller.Visit("/lapak/pesanan?status=diproses")).Submit("ready-order");
        await (await seller.Visit("/lapak/pesanan?status=siap")).Submit("hand-over");
        await new Bazaar(_app).Settle();
        var before = await FiguresAsync();
        Assert.Equal(1, await CountAsync($"select count(*) from orders where status = 3"));

        var id = (await _app.Db.QueryAsync($"select buyer_id from orders where status = 3", row => row.GetGuid(0), default)).Single();
        await _app.Services.GetRequiredService<Subscriptions>().AddMailboxAsync(id, isMember: false, Mail, default);

        // what is known, in a file another program can read
        await buyer.Visit(buyer.Path + "/data");
        using var file = JsonDocument.Parse(await buyer.Http.GetStringAsync(new Uri(buyer.Find("download")!.GetAttribute("href")!, UriKind.Relative), default));
        Assert.Equal(Name, file.RootElement.GetProperty("nama").GetString());
        Assert.Equal(Address, file.RootElement.GetProperty("alamat").GetString());
        Assert.Equal(1, file.RootElement.GetProperty("pesanan").GetArrayLength());
        Assert.Equal(Mail, file.RootElement.GetProperty("kabar")[0].GetProperty("lewat").GetString());

        // not by mistake, and then at once
        await buyer.Submit("erase-form");
        Assert.Contains("Centang dulu", buyer.Text("refusal"), StringComparison.Ordinal);
        var sealedBefore = await SealedAsync();
        await buyer.Submit("erase-form", ("Input.Sure", "true"));
        Assert.Contains("sudah dihapus", buyer.Text("flash"), StringComparison.Ordinal);
        Assert.Contains("PP 80/2019", buyer.Text("kept-until"), StringComparison.Ordinal);
        Assert.Null(buyer.Find("known"));

        await buyer.Visit(buyer.Path.Replace("/data", "", StringComparison.Ordinal));
        Assert.Contains("data pribadi dihapus", buyer.Text("buyer"), StringComparison.Ordinal);
        Assert.DoesNotContain(Name, buyer.Text("main"), StringComparison.Ordinal);
        await seller.Visit("/lapak/pesanan?status=selesai");
        Assert.DoesNotContain(Name, seller.Text("main"), StringComparison.Ordinal);
        await new Bazaar(_app).Settle();
        Assert.Equal(before, await FiguresAsync());

        var dump = await Dump.OfAsync(_app);
        foreach (var text in new[] { Name, "Zubaidah", Mail, Phone, "085711223344", "6285711223344", Address, "Karang Melintang" })
        {
            foreach (var form in FormsOf(text))
            {
                Assert.DoesNotContain(form, dump, StringComparison.OrdinalIgnoreCase);
            }
        }

        // a backup from before brings back what was sealed, and nobody who could open it
        foreach (var (subject, field, box) in sealedBefore)
        {
            await _app.Db.ExecuteAsync(
                $"insert into vault.entries (subject, field, sealed) values ({subject}, {field}, {box}) on conflict do nothing", default);
        }

        await buyer.Visit(buyer.Path);
        Assert.Contains("data pribadi dihapus", buyer.Text("buyer"), StringComparison.Ordinal);
        Assert.DoesNotContain(Name, buyer.Text("main"), StringComparison.Ordinal);

        // ten years on, the copy goes as well
        var copies = await CountAsync($"select count(*) from vault.keys k join erasures e on e.erasure_id = k.subject");
        Assert.Equal(1, copies);
        _app.Clock.Advance(TimeSpan.FromDays(3660));
        await _app.Services.GetRequiredService<BuyerErasures>().SweepAsync(default);
        Assert.Equal(0, await CountAsync($"select count(*) from vault.keys k join erasures e on e.erasure_id = k.subject"));
    }

    [Fact]
    public async Task While_an_order_is_on_its_way_the_wish_waits_for_it_and_never_more_than_three_days()
    {
        var (first, second) = (await OrderAsync(), await OrderAsync());
        foreach (var buyer in new[] { first, second })
        {
            await buyer.Visit(buyer.Path + "/data");
            Assert.NotNull(buyer.Find("busy"));
            var presses = Enumerable.Range(0, 10).Select(_ => buyer.Filled("erase-form", ("Input.Sure", "true"))).ToList();
            var answers = await Task.WhenAll(presses.Select(press => buyer.Alone().SendAsync(press, default)));
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer.StatusCode));
            await buyer.Visit(buyer.Path);
            Assert.NotNull(buyer.Find("waiting"));
        }

        var desk = _app.Services.GetRequiredService<BuyerErasures>();
        await desk.SweepAsync(default);
        var seller = await _app.Inbox(_goods.Stall.Owner);
        Assert.Equal([Name, Name], seller.Texts("buyer-name"));

        // one is rejected and so at its end, the other is accepted and lies about
        await seller.Submit("reject-order");
        await (await seller.Visit("/lapak/pesanan")).Submit("accept-order");
        await desk.SweepAsync(default);
        Assert.Equal(1, await CountAsync($"select count(*) from erasures where erased_at is null"));
        Assert.Equal(1, await CountAsync($"select count(*) from erasures where erased_at is not null"));

        var operatorDesk = _app.As(await OperatorAsync());
        _app.Clock.Advance(TimeSpan.FromHours(73));
        await operatorDesk.Visit("/operator/data-pribadi");
        Assert.Contains("terlambat", operatorDesk.Text("main"), StringComparison.Ordinal);
        await desk.SweepAsync(default);
        await operatorDesk.Visit("/operator/data-pribadi");
        Assert.Equal(2, operatorDesk.All("wish").Count);
        Assert.DoesNotContain("terlambat", operatorDesk.Text("main"), StringComparison.Ordinal);
        Assert.Equal(4, await CountAsync($"select count(*) from events.mt_events where type in ('erasure_requested', 'personal_data_erased')"));
    }

    [Fact]
    public async Task Whom_nobody_remembers_by_law_any_more_is_forgotten_unasked()
    {
        await OrderAsync();
        var desk = _app.Services.GetRequiredService<BuyerErasures>();
        Assert.Equal(0, await desk.AgeAsync(default));

        _app.Clock.Advance(TimeSpan.FromDays(3660));
        await _app.Services.GetRequiredService<Features.Orders.SilentSellers>().SweepAsync(default);
        Assert.Equal(1, await desk.AgeAsync(default));
        Assert.Equal(0, await desk.AgeAsync(default));
        Assert.Equal(1, await CountAsync($"select count(*) from erasures where erased_at is not null and kept_until is null"));
    }

    [Fact]
    public async Task The_key_in_a_sellers_chat_opens_nobodys_data()
    {
        var buyer = await OrderAsync();
        var chat = Uri.UnescapeDataString(buyer.Find("whatsapp-link")!.GetAttribute("href")!);
        var key = System.Text.RegularExpressions.Regex.Match(chat, "/pesanan/([A-Za-z0-9_-]{22})").Groups[1].Value;

        var stranger = await _app.Visitor().Visit($"/pesanan/{key}");
        Assert.Equal(HttpStatusCode.OK, stranger.Status);
        foreach (var path in new[] { $"/pesanan/{key}/data", $"/pesanan/{key}/data?handler=File", "/pesanan/AAAAAAAAAAAAAAAAAAAAAA/data" })
        {
            await stranger.Visit(path);
            Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        }
    }

    [Fact]
    public async Task Somebody_ends_their_account_unless_a_stall_would_be_left_alone()
    {
        var someone = await Someone.Make(_app, Name);
        var stall = await _cast.Stall("Dapur Zubaidah");
        await _cast.Employ(stall.Id, someone.Member, BusinessRole.Owner);
        var alone = await _cast.Newcomer("Dapur Sendiri");
        await _cast.Employ(alone.Id, someone.Member, BusinessRole.Staff);
        var browser = await someone.SignIn();

        await _app.Services.GetRequiredService<Subscriptions>().AddMailboxAsync(someone.Member.Value, isMember: true, Mail, default);
        await browser.Visit("/akun/data");
        using var file = JsonDocument.Parse(await browser.Http.GetStringAsync(new Uri("/akun/data?handler=File", UriKind.Relative), default));
        Assert.Equal(Name, file.RootElement.GetProperty("nama").GetString());
        Assert.Equal(2, file.RootElement.GetProperty("tugas").GetArrayLength());
        Assert.Equal(Mail, file.RootElement.GetProperty("kabar")[0].GetProperty("lewat").GetString());
        await browser.Submit("end-form", ("Input.Password", "salah-sandi"));
        Assert.Contains("tidak cocok", browser.Text("refusal"), StringComparison.Ordinal);

        var sole = await Someone.Make(_app, "Pemilik Contoh");
        await _cast.Employ(stall.Id, sole.Member, BusinessRole.Staff);
        await _cast.Employ((await _cast.Stall("Dapur Utama")).Id, sole.Member, BusinessRole.Staff);
        var only = await OnlyOwnerAsync(sole.Member);
        var owner = await sole.SignIn();
        await (await owner.Visit("/akun/data")).Submit("end-form", ("Input.Password", Someone.Password));
        Assert.Contains(only, owner.Text("main"), StringComparison.Ordinal);
        Assert.Equal(3, await CountAsync($"select count(*) from memberships where member_id = {sole.Member.Value}"));

        await browser.Submit("end-form", ("Input.Password", Someone.Password));
        Assert.Equal("/masuk", browser.Path);
        Assert.Contains("sudah dihapus", browser.Text("flash"), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync($"select count(*) from memberships where member_id = {someone.Member.Value}"));
        await browser.Visit("/akun");
        Assert.Equal("/masuk", browser.Path.Split('?')[0]);
        await someone.SignIn(on: _app.Visitor());
        var dump = await Dump.OfAsync(_app);
        foreach (var text in new[] { Name, someone.Phone, "62" + someone.Phone[1..] })
        {
            Assert.All(FormsOf(text), form => Assert.DoesNotContain(form, dump, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static IEnumerable<string> FormsOf(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [text, Convert.ToHexString(bytes), Convert.ToBase64String(bytes).TrimEnd('=')[..^2], Uri.EscapeDataString(text)];
    }

    private async Task<Browser> OrderAsync()
    {
        var buyer = await _app.Visitor().Put(_goods);
        await buyer.Visit("/checkout");
        return await buyer.Submit(
            "checkout-form", ("Input.Name", Name), ("Input.WhatsApp", Phone), ("Input.Handover", "Delivery"), ("Input.Address", Address), ("Input.Note", "titip di Zubaidah"));
    }

    private async Task<string> OnlyOwnerAsync(Id<Member> member)
    {
        var kim = await _cast.Kim();
        var id = Id<Business>.New();
        var now = _app.Clock.GetUtcNow();
        Assert.Null(await _app.Marketplace.BeginAsync(
            id, Business.Register(id, kim, "Dapur Satu Pemilik", "dapur-satu-pemilik", BusinessKind.Individual, Cast.Village, "", now), new Metadata(), default));
        await _cast.Employ(id, member, BusinessRole.Owner);
        return "Dapur Satu Pemilik";
    }

    private async Task<Id<Member>> OperatorAsync()
    {
        var member = Id<Member>.New();
        var now = _app.Clock.GetUtcNow();
        await _app.Services.GetRequiredService<EventStore>().CommitAsync(
            new Commit(new()).Append(
                Domain.Installations.Installation.Id.Value, "installation", Expected.Any, [.. Domain.Installations.Installation.Appoint(null, member, now)]), default);
        return member;
    }

    private async Task<string> FiguresAsync() => string.Join('\n', await _app.Db.QueryAsync(
        $"""
        select concat_ws(' ', 'total', metric, date_trunc('month', at), count(*), sum(amount)) from ledger_entries group by metric, date_trunc('month', at)
        union all select concat_ws(' ', 'order', number, status, goods, fee, total) from orders
        union all select concat_ws(' ', 'stock', product_id, on_hand, reserved) from stock_levels
        order by 1
        """, row => row.GetString(0), default));

    private async Task<List<(Guid, string, byte[])>> SealedAsync() => [.. await _app.Db.QueryAsync(
        $"select subject, field, sealed from vault.entries", row => (row.GetGuid(0), row.GetString(1), (byte[])row[2]), default)];

    private async Task<long> CountAsync(Sql count) => (await _app.Db.QueryAsync(count, row => row.GetInt64(0), default))[0];
}
