using Kim.Market.Domain.Coachings;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>What offices held, and who came.</summary>
public sealed partial class LedgerFold
{
    private void Take(Recorded recorded, CoachingEvent happened)
    {
        switch (happened)
        {
            case CoachingPlanned e: Keep(recorded.Stream, new KnownCoaching(e.Plan.Village.Value)); break;
            case CoachingMoved e: Keep(recorded.Stream, new KnownCoaching(e.Plan.Village.Value)); break;
            case CoachingHeld e when known[recorded.Stream] is KnownCoaching { Village: var village }:
                Start(recorded, Metric.CoachingHeld, recorded.Stream, new Owner(null, null, village, []), e.At);
                break;
        }
    }

    // Corrections: by the clock of what happened it was always so, by the other until today it was not.
    private void Take(Recorded recorded, AttendanceEvent happened)
    {
        if (happened is AttendanceRecorded came)
        {
            var made = new KnownAttendance(OwnerOf(came), came.At, came.People);
            Keep(recorded.Stream, made);
            Count(recorded, made);
            return;
        }

        var there = (KnownAttendance)known[recorded.Stream];
        switch (happened)
        {
            case AttendanceStruck: End(recorded, Metric.Attendance, recorded.Stream, there.At); break;
            case AttendanceCountedAgain: Count(recorded, there); break;
            case AttendanceRecounted e:
                End(recorded, Metric.Attendance, recorded.Stream, there.At);
                Keep(recorded.Stream, there with { People = e.People });
                Count(recorded, there with { People = e.People });
                break;
        }
    }

    private Owner OwnerOf(AttendanceRecorded came) => came.Business is { } business
        ? ((KnownBusiness)known[business.Value]).Owner(business.Value)
        : known[came.Group.Value] is KnownGroup group ? new(came.Group.Value, null, group.Seat, group.Themes)
        : throw new InvalidOperationException("Only a KIM comes for itself.");

    private void Count(Recorded recorded, KnownAttendance there) =>
        Start(recorded, Metric.Attendance, recorded.Stream, there.Owner, there.At, started => started with { Amount = there.People });
}
