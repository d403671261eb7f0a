using Kim.Market.Domain;
using Kim.Market.Domain.Reports;
using Kim.Market.Web.Features.Checks;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Reports;

/// <summary>Says of a report whether its numbers are still what the events say of that time, and which are not.</summary>
public sealed class ReportCheck(ReportDesk desk, ReportFacts facts, ReportPaper paper, Words words) : ICheckedKind
{
    public char Letter => Report.CodeKind;

    public async Task<CheckedPaper?> FindAsync(PaperCode code, CancellationToken ct)
    {
        if (await desk.FindAsync(code, ct) is not { } issued)
        {
            return null;
        }

        var said = issued.Said;
        var names = await paper.NamesAsync(said, ct);
        var then = said.Lines.ToDictionary(line => (line.Part, line.Key));
        var now = (await facts.CountAsync(said.Region, said.From, said.Until, said.IsAsKnown, ct)).ToDictionary(line => (line.Part, line.Key));
        List<CheckedChange> changes = [];
        foreach (var key in said.Lines.Select(line => (line.Part, line.Key)).Union(now.Keys))
        {
            var (before, after) = (then.GetValueOrDefault(key), now.GetValueOrDefault(key));
            if (before != after)
            {
                // The same number of other rows is no longer the same.
                var isOther = before is not null && after is not null && before.Value == after.Value && before.Seal != after.Seal;
                changes.Add(new(
                    paper.NameOf(before ?? after!, names), before is null ? null : paper.ValueOf(before),
                    after is null ? null : isOther ? words["{0}, dari baris yang lain", paper.ValueOf(after)] : paper.ValueOf(after)));
            }
        }

        return new(
            paper.TitleOf(issued), issued.Region.FullPlaceText, DateFormat.Moment(said.At, Zone.Wita), issued.Mark, changes, paper.Blocks(issued, names),
            new Crumb(words["Hasil terbaru"], $"~/hasil/wilayah/{issued.Region.Code}"));
    }
}
