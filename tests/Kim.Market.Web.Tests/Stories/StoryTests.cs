using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Stories;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Pulses;
using Kim.Market.Web.Features.Stories;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Stories;

/// <summary>A KIM tells of a maker, under its own name, and every page that it tells of leads there and back.</summary>
public sealed class StoryTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task A_writer_tells_of_a_stall_and_its_goods_and_readers_find_the_way_both_ways()
    {
        var goods = await _cast.Goods(await _cast.Stall("Dapur Cerita"), "Amplang Cerita");
        var kim = await SlugOf(goods.Stall.Kim);
        var reader = app.Visitor();
        await reader.Visit($"/p/{goods.Slug}"); // kept before there is a story
        Assert.Null(reader.Find("kim-stories"));

        var writer = app.As(await _cast.Curator(goods.Stall.Kim, GroupRole.Writer));
        await writer.Visit("/kelola");
        await writer.Visit(writer.Find("stories-link")!.GetAttribute("href")!);
        Assert.NotNull(writer.Find("empty"));
        await writer.Visit(writer.Find("write-link")!.GetAttribute("href")!);
        await writer.Visit(writer.Page.QuerySelector("[data-test=stalls] a")!.GetAttribute("href")!);
        await writer.Submit(
            "story-form", ("Input.Title", "Tiga bersaudara di tepi sungai"), ("Input.People", "Dibuat <b>tiga</b> bersaudara.\r\n\r\nYang sulung menggoreng."),
            ("Input.Proof", "Dapurnya terbuka tiap Sabtu."), ("Input.Products", goods.Id.ToString()));
        Assert.Equal($"/kelola/{kim}/cerita", writer.Path);
        Assert.Single(writer.All("desk-story"));

        // from the goods to the story …
        await reader.Visit($"/p/{goods.Slug}");
        Assert.Contains("Dibuat <b>tiga</b> bersaudara.", reader.Text("kim-stories"), StringComparison.Ordinal);
        await reader.Visit(reader.Page.QuerySelector("[data-test=kim-stories] h3 a")!.GetAttribute("href")!);
        Assert.Equal("Tiga bersaudara di tepi sungai", reader.Text("h1"));
        Assert.Contains("KIM Tepian Contoh", reader.Text("credit"), StringComparison.Ordinal);
        Assert.Equal(3, reader.All(".told p").Count);

        // … and back to the goods, the stall and the KIM, which lead here again
        Assert.Equal($"/toko/{goods.Stall.Slug}", reader.Page.QuerySelector("[data-test=told-businesses] a")!.GetAttribute("href"));
        Assert.NotNull(reader.Page.QuerySelector($"[data-test=told-goods] a[href='/p/{goods.Slug}']"));
        var story = reader.Path;
        await reader.Visit($"/toko/{goods.Stall.Slug}");
        Assert.NotNull(reader.Page.QuerySelector($"[data-test=kim-stories] a[href='{story}']"));
        await reader.Visit($"/kim/{kim}");
        Assert.NotNull(reader.Page.QuerySelector($"[data-test=stories] a[href='{story}']"));
        Assert.NotNull(reader.Page.QuerySelector($"[data-test=stories] a[href='/p/{goods.Slug}']"));
    }

    [Fact]
    public async Task A_story_is_changed_taken_away_and_shown_again_on_every_page_at_once()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        var (id, slug) = await _cast.Story(goods, "Cerita yang berubah");
        var reader = app.Visitor();
        await reader.Visit($"/cerita/{slug}");
        await reader.Visit($"/p/{goods.Slug}");
        Assert.NotNull(reader.Find("kim-stories"));

        var writer = app.As(await _cast.Curator(goods.Stall.Kim));
        await writer.Visit($"/kelola/cerita/{id}");
        Assert.True(writer.Page.QuerySelector("input[type=checkbox]")!.HasAttribute("checked"));
        await writer.Submit("story-form", ("Input.Title", "Cerita yang sudah berubah"), ("Input.Place", "Di tepi Mahakam."));
        await reader.Visit($"/cerita/{slug}");
        Assert.Equal("Cerita yang sudah berubah", reader.Text("h1"));
        Assert.Contains("diperbarui", reader.Text("credit"), StringComparison.Ordinal);

        await writer.Visit($"/kelola/cerita/{id}");
        await writer.Submit("withdraw-story");
        await reader.Visit($"/cerita/{slug}");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
        await reader.Visit($"/p/{goods.Slug}");
        Assert.Null(reader.Find("kim-stories"));
        await reader.Visit($"/hasil/bukti/{id}/1");
        Assert.DoesNotContain("Cerita yang", reader.Page.Body!.TextContent, StringComparison.Ordinal);

        await writer.Visit($"/kelola/cerita/{id}");
        await writer.Submit("show-story");
        await reader.Visit($"/cerita/{slug}");
        Assert.Equal(HttpStatusCode.OK, reader.Status);
    }

    [Fact]
    public async Task Two_writers_do_not_write_over_each_other()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        var (id, slug) = await _cast.Story(goods);
        var (first, second) = (app.As(await _cast.Curator(goods.Stall.Kim)), app.As(await _cast.Curator(goods.Stall.Kim, GroupRole.Writer)));
        await first.Visit($"/kelola/cerita/{id}");
        await second.Visit($"/kelola/cerita/{id}");
        await first.Submit("story-form", ("Input.Title", "Yang pertama"));
        await second.Submit("story-form", ("Input.Title", "Yang kedua"), ("Input.Process", "Digoreng."));

        Assert.Contains("Ada yang berubah", second.Text("refusal"), StringComparison.Ordinal);
        Assert.Equal("Digoreng.", second.Page.QuerySelector("[name='Input.Process']")!.TextContent.Trim());
        var reader = await app.Visitor().Visit($"/cerita/{slug}");
        Assert.Equal("Yang pertama", reader.Text("h1"));
    }

    [Fact]
    public async Task Sent_ten_times_at_once_it_is_one_story()
    {
        var stall = await _cast.Stall();
        var kim = await SlugOf(stall.Kim);
        var writer = app.As(await _cast.Curator(stall.Kim));
        await writer.Visit($"/kelola/{kim}/cerita/tulis?toko={stall.Slug}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            using var request = writer.Filled("story-form", ("Input.Title", "Sekali saja"), ("Input.People", "Dibuat Bu Contoh."));
            using var answer = await writer.Http.SendAsync(request);
            return answer.StatusCode;
        }));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        await writer.Visit($"/kelola/{kim}/cerita");
        Assert.Single(writer.All("desk-story"));
    }

    [Theory]
    [InlineData("", "Dibuat.", "Tulis judulnya")]
    [InlineData("Amplang", "", "Tulis paling sedikit satu bagian.")]
    [InlineData("Amplang", "Telepon 0812-3456-7890.", "Hapus nomor telepon")]
    public async Task What_cannot_be_told_is_said_and_nothing_typed_is_lost(string title, string people, string said)
    {
        var stall = await _cast.Stall();
        var writer = app.As(await _cast.Curator(stall.Kim));
        await writer.Visit($"/kelola/{await SlugOf(stall.Kim)}/cerita/tulis?toko={stall.Slug}");
        await writer.Submit("story-form", ("Input.Title", title), ("Input.People", people), ("Input.Place", "Di tepi Mahakam."[..(people.Length == 0 ? 0 : 16)]));

        Assert.Contains(said, writer.Text("refusal"), StringComparison.Ordinal);
        Assert.Equal(title, writer.Page.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));
        Assert.Equal(people, writer.Page.QuerySelector("[name='Input.People']")!.TextContent.Trim());
    }

    [Fact]
    public async Task Goods_of_another_KIM_are_not_ticked_and_stalls_of_another_KIM_not_told_of()
    {
        var (own, foreign) = (await _cast.Goods(await _cast.Stall()), await _cast.Goods(await _cast.Stall()));
        var kim = await SlugOf(own.Stall.Kim);
        var writer = app.As(await _cast.Curator(own.Stall.Kim));
        await writer.Visit($"/kelola/{kim}/cerita/tulis?toko={foreign.Stall.Slug}");
        Assert.Equal(HttpStatusCode.NotFound, writer.Status);

        await writer.Visit($"/kelola/{kim}/cerita/tulis?toko={own.Stall.Slug}");
        await writer.Submit("story-form", ("Input.Title", "Punya sendiri"), ("Input.People", "Dibuat."), ("Input.Products", foreign.Id.ToString()));
        var reader = await app.Visitor().Visit($"/p/{foreign.Slug}");
        Assert.Null(reader.Find("kim-stories"));
    }

    [Fact]
    public async Task A_treasurer_writes_nothing_and_a_writer_only_in_their_own_KIM()
    {
        var (own, foreign) = (await _cast.Goods(await _cast.Stall()), await _cast.Goods(await _cast.Stall()));
        var (story, _) = await _cast.Story(foreign);
        var member = await _cast.Curator(own.Stall.Kim, GroupRole.Writer);
        await _cast.Appoint(foreign.Stall.Kim, member, GroupRole.Treasurer);
        var writer = app.As(member);
        foreach (var path in new[] { $"/kelola/{await SlugOf(foreign.Stall.Kim)}/cerita", $"/kelola/{await SlugOf(foreign.Stall.Kim)}/cerita/tulis", $"/kelola/cerita/{story}" })
        {
            await writer.Visit(path);
            Assert.Equal(HttpStatusCode.NotFound, writer.Status);
        }
    }

    [Fact]
    public async Task Nothing_is_read_of_a_KIM_that_is_suspended()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        var (_, slug) = await _cast.Story(goods);
        await app.Marketplace.TellAsync(
            goods.Stall.Kim, (Group group) => group.Suspend(SuspensionReason.RuleBroken, "Diperiksa.", "berkas", app.Clock.GetUtcNow()), new Metadata(), default);
        var reader = await app.Visitor().Visit($"/cerita/{slug}");

        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
    }

    [Fact]
    public async Task Writing_a_story_is_something_a_KIM_did()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        var id = Id<Story>.New();
        Assert.Null(await app.Services.GetRequiredService<StoryDesk>().WriteAsync(
            id, goods.Stall.Kim, new("Cerita untuk denyut", StoryBlock.Of("Dibuat Bu Contoh.", null, null, null), [goods.Stall.Id], [goods.Id], StoryTies.None), null, Asker.Visitor, default));
        await new Bazaar(app).Settle();
        var pulses = app.Services.GetRequiredService<PulseBook>();
        PulseView? pulse = null;
        for (var patience = 0; patience < 100 && pulse?.Acts.All(act => act.Stream != id.Value) != false; patience++)
        {
            pulse = await pulses.LookAsync(goods.Stall.Kim.Value, app.Clock.GetUtcNow(), default);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        var act = Assert.Single(pulse!.Acts, act => act.Stream == id.Value);
        Assert.Equal((ActKind.StoryWritten, "Cerita untuk denyut"), (act.What, act.Subject));
        var reader = await app.Visitor().Visit($"/hasil/bukti/{id}/1");
        Assert.Contains("Cerita ditulis KIM", reader.Text("events"), StringComparison.Ordinal);
    }

    private async Task<string> SlugOf(Id<Group> kim) => (await app.Db.QueryAsync(
        $"select slug from groups where group_id = {kim.Value}", row => row.GetString(0), default)).Single();
}
