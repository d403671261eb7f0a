using Kim.Market.Domain.Coachings;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>What happened to a coaching, in plain words.</summary>
public static class CoachingStory
{
    public static (string What, string? Detail)? Tell(CoachingEvent happened, Words words) => happened switch
    {
        CoachingPlanned e => (words["Pembinaan direncanakan dinas"], $"{e.Plan.Title}, {CoachingWords.Days(e.Plan)}"),
        CoachingChanged e => (words["Isi pembinaan diubah dinas"], e.Plan.Title),
        CoachingMoved e => (words["Pembinaan pindah waktu atau tempat"], $"{CoachingWords.Days(e.Plan)}, {e.Plan.Place}: {e.Reason}"),
        CoachingGroupsInvited e => (words["KIM diundang dinas"], words["{0} KIM", e.Groups.Length]),
        CoachingInvitationAnswered e => (words["KIM menjawab undangan"], CoachingWords.Answer(e.People, words)),
        CoachingMaterialsGiven => (words["Materi pembinaan diberikan"], null),
        CoachingCancelled e => (words["Pembinaan dibatalkan dinas"], e.Reason),
        CoachingHeld => (words["Pembinaan terlaksana"], null),
        _ => null,
    };

    public static (string What, string? Detail)? Tell(AttendanceEvent happened, Words words) => happened switch
    {
        AttendanceRecorded { Reason.Length: > 0 } e => (words["Kehadiran dicatat belakangan"], $"{words["{0} orang", e.People]}: {e.Reason}"),
        AttendanceRecorded e => (words["Hadir di pembinaan"], words["{0} orang", e.People]),
        AttendanceRecounted e => (words["Jumlah yang hadir dibetulkan"], $"{words["{0} orang", e.People]}: {e.Reason}"),
        AttendanceCertified => (words["Sertifikat kehadiran dibuat"], null),
        AttendanceRated => (words["Umpan balik pembinaan diberikan"], null),
        AttendanceStruck e => (words["Kehadiran dicoret dinas"], e.Reason),
        AttendanceCountedAgain e => (words["Kehadiran dihitung lagi"], e.Reason),
        _ => null,
    };
}
