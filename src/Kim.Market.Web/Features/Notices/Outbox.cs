using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Restocks;

namespace Kim.Market.Web.Features.Notices;

/// <summary>Writes down, beside the events of a commit, what somebody has to hear of: a row for each, in one statement.</summary>
/// <remarks>A seed tells of a past that nobody waits for: what is given a time of its own is not written down.</remarks>
public sealed class Outbox : IOutbox
{
    /// <summary>What comes in bulk is looked at in bulk: of one kind, a commit tells no more.</summary>
    public const int MostOfAKind = 20;

    public Sql? Write(IReadOnlyList<Recorded> happened, Metadata by)
    {
        var heard = by.At is null ? Of(happened) : [];
        var back = by.At is null ? RestockWaits.Back(happened, by) : null;
        var rows = heard.Count == 0 ? back : SqlPart.Of(
            $"""
            select kind, stream, {happened[0].Timestamp}::timestamptz, {by.Actor}::uuid
            from unnest({heard.Select(one => (short)one.Kind).ToArray()}, {heard.Select(one => one.Stream).ToArray()}) as heard(kind, stream)
            {(back is { } more ? SqlPart.Of($"union all {more}") : SqlPart.Of($""))}
            """);
        return rows is { } written ? (Sql)$"insert into app.outbox (kind, stream, at, actor) {written}" : null;
    }

    /// <summary>Of each stream only the last thing: a stall that is approved in the moment it is registered waits for nobody.</summary>
    public static IReadOnlyList<(NoticeKind Kind, Guid Stream)> Of(IReadOnlyList<Recorded> happened)
    {
        Dictionary<Guid, NoticeKind>? last = null;
        foreach (var recorded in happened)
        {
            if (NoticeRules.ByEvent.TryGetValue(recorded.Data.GetType(), out var rule))
            {
                (last ??= [])[recorded.Stream] = rule.Kind;
            }
        }

        return last is null ? [] : [.. last.GroupBy(one => one.Value).SelectMany(kind => kind.Take(MostOfAKind)).Select(one => (one.Value, one.Key))];
    }
}
