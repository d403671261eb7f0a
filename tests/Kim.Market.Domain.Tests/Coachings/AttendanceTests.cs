using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Tests.Coachings;

public class AttendanceTests
{
    private static readonly DateTimeOffset There = new(2026, 3, 10, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset Later = There.AddDays(20);
    private static readonly Id<Group> Kim = Id<Group>.New();
    private static readonly Id<Business> Shop = Id<Business>.New();
    private static readonly Id<Member> Member = Id<Member>.New();
    private static readonly CoachingPlanned Planned = new(
        Id<Coaching>.New(), Id<Office>.New(), RegionCode.Parse("64.02"),
        new("Bimtek foto", CoachingKind.Training, CoachingStrand.Business, ["Cahaya"], new(2026, 3, 10), new(2026, 3, 11), new(9, 0), new(12, 0), "Balai Contoh",
            RegionCode.Parse("64.02.15.1004"), 40, "", IsOpen: true), There.AddDays(-9));

    private static readonly Coaching Coaching = Given.History<Coaching, CoachingEvent>(Planned);
    private static readonly AttendanceRecorded Came = new(Attendance.Of(Coaching.Id, Member.Value), Coaching.Id, Kim, Shop, Member, 1, null, null, "", There);

    [Fact]
    public void Whoever_is_there_checks_in_and_only_once()
    {
        Attendance.CheckIn(null, Coaching, Kim, Shop, Member, There).Then(Came);
        Attendance.CheckIn(After(Came), Coaching, Kim, Shop, Member, There).Then();
        Attendance.CheckIn(After(Came), Coaching, Kim, null, Member, There).Then(); // for another, but the same person
        Assert.NotEqual(Attendance.Of(Coaching.Id, Member.Value), Attendance.Of(Coaching.Id, Shop.Value));
    }

    [Fact]
    public void Nobody_checks_in_on_another_day_or_to_what_is_cancelled()
    {
        Attendance.CheckIn(null, Coaching, Kim, Shop, Member, There.AddDays(-1)).ThenRefused(AttendanceRefusals.NotToday);
        Attendance.CheckIn(null, Coaching, Kim, Shop, Member, There.AddDays(2)).ThenRefused(AttendanceRefusals.NotToday);
        var off = Given.History<Coaching, CoachingEvent>(Planned, new CoachingCancelled("Banjir", There));
        Attendance.CheckIn(null, off, Kim, Shop, Member, There).ThenRefused(CoachingRefusals.Cancelled);
        Attendance.Count(null, off, Kim, Shop, 2, null, null, "", There).ThenRefused(CoachingRefusals.Cancelled);
    }

    [Fact]
    public void An_officer_counts_on_the_day_and_needs_a_reason_afterwards()
    {
        var counted = Assert.IsType<AttendanceRecorded>(Attendance.Count(null, Coaching, Kim, null, 3, 2, 1, "", There).Single());
        Assert.Equal((Attendance.Of(Coaching.Id, Kim.Value), 3, "", There), (counted.Attendance, counted.People, counted.Reason, counted.At));
        Attendance.Count(null, Coaching, Kim, null, 3, null, null, "", There.AddDays(-1)).ThenRefused(CoachingRefusals.NotYet);
        Attendance.Count(null, Coaching, Kim, null, 0, null, null, "", There).ThenRefused(CoachingRefusals.People);
        Attendance.Count(null, Coaching, Kim, null, 3, 2, null, "", There).ThenRefused(AttendanceRefusals.Split);
        Attendance.Count(null, Coaching, Kim, null, 3, 2, 2, "", There).ThenRefused(AttendanceRefusals.Split);
        Attendance.Count(null, Coaching, Kim, null, 3, 2, 1, "", Later).ThenRefused(CoachingRefusals.ReasonLength);

        var late = Assert.IsType<AttendanceRecorded>(Attendance.Count(null, Coaching, Kim, null, 3, 2, 1, "Daftar menyusul", Later).Single());
        Assert.Equal(new DateTimeOffset(2026, 3, 11, 12, 0, 0, TimeSpan.FromHours(8)), late.At); // when they were there
        Attendance.Count(After(counted), Coaching, Kim, null, 3, 2, 1, "", Later).Then();
        Attendance.Count(After(counted), Coaching, Kim, null, 4, null, null, "", There).ThenRefused(CoachingRefusals.ReasonLength);
        Attendance.Count(After(counted), Coaching, Kim, null, 4, null, null, "Salah hitung", Later).Then(new AttendanceRecounted(4, null, null, "Salah hitung", Later));
    }

    [Fact]
    public void What_is_struck_says_why_and_only_an_officer_counts_it_again()
    {
        After(Came).Strike(" ", Later).ThenRefused(CoachingRefusals.ReasonLength);
        After(Came).Strike("hubungi 0812 0000 9001", Later).ThenRefused(CoachingRefusals.HoldsNumber);
        After(Came).Strike("Tertukar", Later).Then(new AttendanceStruck("Tertukar", Later));
        After(Came).CountAgain("Ternyata hadir", Later).Then();
        var struck = After(Came, new AttendanceStruck("Tertukar", Later));
        struck.Strike("Lain", Later).Then();
        Attendance.CheckIn(struck, Coaching, Kim, Shop, Member, There).ThenRefused(AttendanceRefusals.Struck);
        Attendance.Count(struck, Coaching, Kim, Shop, 2, null, null, "Lain", There).ThenRefused(AttendanceRefusals.Struck);
        struck.CountAgain("Ternyata hadir", Later).Then(new AttendanceCountedAgain("Ternyata hadir", Later));
        Assert.False(After(Came, new AttendanceStruck("Tertukar", Later), new AttendanceCountedAgain("Ternyata hadir", Later)).IsStruck);
    }

    [Fact]
    public void A_certificate_is_for_whoever_checked_in_to_what_was_held_and_is_one()
    {
        var held = Given.History<Coaching, CoachingEvent>(Planned, new CoachingHeld(Later));
        After(Came).Certify(Coaching, Later).ThenRefused(AttendanceRefusals.NotHeld);
        After(Came with { Member = null }).Certify(held, Later).ThenRefused(AttendanceRefusals.ByOfficer);
        After(Came, new AttendanceStruck("Tertukar", Later)).Certify(held, Later).ThenRefused(AttendanceRefusals.Struck);
        var made = Assert.IsType<AttendanceCertified>(After(Came).Certify(held, Later).Single());
        Assert.True(PaperCode.TryParse(made.Code, out var code));
        Assert.Equal(Attendance.CodeKind, code.Kind);
        Assert.Equal(made, After(Came).Certify(held, Later).Single());
        After(Came, made).Certify(held, Later).Then();
    }

    [Fact]
    public void Whoever_checked_in_says_once_and_soon_what_they_think_of_it()
    {
        var (said, words) = (new AttendanceRating(4, 5, 3), Guid.NewGuid());
        var lastDay = There.AddDays(1);
        var rated = new AttendanceRated(4, 5, 3, words, lastDay);
        After(Came).Rate(Coaching, said, words, lastDay).Then(rated);
        After(Came, rated).Rate(Coaching, said, Guid.NewGuid(), lastDay).Then();
        After(Came, rated).Rate(Coaching, said with { Clear = 1 }, null, lastDay).ThenRefused(AttendanceRefusals.Rated);
        After(Came).Rate(Coaching, said, null, There).ThenRefused(AttendanceRefusals.RatingClosed); // a day is still to come
        After(Came).Rate(Coaching, said, null, lastDay.AddDays(30)).Then(rated with { Words = null, At = lastDay.AddDays(30) });
        After(Came).Rate(Coaching, said, null, lastDay.AddDays(31)).ThenRefused(AttendanceRefusals.RatingClosed);
        After(Came).Rate(Coaching, said with { Usable = 0 }, null, lastDay).ThenRefused(AttendanceRefusals.RatingRange);
        After(Came).Rate(Coaching, said with { Useful = 6 }, null, lastDay).ThenRefused(AttendanceRefusals.RatingRange);
        After(Came with { Member = null }).Rate(Coaching, said, null, lastDay).ThenRefused(AttendanceRefusals.ByOfficer);
        After(Came, new AttendanceStruck("Tertukar", Later)).Rate(Coaching, said, null, lastDay).ThenRefused(AttendanceRefusals.Struck);
        After(Came).Rate(Given.History<Coaching, CoachingEvent>(Planned, new CoachingCancelled("Banjir", There)), said, null, lastDay).ThenRefused(CoachingRefusals.Cancelled);
        Assert.Equal(CoachingRefusals.HoldsNumber, AttendanceRating.Problem("hubungi 0812 0000 9001"));
        Assert.Equal(AttendanceRefusals.WordsLength, AttendanceRating.Problem(new string('a', Limits.Remark + 1)));
        Assert.Null(AttendanceRating.Problem(""));
    }

    private static Attendance After(params AttendanceEvent[] history) => Given.History<Attendance, AttendanceEvent>(history);
}
