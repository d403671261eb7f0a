using Kim.Market.Domain;
using Kim.Market.Domain.Prospectuses;
using Kim.Market.Web.Features.Checks;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Prospectuses;

/// <summary>Says of a prospectus whether it still holds, and what it said.</summary>
public sealed class ProspectusCheck(ProspectusBook book, ProspectusPaper paper, Words words, TimeProvider clock) : ICheckedKind
{
    public char Letter => Prospectus.CodeKind;

    public async Task<CheckedPaper?> FindAsync(PaperCode code, CancellationToken ct)
    {
        if (await book.FindAsync(code, ct) is not { } issued)
        {
            return null;
        }

        var village = issued.Village;
        var zone = Zone.Of(village.TimeZone);
        var titles = issued.Claims.Concat(issued.Changes.Select(change => change.Now).OfType<Claim>())
            .Where(claim => claim.Kind == ClaimKind.Potential).GroupBy(claim => claim.Subject).ToDictionary(same => same.Key, same => same.First().Value);
        return new(
            words["Prospektus {0} {1}", village.Word, village.Name], village.FullPlaceText, DateFormat.Moment(issued.At, zone), issued.Mark,
            [.. issued.Changes.Select(change => new CheckedChange(
                words.NameOf(change.Either, titles), change.Then is { } then ? words.ValueOf(then) : null, change.Now is { } now ? words.ValueOf(now) : null))],
            paper.Blocks(village, issued.Claims, issued.At),
            new Crumb(words["Prospektus terbaru"], $"~/desa/{village.Code}/prospektus"))
        {
            Aged = issued.Claims.Where(claim => claim.Kind == ClaimKind.Figure).Select(ClaimWords.FigureOf)
                .Count(figure => figure.IsStale(DateFormat.DayIn(clock.GetUtcNow(), zone)) && !figure.IsStale(DateFormat.DayIn(issued.At, zone))),
        };
    }
}
