using Kim.Market.Domain.Contests;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Contests;

/// <summary>What happened to a contest, in plain words.</summary>
public static class ContestStory
{
    public static (string What, string? Detail)? Tell(ContestEvent happened, Words words) => happened switch
    {
        ContestAnnounced e => (words["Lomba diumumkan dinas"], e.Terms.Title),
        ContestRewritten e => (words["Ketentuan lomba ditulis ulang"], e.Terms.Title),
        ContestCalledOff e => (words["Lomba dibatalkan dinas"], e.Reason),
        ContestEntered e => (words["KIM ikut lomba"], e.Title),
        ContestEntryWithdrawn => (words["KIM menarik karyanya dari lomba"], null),
        ContestEntryScored => (words["Karya lomba dinilai petugas"], null),
        ContestDecided e => (words["Pemenang lomba diumumkan"], words["{0} karya", e.Table.Length]),
        _ => null,
    };
}
