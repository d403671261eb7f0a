using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Businesses;

/// <summary>A KIM brings in the shops of its list at once, and prints the cards for their owners.</summary>
public class NewShopsTests(MarketApp app)
{
    private static readonly RegionCode Village = RegionCode.Parse("64.02.15.1005");

    private readonly Cast _cast = new(app.Services);
    private readonly string _mark = Cast.Mark();

    [Fact]
    public async Task A_pasted_list_is_mended_in_place_registered_once_and_becomes_cards()
    {
        var kim = await _cast.Kim(village: Village);
        var curator = await Pasted(kim, $"1. Dapur {_mark}; ; 0812-3456-7890\n2. Kios {_mark}; Entah Mana; 0812\n3. Warung {_mark}\n4. warung {_mark}");
        Assert.Equal(4, curator.All("pasted-shop").Count);
        Assert.Contains("Desa “Entah Mana” tidak ada", curator.Text("refusal"), StringComparison.Ordinal);
        Assert.Contains("Baru 4 angka", curator.Text("refusal"), StringComparison.Ordinal);
        Assert.Contains("dua kali di daftar", curator.Text("refusal"), StringComparison.Ordinal);

        await curator.Submit("make-shops", ("Input.Rows[1].Village", "Sari Jaya"));
        Assert.Equal("Sari Jaya", curator.Find("[name='Input.Rows[1].Village']")!.GetAttribute("value"));
        Assert.Equal("0812", curator.Find("[name='Input.Rows[1].Phone']")!.GetAttribute("value"));
        Assert.Empty(await Shops());

        (string, string)[] mended = [("Input.Rows[1].Phone", ""), ("Input.Rows[3].Skip", "true")];
        var requests = Enumerable.Range(0, 4).Select(_ => curator.Filled("make-shops", mended)).ToList();
        var answers = await Task.WhenAll(requests.Select(request => curator.Http.SendAsync(request)));
        Assert.All(answers, answer => Assert.Equal("/kelola/kartu", answer.RequestMessage!.RequestUri!.AbsolutePath));
        Assert.Equal([$"Dapur {_mark}|64.02.15.1005|0", $"Kios {_mark}|64.02.15.1004|0", $"Warung {_mark}|64.02.15.1005|0"], await Shops());

        await curator.Visit("/kelola/kartu");
        await curator.Submit("make-cards");
        Assert.Equal(3, curator.All("card").Count);
        var first = Addresses(curator);
        await curator.Visit("/kelola/kartu");
        await curator.Submit("make-cards");
        var second = Addresses(curator);

        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Visit(first[0])).Status);
        var owner = await app.Visitor().Visit(second[0]);
        await owner.Submit(
            "join-form", ("Input.Name", "Bu Contoh"), ("Input.Login", $"0813{Random.Shared.Next(10_000_000, 99_999_999)}"), ("Input.Password", "rahasia-panjang"));
        await owner.Visit("/lapak");
        Assert.Contains(_mark, owner.Text("stall"), StringComparison.Ordinal);
        Assert.Equal(2, (await curator.Visit("/kelola/kartu")).All("[name='Input.Shops']").Count);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Visit(second[0])).Status);
    }

    [Fact]
    public async Task A_card_holds_for_fourteen_days()
    {
        var kim = await _cast.Kim(village: Village);
        var curator = await Pasted(kim, $"Dapur {_mark}");
        await curator.Submit("make-shops");
        await curator.Submit("make-cards");
        var days = await app.Db.QueryAsync(
            $"select extract(epoch from l.expires_at - l.created_at)::int from app.account_links l join businesses b on b.business_id = l.scope where b.name = {$"Dapur {_mark}"}",
            row => row.GetInt32(0) / 86_400, TestContext.Current.CancellationToken);
        Assert.Equal([14], days);
    }

    [Fact]
    public async Task Who_only_writes_in_a_KIM_brings_nobody_in_and_prints_no_cards()
    {
        var (kim, other) = (await _cast.Kim(village: Village), await _cast.Kim(village: Village));
        var member = await _cast.Curator(other);
        await _cast.Appoint(kim, member, GroupRole.Writer);
        Assert.Equal(HttpStatusCode.NotFound, (await app.As(member).Visit($"/kelola/lapak-baru?di={kim}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.As(member).Visit($"/kelola/kartu?di={kim}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.As(member).Visit($"/kelola/kartu?di={other}")).Status);
    }

    [Fact]
    public async Task Nothing_pasted_and_too_much_pasted_are_said_and_kept()
    {
        var kim = await _cast.Kim(village: Village);
        Assert.Contains("Tempel dulu", (await Pasted(kim, " \n")).Text("refusal"), StringComparison.Ordinal);
        var many = string.Concat(Enumerable.Range(0, 61).Select(n => $"Dapur {n}\n"));
        var curator = await Pasted(kim, many);
        Assert.Contains("paling banyak 60", curator.Text("refusal"), StringComparison.Ordinal);
        Assert.Contains("Dapur 60", curator.Find("[name='Input.Text']")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<Browser> Pasted(Id<Group> kim, string text)
    {
        var curator = await app.As(await _cast.Curator(kim)).Visit("/kelola/lapak-baru");
        return await curator.Submit("paste-form", ("Input.Text", text));
    }

    private static IReadOnlyList<string> Addresses(Browser curator) =>
        [.. curator.Texts("card-address").Select(address => new Uri(address).PathAndQuery)];

    private Task<List<string>> Shops() => app.Db.RowsAsync<string>(
        $"select concat_ws('|', name, village, status) from businesses where name like {"%" + _mark} order by name", TestContext.Current.CancellationToken);
}
