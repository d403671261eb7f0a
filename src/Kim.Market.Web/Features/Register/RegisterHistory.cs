using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Results;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Register;

/// <summary>A KIM's life as its office reads it: with what was written beside each decision.</summary>
public sealed class RegisterHistory(EventStory story)
{
    private const int Shown = 60;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<TimelineItem> Tell(IEnumerable<Recorded> told, Zone zone) =>
    [
        .. told.Reverse().Take(Shown)
            .Select(recorded => (Told: story.Tell(recorded.Data), recorded.Timestamp, Note: NoteOf(recorded.Data)))
            .Where(item => item.Told is not null)
            .Select(item => new TimelineItem(
                item.Told!.Value.What, TimelineState.Past, DateFormat.Brief(item.Timestamp, zone) + " " + zone.Name, item.Timestamp)
            {
                Note = string.Join(". ", new[] { item.Told.Value.Detail, item.Note }.Where(text => text is { Length: > 0 })) is { Length: > 0 } note ? note : null,
            }),
    ];

    /// <summary>The paper behind the last decision that had one.</summary>
    public static string? EvidenceOf(IEnumerable<Recorded> told) => told.Select(recorded => recorded.Data switch
    {
        GroupSuspended e => e.Evidence,
        GroupDissolved e => e.Evidence,
        GroupStateExplained e => e.Evidence,
        _ => null,
    }).LastOrDefault(paper => paper is not null);

    private static string? NoteOf(object happened) => happened switch
    {
        GroupRejected e => e.Note,
        GroupSuspended e => e.Note,
        GroupSuspensionLifted e => e.Note,
        GroupDissolved e => e.Note,
        GroupStateExplained e => e.Note,
        _ => null,
    };
}
