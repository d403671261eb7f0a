using Kim.Market.Domain;
using Npgsql;

namespace Kim.Market.Web.Features.Figures;

/// <summary>A place whose figures an officer looks at.</summary>
/// <param name="Top">The region of the office: it goes no higher.</param>
public sealed record FigurePlace(string Code, string Name, string Place, string Top, string TopName, string? Themes)
{
    public RegionCode Region => RegionCode.Parse(Code);

    /// <summary>What the KIM there call their subjects.</summary>
    public IReadOnlyList<string> AllThemes => Themes is { Length: > 0 } ? Themes.Split('|') : [];
}

/// <summary>A place by its name.</summary>
public sealed record NamedPlace(string Code, string Name);

/// <summary>Finds the places an officer may look at: their office's region and what lies in it.</summary>
public sealed class FigurePlaces(NpgsqlDataSource db)
{
    private const int MostThemes = 40;

    /// <summary>Null where the place is none of theirs.</summary>
    public Task<FigurePlace?> FindAsync(Asker asker, Guid office, RegionCode? asked, CancellationToken ct) => db.RowAsync<FigurePlace>(
        $"""
        select r.code, r.name, r.place, o.region as top, top.name as top_name,
               (select string_agg(theme, '|' order by theme)
                from (select distinct theme from groups g, unnest(g.themes) theme
                      where g.seat ~>=~ (r.code collate "default") and g.seat ~<~ (r.code || '/' collate "default") order by theme limit {MostThemes}) found) as themes
        from offices o
        join app.regions top on top.code = o.region
        join app.regions r on r.code = coalesce({asked?.Value}, o.region)
        where o.office_id = {office} and (r.code = o.region or starts_with(r.code, o.region || '.'))
          and exists (select from memberships m where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.scope = o.office_id)
        """, ct);

    /// <summary>The places directly within, and those around it up to the office's own.</summary>
    public Task<List<NamedPlace>> NamesAsync(FigurePlace place, CancellationToken ct) => db.RowsAsync<NamedPlace>(
        $"""
        select code, name from app.regions
        where parent = {place.Code} or (starts_with({place.Code}, code || '.') and (code = {place.Top} or starts_with(code, {place.Top + "."})))
        order by code
        """, ct);
}
