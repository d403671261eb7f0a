using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Certificates;
using Kim.Market.Web.Format;
using Kim.Market.Web.Tests.Pictures;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Certificates;

public sealed class CertificateTests(MarketApp app) : IAsyncLifetime
{
    private readonly Cast _cast = new(app.Services);
    private Goods _goods = null!;

    public async ValueTask InitializeAsync() => _goods = await _cast.Goods(await _cast.Stall());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void No_page_draws_a_badge_by_hand() => Assert.Empty(Repository.Files("src", ".cshtml", ".cs")
        .Where(file => file.Text.Contains("class=\"badge", StringComparison.Ordinal) || file.Text.Contains("\"badge\")", StringComparison.Ordinal))
        .Select(file => Path.GetFileName(file.Path)).Except(["BadgeTag.cs"]));

    [Fact]
    public async Task A_revoked_badge_is_gone_at_once_and_stays_in_the_history_with_its_reason()
    {
        var owner = app.As(_goods.Stall.Owner);
        await owner.Visit($"/lapak/sertifikat/{_goods.Stall.Slug}");
        await State(owner, "ID64110000123456789", days: 400);
        var officer = app.As(await _cast.Officer());
        var certificate = owner.Find("[name='Input.Certificate']")!.GetAttribute("value")!;
        await officer.Visit("/dinas/sertifikat");
        await officer.Submit("verify", ("Input.Certificate", certificate));
        var buyer = app.Visitor();
        await buyer.Visit($"/toko/{_goods.Stall.Slug}");
        Assert.NotNull(buyer.Find("badge"));

        await officer.Visit("/dinas/sertifikat?keadaan=berlaku");
        await officer.Submit("revoke", ("Input.Certificate", certificate), ("Input.Reason", "Hubungi 081234567890"));
        Assert.Contains("Jangan tulis nomor telepon", officer.Text("refusal"), StringComparison.Ordinal);
        await officer.Submit("revoke", ("Input.Certificate", certificate), ("Input.Reason", "Dicabut penerbitnya."));

        await buyer.Visit($"/toko/{_goods.Stall.Slug}");
        Assert.Null(buyer.Find("badge"));
        Assert.Contains("Dicabut penerbitnya.", buyer.Text("over"), StringComparison.Ordinal);
        await buyer.Visit(buyer.Find("[data-test=over] a")!.GetAttribute("href")!);
        Assert.Contains("Lencana dicabut dinas", buyer.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_paper_opens_for_those_whom_it_concerns_and_is_safe_to_open()
    {
        var owner = app.As(_goods.Stall.Owner);
        await owner.Visit($"/lapak/sertifikat/{_goods.Stall.Slug}");
        await State(owner, "ID64110000123456789", days: 400);
        var paper = owner.Find("paper")!.GetAttribute("href")!;
        foreach (var (member, status) in new[]
        {
            (_goods.Stall.Owner, HttpStatusCode.OK),
            (await _cast.Curator(_goods.Stall.Kim), HttpStatusCode.OK),
            (await _cast.Officer(), HttpStatusCode.OK),
            (await _cast.Officer(role: OfficeRole.Auditor), HttpStatusCode.OK),
            (await _cast.Curator(_goods.Stall.Kim, GroupRole.Writer), HttpStatusCode.NotFound),
            (await _cast.Officer("64.71"), HttpStatusCode.NotFound),
            ((await _cast.Stall()).Owner, HttpStatusCode.NotFound),
        })
        {
            using var answer = await app.As(member).Alone().GetAsync(new Uri(paper, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(status, answer.StatusCode);
            if (status == HttpStatusCode.OK)
            {
                Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
                Assert.True(answer.Headers.CacheControl!.NoStore);
                // drawn anew: what the telephone wrote into it is gone
                var content = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
                Assert.Equal(-1, content.AsSpan().IndexOf("Exif"u8));
            }
        }

        // erased with its key
        await _cast.Erase(Guid.Parse(paper.Split('/')[^1]));
        await owner.Visit(paper);
        Assert.Equal(HttpStatusCode.NotFound, owner.Status);
    }

    [Fact]
    public async Task What_is_no_paper_is_refused_at_the_field_and_nothing_typed_is_lost()
    {
        var owner = app.As(_goods.Stall.Owner);
        await owner.Visit($"/lapak/sertifikat/{_goods.Stall.Slug}");
        await owner.Upload("certificate-form", "Input.Paper", "<script>alert(1)</script>"u8.ToArray(), Answers("ID64110000123456789", 400));
        Assert.Contains("bukan foto atau PDF", owner.Text("refusal"), StringComparison.Ordinal);
        Assert.Equal("ID64110000123456789", owner.Find("[name='Input.Number']")!.GetAttribute("value"));
        await owner.Upload("certificate-form", "Input.Paper", Sample.TakenBySomebodySomewhere(await Sample.OfAsync("jpg", 300, 400)), Answers("6402154001900002", 400));
        Assert.Contains("NIK tidak pernah disimpan", owner.Text("refusal"), StringComparison.Ordinal);
        Assert.Null(owner.Find("certificate"));

        // an unusual number is taken, and said to be one
        await owner.Upload("certificate-form", "Input.Paper", Sample.TakenBySomebodySomewhere(await Sample.OfAsync("jpg", 300, 400)), Answers("KH-12", 400));
        Assert.Contains("tidak seperti biasanya", owner.Text("flash"), StringComparison.Ordinal);
        Assert.NotNull(owner.Find("certificate"));
    }

    [Fact]
    public async Task A_business_has_twenty_certificates_however_many_forms_arrive_at_once()
    {
        var desk = app.Services.GetRequiredService<CertificateDesk>();
        Task<Refusal?> State(int number) => desk.StateAsync(
            _goods.Stall.Id, new(Guid.NewGuid(), CertificateKind.Nib, $"91200{number:00000000}", "OSS", null, [], null), new(_goods.Stall.Owner), TestContext.Current.CancellationToken);
        for (var number = 1; number < Limits.Certificates; number++)
        {
            Assert.Null(await State(number));
        }

        var answers = await Task.WhenAll(Enumerable.Range(100, 5).Select(State));
        Assert.Single(answers, answer => answer is null);
        Assert.Equal(4, answers.Count(answer => answer == CertificateRefusals.TooMany));

        var owner = await app.As(_goods.Stall.Owner).Visit($"/lapak/sertifikat/{_goods.Stall.Slug}");
        await owner.Submit("certificate-form", Answers("ID64110000123456789", 400));
        Assert.Contains("Paling banyak 20 sertifikat", owner.Text("refusal"), StringComparison.Ordinal);
        await owner.Submit("withdraw");
        Assert.Null(await State(200));
        Assert.Empty(await app.Services.GetRequiredService<Rebuild>().VerifyAsync("certificate_counts", null, TestContext.Current.CancellationToken));
    }

    private async Task State(Browser owner, string number, int days)
    {
        await owner.Upload("certificate-form", "Input.Paper", Sample.TakenBySomebodySomewhere(await Sample.OfAsync("jpg", 300, 400)), Answers(number, days));
        Assert.NotNull(owner.Find("certificate"));
    }

    private (string, string)[] Answers(string number, int days) =>
    [
        ("Input.Kind", "Halal"), ("Input.Number", number), ("Input.Issuer", "BPJPH"),
        ("Input.ValidUntil", PastDay.Of(DateOnly.FromDateTime(app.Clock.GetUtcNow().AddHours(8).UtcDateTime).AddDays(days))),
    ];
}
