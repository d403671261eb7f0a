using Kim.Market.EventSourcing;
using Kim.Market.Web.Events;
using Npgsql;

namespace Kim.Market.Web.Features.Audit;

/// <summary>Writes down every event there is, behind the events: who did it, for whom, from where, and whose it is.</summary>
public sealed class AuditLines : IFollower
{
    public string Name => "audit";

    public string Ddl { get; } = Ddls.Of<AuditLines>();

    public IReadOnlyList<string> Tables { get; } = ["audit_places", "audit_lines"];

    /// <summary>Whoever asks who did something asks later than that.</summary>
    public TimeSpan Rest => TimeSpan.FromMilliseconds(400);

    public IReadOnlyCollection<Type> Handles { get; } = EventCatalogue.Types.All;

    public Task ApplyAsync(IReadOnlyList<Recorded> page, NpgsqlConnection connection, NpgsqlBatch batch, CancellationToken ct)
    {
        var begun = page
            .Select(recorded => (recorded.Stream, Place: AuditPlace.Of(recorded.Stream, recorded.Data)))
            .Where(stream => stream.Place is not null)
            .ToLookup(stream => stream.Place!.Depth);

        // A shop that was opened a moment ago may have a product already: what is nearer its place comes first.
        for (var depth = 0; depth <= AuditPlace.Deepest; depth++)
        {
            if (begun[depth].ToList() is [_, ..] some)
            {
                batch.Add(Begin(some));
            }
        }

        batch.Add(Note(page));
        return Task.CompletedTask;
    }

    private static Sql Begin(List<(Guid Stream, AuditPlace? Place)> streams) =>
        $"""
        insert into audit_places (stream, parent, business_id, group_id, region)
        select s.stream, s.parent, coalesce(s.business_id, p.business_id), coalesce(s.group_id, p.group_id), coalesce(s.region, p.region)
        from unnest(
            {streams.ConvertAll(s => s.Stream).ToArray()}, {streams.ConvertAll(s => s.Place!.Parent).ToArray()},
            {streams.ConvertAll(s => s.Place!.Business).ToArray()}, {streams.ConvertAll(s => s.Place!.Group).ToArray()},
            {streams.ConvertAll(s => s.Place!.Region).ToArray()}) as s (stream, parent, business_id, group_id, region)
        left join audit_places p on p.stream = s.parent
        on conflict do nothing
        """;

    private static Sql Note(IReadOnlyList<Recorded> page) =>
        $"""
        insert into audit_lines (seq, at, stream, kind, actor, behalf, via, device, business_id, group_id, region)
        select l.seq, l.at, l.stream, l.kind, l.actor, l.behalf, l.via, l.device, p.business_id, p.group_id, p.region
        from unnest(
            {Each(page, e => e.Sequence)}, {Each(page, e => e.Timestamp.UtcDateTime)}, {Each(page, e => e.Stream)},
            {Each(page, e => (short)AuditKinds.Of(e.Data))}, {Each(page, e => e.Metadata.Actor)}, {Each(page, e => e.Metadata.OnBehalfOf)},
            {Each(page, e => e.Metadata.Origin?.Via)}, {Each(page, e => e.Metadata.Origin?.Device)})
            as l (seq, at, stream, kind, actor, behalf, via, device)
        left join audit_places p on p.stream = l.stream
        """;

    private static T[] Each<T>(IReadOnlyList<Recorded> page, Func<Recorded, T> what) => [.. page.Select(what)];
}
