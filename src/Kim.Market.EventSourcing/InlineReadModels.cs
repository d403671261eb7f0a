using System.Collections.Frozen;
using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>Who wants to hear of which event inside its commit.</summary>
internal sealed class InlineReadModels
{
    private readonly FrozenDictionary<Type, IProjection[]> _guards;
    private readonly FrozenDictionary<Type, IProjection[]> _projections;
    private readonly FrozenDictionary<string, IStreamView[]> _views;
    private readonly FrozenDictionary<Type, IJoinedView[]> _joined;

    public InlineReadModels(IEnumerable<IProjection> projections, IEnumerable<IStreamView> views, IEnumerable<IJoinedView> joined)
    {
        var all = projections.ToList();
        _guards = ByType(all.Where(projection => projection.Guards));
        _projections = ByType(all.Where(projection => !projection.Guards));
        _views = views.GroupBy(view => view.Kind).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _joined = joined.SelectMany(view => view.Handles, (view, type) => (view, type))
            .GroupBy(pair => pair.type, pair => pair.view)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    public bool HasViews => _views.Count > 0;

    public bool IsViewed(string kind) => _views.ContainsKey(kind);

    public void Guard(ArraySegment<Recorded> happened, NpgsqlBatch batch) => Project(_guards, happened, batch);

    public void Project(ArraySegment<Recorded> happened, NpgsqlBatch batch) => Project(_projections, happened, batch);

    /// <exception cref="InvalidOperationException">The row cannot be known without knowing the version.</exception>
    public void View(Appending append, ArraySegment<Recorded> happened, NpgsqlBatch batch)
    {
        if (!_views.TryGetValue(append.Kind, out var views))
        {
            return;
        }

        if (append.Expected == Expected.Any)
        {
            throw new InvalidOperationException(
                $"'{append.Kind}' is shown by {views[0].Name}: load the stream and append at its version.");
        }

        var history = append.Expected == Expected.New ? [] : append.History!;
        foreach (var view in views)
        {
            view.Project(history, happened, batch);
        }
    }

    /// <summary>Draws joined rows anew: once for a stream, however much has happened to it.</summary>
    public void Join(ArraySegment<Recorded> happened, NpgsqlBatch batch)
    {
        List<IJoinedView>? drawn = null;
        for (var i = 0; i < happened.Count; i++)
        {
            foreach (var view in _joined.GetValueOrDefault(happened[i].Data.GetType()) ?? [])
            {
                if (drawn?.Contains(view) != true)
                {
                    (drawn ??= []).Add(view);
                    view.Refresh(happened, batch);
                }
            }
        }
    }

    private static void Project(
        FrozenDictionary<Type, IProjection[]> projections, ArraySegment<Recorded> happened, NpgsqlBatch batch)
    {
        if (projections.Count == 0)
        {
            return;
        }

        foreach (var recorded in happened)
        {
            foreach (var projection in projections.GetValueOrDefault(recorded.Data.GetType()) ?? [])
            {
                projection.Project(recorded, batch);
            }
        }
    }

    private static FrozenDictionary<Type, IProjection[]> ByType(IEnumerable<IProjection> projections) => projections
        .SelectMany(projection => projection.Handles, (projection, type) => (projection, type))
        .GroupBy(pair => pair.type, pair => pair.projection)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());
}
