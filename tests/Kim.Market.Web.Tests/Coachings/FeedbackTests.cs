using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Coachings;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Coachings;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Coachings;

/// <summary>Whoever was there says once how it was; the office reads averages of five and more, and sentences of nobody.</summary>
public sealed class FeedbackTests(MarketApp app)
{
    private const string Sentence = "Contohnya bisa langsung dipakai";

    private readonly Cast _cast = new(app.Services);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private CoachingFeedback Feedback => app.Services.GetRequiredService<CoachingFeedback>();

    [Fact]
    public async Task An_office_reads_averages_from_five_answers_on_and_sentences_without_names_until_they_are_taken_back()
    {
        var stall = await _cast.Stall();
        var coaching = await _cast.Coaching(stall.Kim, RegionCode.Parse("64.02"), days: 0);
        await CheckIn(coaching, stall, stall.Owner);
        var officer = await app.As(await _cast.Officer()).Visit($"/dinas/pembinaan/{coaching}");
        Assert.NotNull(officer.Find("feedback-few"));

        var guest = await app.As(stall.Owner).Visit("/akun/pembinaan");
        await guest.Submit("rate-form", ("Input.Clear", "5"), ("Input.Useful", "4"), ("Input.Usable", "3"), ("Input.Words", "Tanya saya di 0812 0000 9001"));
        Assert.Contains("nomor", guest.Page.QuerySelector("[role=alert], .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Tanya saya di 0812 0000 9001", guest.Page.QuerySelector("input[name='Input.Words']")!.GetAttribute("value"));
        var presses = Enumerable.Range(0, 5).Select(_ => guest.Filled(
            "rate-form", ("Input.Clear", "5"), ("Input.Useful", "4"), ("Input.Usable", "3"), ("Input.Words", Sentence))).ToList();
        foreach (var answer in await Task.WhenAll(presses.Select(press => guest.Http.SendAsync(press))))
        {
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, answer.StatusCode.ToString());
        }

        Assert.Single(await app.Db.QueryAsync($"select id from events.mt_events where type = 'attendance_rated' and stream_id = {Attendance.Of(coaching, stall.Owner.Value).Value}", row => row.GetGuid(0), Ct));
        await guest.Visit("/akun/pembinaan");
        Assert.Contains(Sentence, guest.Text("rated"), StringComparison.Ordinal);
        Assert.Null(guest.Find("rate-form"));
        Assert.Empty(await app.Db.QueryAsync($"select id from events.mt_events where data::text like {"%" + Sentence + "%"}", row => row.GetGuid(0), Ct));

        for (var more = 1; more <= 4; more++)
        {
            await officer.Visit(officer.Path);
            Assert.NotNull(officer.Find("feedback-few"));
            Assert.DoesNotContain(Sentence, officer.Page.Body!.TextContent, StringComparison.Ordinal);
            var member = Id<Member>.New();
            await CheckIn(coaching, stall, member);
            Assert.Null(await Give(coaching, member, new(4, 4, 4), more == 1 ? "Kurang lama" : ""));
        }

        await officer.Visit(officer.Path);
        Assert.Contains("5 jawaban", officer.Text("feedback"), StringComparison.Ordinal);
        Assert.Contains("4,2", officer.Text("feedback"), StringComparison.Ordinal);
        Assert.Contains("3,8", officer.Text("feedback"), StringComparison.Ordinal);
        Assert.Contains(Sentence, officer.Text("feedback"), StringComparison.Ordinal);
        Assert.Contains("Kurang lama", officer.Text("feedback"), StringComparison.Ordinal);

        // another office's, another's attendance
        var elsewhere = await app.As(await _cast.Officer("64.08")).Visit(officer.Path);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.Status);
        Assert.Null(await app.Services.GetRequiredService<CoachingCertificates>().FindAsync(new Asker(Id<Member>.New()), Attendance.Of(coaching, stall.Owner.Value).Value, Ct));

        await guest.Submit("take-back-form");
        Assert.DoesNotContain(Sentence, guest.Page.Body!.TextContent, StringComparison.Ordinal);
        await officer.Visit(officer.Path);
        Assert.DoesNotContain(Sentence, officer.Text("feedback"), StringComparison.Ordinal);
        Assert.Contains("5 jawaban", officer.Text("feedback"), StringComparison.Ordinal);

        // an answer of somebody who was not there counts for nothing
        await officer.Visit($"{officer.Path}/hadir");
        await officer.Submit("strike-form", ("Input.Reason", "Kode dipakai dari rumah"));
        await officer.Visit($"/dinas/pembinaan/{coaching}");
        Assert.NotNull(officer.Find("feedback-few"));
    }

    [Fact]
    public async Task A_sentence_goes_with_the_account_and_not_with_the_name_on_the_certificate()
    {
        var stall = await _cast.Stall();
        var coaching = await _cast.Coaching(stall.Kim, RegionCode.Parse("64.02"), days: 0);
        var member = Id<Member>.New();
        await CheckIn(coaching, stall, member);
        Assert.Null(await Give(coaching, member, new(4, 4, 4), Sentence));
        var asker = new Asker(member);
        var certificates = app.Services.GetRequiredService<CoachingCertificates>();
        var own = await certificates.FindAsync(asker, Attendance.Of(coaching, member.Value).Value, Ct);
        await certificates.ForgetAsync(own!, Ct);
        Assert.Single(await Feedback.WordsAsync([own!.Words!.Value], Ct));
        foreach (var statement in CoachingCertificates.Forget(member.Value))
        {
            await app.Db.ExecuteAsync(statement, Ct);
        }

        Assert.Empty(await Feedback.WordsAsync([own.Words.Value], Ct));
    }

    private async Task CheckIn(Id<Coaching> coaching, Stall stall, Id<Member> member) =>
        Assert.Null(await app.Services.GetRequiredService<AttendanceDesk>().CheckInAsync(
            coaching.Value, new(stall.Id.Value, stall.Kim.Value, stall.Id.Value, stall.Name), new Asker(member), Ct));

    private async Task<Refusal?> Give(Id<Coaching> coaching, Id<Member> member, AttendanceRating rating, string words) => await Feedback.GiveAsync(
        (await app.Services.GetRequiredService<CoachingCertificates>().FindAsync(new Asker(member), Attendance.Of(coaching, member.Value).Value, Ct))!, rating, words,
        new Asker(member), Ct);
}
