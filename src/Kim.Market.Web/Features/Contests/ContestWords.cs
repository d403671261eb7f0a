using Kim.Market.Domain.Contests;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Contests;

/// <summary>How a contest is spoken of.</summary>
public static class ContestWords
{
    public static string State(KnownContest known, DateTimeOffset now, Words words) => known.State switch
    {
        ContestStatus.CalledOff => words["dibatalkan"],
        ContestStatus.Decided => words["pemenangnya sudah diumumkan"],
        _ when known.IsAhead(now) => words["belum dibuka"],
        _ => known.IsTaking(now) ? words["menerima karya"] : words["sedang dinilai"],
    };

    public static string ToneOf(KnownContest known, DateTimeOffset now) => known.IsTaking(now) || known.State == ContestStatus.Decided ? "good" : "idle";

    public static string Days(KnownContest known) => $"{DateFormat.Full(known.Says.OpensOn)} – {DateFormat.Full(known.Says.ClosesOn)}";

    public static string Criteria(KnownContest known) => string.Join(", ", known.Says.Criteria.Select(criterion => $"{criterion.Name} {NumberFormat.Percent(criterion.Weight / 100m)}"));
}
