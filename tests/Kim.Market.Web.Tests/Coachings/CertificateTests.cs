using System.Net;
using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Coachings;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Coachings;

/// <summary>Whoever was there makes a certificate with the name they type; a stranger reads that it holds, and two letters of the person.</summary>
public sealed class CertificateTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_holder_prints_it_a_stranger_checks_it_and_striking_revokes_it()
    {
        var stall = await _cast.Stall();
        var coaching = await _cast.Coaching(stall.Kim, RegionCode.Parse("64.02"), days: 0);
        Assert.Null(await app.Services.GetRequiredService<AttendanceDesk>().CheckInAsync(
            coaching.Value, new(stall.Id.Value, stall.Kim.Value, stall.Id.Value, stall.Name), new Asker(stall.Owner), Ct));
        var holder = await app.As(stall.Owner).Visit("/akun/pembinaan");
        Assert.Null(holder.Find("certificate-form")); // not before it was held
        Assert.Null(await app.Services.GetRequiredService<CoachingDesk>().TellAsync(coaching.Value, (known, now) => known.Hold(now), Asker.Visitor, Ct));

        await holder.Visit("/akun/pembinaan");
        await holder.Submit("certificate-form", ("Input.Name", " "));
        Assert.Contains("Tulis namanya", holder.Page.Body!.TextContent, StringComparison.Ordinal);
        await holder.Submit("certificate-form", ("Input.Name", "Sitirahma Contoh"));
        var check = holder.Find("check-link")!.GetAttribute("href")!;
        await holder.Submit("certificate-form", ("Input.Name", "Sitirahma Aminah Contoh"));
        Assert.Equal(check, holder.Find("check-link")!.GetAttribute("href"));
        var pdf = holder.Find("certificate")!.GetAttribute("href")!;
        using (var printed = await holder.Http.GetAsync(pdf, Ct))
        {
            Assert.Equal("application/pdf", printed.Content.Headers.ContentType!.MediaType);
            Assert.Equal("%PDF-"u8.ToArray(), (await printed.Content.ReadAsByteArrayAsync(Ct))[..5]);
        }

        var stranger = await app.Visitor().Visit(check);
        Assert.Contains("Masih berlaku", stranger.Text("verdict"), StringComparison.Ordinal);
        Assert.Contains("S.A.C.", stranger.Text("said"), StringComparison.Ordinal);
        Assert.Contains(stall.Name, stranger.Text("said"), StringComparison.Ordinal);
        Assert.DoesNotContain("Sitirahma", stranger.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Sitirahma", string.Concat(await app.Db.QueryAsync($"select data::text from events.mt_events where data::text like '%Sitirahma%'", row => row.GetString(0), Ct)), StringComparison.Ordinal);
        using (var other = await app.As(Id<Member>.New()).Http.GetAsync(pdf, Ct))
        {
            Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        }

        var officer = await app.As(await _cast.Officer()).Visit($"/dinas/pembinaan/{coaching}/hadir");
        Assert.DoesNotContain("Sitirahma", officer.Page.Body!.TextContent, StringComparison.Ordinal);
        await officer.Submit("strike-form", ("Input.Reason", "Kode dipakai dari rumah"));
        await stranger.Visit(check);
        Assert.Contains("dicoret dinas: Kode dipakai dari rumah", stranger.Text("changes"), StringComparison.Ordinal);
        await officer.Submit("again-form", ("Input.Reason", "Ternyata hadir"));
        await holder.Visit("/akun/pembinaan");
        await holder.Submit("forget-form");
        Assert.Null(holder.Find("certificate"));
        await stranger.Visit(check);
        Assert.DoesNotContain("S.A.C.", stranger.Text("said"), StringComparison.Ordinal);
    }
}
