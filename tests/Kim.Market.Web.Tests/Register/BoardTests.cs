using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Register;

/// <summary>The board of a KIM as its decree has it: posts are public, names are not.</summary>
public class BoardTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task Names_on_a_board_are_read_by_its_KIM_and_its_office_and_forgotten_when_they_leave()
    {
        var kim = await _cast.Kim();
        var slug = (await app.Db.QueryAsync($"select slug from groups where group_id = {kim.Value}", row => row.GetString(0), default)).Single();
        var name = $"Siti {Cast.Mark()}";
        var officer = await app.As(await _cast.Officer()).Visit($"/dinas/kim/{slug}");
        await officer.Submit("seat-form", ("Person.Name", "Siti 6402151234560001"), ("Person.Post", "Secretary"));
        Assert.Contains("tanpa nomor HP atau NIK", officer.Text("refusal"), StringComparison.Ordinal);

        var forms = Enumerable.Range(0, 5).Select(_ => officer.Filled(
            "seat-form", ("Person.Name", name), ("Person.Post", "Secretary"), ("Person.From", "2024-01-01"), ("Person.Until", "2027-12-31"))).ToList();
        await Task.WhenAll(forms.Select(form => officer.Http.SendAsync(form)));
        await officer.Visit(officer.Path);
        Assert.Equal($"{name}Sekretaris, 1 Januari 2024 – 31 Desember 2027", Assert.Single(officer.Texts("[data-test=seat] .between > div")));

        var writer = await app.As(await _cast.Curator(kim, GroupRole.Writer)).Visit("/kelola/anggota");
        Assert.Contains(name, writer.Text("seat"), StringComparison.Ordinal);
        var visitor = await app.Visitor().Visit($"/kim/{slug}");
        Assert.Equal("Sekretaris", visitor.Text("board"));
        Assert.DoesNotContain(name, visitor.Page.Source.Text, StringComparison.Ordinal);
        Assert.Equal([0L], await app.Db.QueryAsync(
            $"select count(*) from events.mt_events where stream_id = {kim.Value} and data::text like {"%" + name + "%"}", row => row.GetInt64(0), default));

        var seat = officer.Find("[data-test=unseat]")!.Closest("form")!.QuerySelector("[name='Person.Seat']")!.GetAttribute("value")!;
        await officer.Submit("unseat");
        Assert.Null(officer.Find("seat"));
        Assert.Equal([0L], await app.Db.QueryAsync($"select count(*) from vault.keys where subject = {Guid.Parse(seat)}", row => row.GetInt64(0), default));
        Assert.Null((await visitor.Visit($"/kim/{slug}")).Find("board"));
        Assert.Empty(await app.Services.GetRequiredService<Rebuild>().VerifyAsync("board_seats", null, TestContext.Current.CancellationToken));
    }
}
