using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Harvests;
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
        if (by.At is not null)
        {
            return null;
        }

        var rows = new[] { Rows(happened, by), RestockWaits.Back(happened, by), OfferNews.Told(happened, by) }.OfType<SqlPart>().ToList();
        return rows.Count == 0 ? null : (Sql)$"insert into app.outbox (kind, stream, at, actor) {rows.Aggregate((all, more) => SqlPart.Of($"{all} union all {more}"))}";
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

    private static SqlPart? Rows(IReadOnlyList<Recorded> happened, Metadata by) => Of(happened) is { Count: > 0 } heard
        ? SqlPart.Of(
            $"""
            select kind, stream, {happened[0].Timestamp}::timestamptz, {by.Actor}::uuid
            from unnest({heard.Select(one => (short)one.Kind).ToArray()}, {heard.Select(one => one.Stream).ToArray()}) as heard(kind, stream)
            """)
        : null;
}
