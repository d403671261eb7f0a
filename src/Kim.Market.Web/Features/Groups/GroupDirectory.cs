using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Language;
using Npgsql;

namespace Kim.Market.Web.Features.Groups;

/// <summary>What a list shows of a KIM.</summary>
public sealed record GroupCardRow(Guid GroupId, string Name, string Slug, short Status, short? Pulse, string Place, int Businesses)
{
    public KimCard Card(Words words)
    {
        var status = (GroupStatus)Status;
        var isQuiet = status == GroupStatus.Active && Pulse is not (null or (short)GroupPulse.Active);
        return new(
            Name, $"~/kim/{Slug}", Place, isQuiet ? words.Of((GroupPulse)Pulse!) : words.Of(status),
            status == GroupStatus.Active && !isQuiet ? "good" : "idle",
            words["{0} UMKM", Businesses]);
    }
}

/// <summary>Where a page of KIM ended; the next one starts behind it.</summary>
public sealed record GroupKey(string Name, Guid GroupId)
{
    /// <summary>Null for a text that is no key: the list then begins at its top.</summary>
    public static GroupKey? Read(string? text) => Cursor.TryRead(text, out string name, out var id) ? new(name, id) : null;

    public static string After(GroupCardRow group) => Cursor.Of(group.Name, group.GroupId);
}

/// <summary>How many KIM a regency or city has, or a smaller place.</summary>
public sealed record RegencyCount(string Code, string Name, int Active, int Dormant);

/// <summary>Which KIM of the directory are asked for; what is null leaves nothing out.</summary>
/// <param name="Region">A regency, a kecamatan or a village.</param>
public sealed record GroupFilter(RegionCode? Region, string? Theme, GroupPulse? Pulse)
{
    public static readonly GroupFilter None = new(null, null, null);
}

/// <summary>What the directory can be narrowed by.</summary>
/// <param name="Here">The place asked for, where it is smaller than a regency.</param>
public sealed record GroupChoices(IReadOnlyList<RegencyCount> Regencies, IReadOnlyList<string> Themes, RegencyCount? Here = null);

/// <summary>Reads the directory: every KIM that was ever active, by name, paged by key.</summary>
public sealed class GroupDirectory(NpgsqlDataSource db)
{
    public const int PageSize = 24;

    private static readonly GroupKey Top = new("", Guid.Empty);

    /// <summary>One page of the directory, and what can be chosen.</summary>
    public async Task<(GroupChoices Choices, Slice<GroupCardRow> Groups)> ReadAsync(
        GroupFilter filter, GroupKey? after, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add($"select {Lists.Of(Regencies())} as regencies, {Lists.Of(Themes())} as themes, {Lists.Of(At(filter.Region))} as here");
        batch.Add(Of(filter, after ?? Top, PageSize + 1));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var choices = (await reader.RowsAsync<ChoiceLists>(ct))[0];
        await reader.NextResultAsync(ct);
        return (choices.Read(), Slice<GroupCardRow>.Of(await reader.RowsAsync<GroupCardRow>(ct), PageSize));
    }

    /// <summary>The first KIM of a region by name, for pages that read them beside their own.</summary>
    public static Sql InRegion(RegionCode region, int limit) => Of(GroupFilter.None with { Region = region }, Top, limit);

    private static Sql Regencies() =>
        $"""
        select r.code, r.name, g.active, g.dormant
        from (
            select left(seat, 5) as regency,
                   count(*) filter (where status = {(short)GroupStatus.Active})::int as active,
                   count(*) filter (where status = {(short)GroupStatus.Dormant})::int as dormant
            from groups
            where status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})
            group by left(seat, 5)
        ) g
        join app.regions r on r.code = g.regency
        order by r.code
        """;

    private static Sql Themes() =>
        $"""
        select distinct theme as name from groups, unnest(themes) as theme
        where status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})
        order by theme
        limit 40
        """;

    private static Sql At(RegionCode? place) =>
        $"""
        select r.code, r.place as name,
               count(*) filter (where g.status = {(short)GroupStatus.Active})::int as active,
               count(*) filter (where g.status = {(short)GroupStatus.Dormant})::int as dormant
        from app.regions r
        left join groups g on g.seat ~>=~ r.code and g.seat ~<~ (r.code || '/')
        where r.code = {place?.Value} and length(r.code) > 5
        group by r.code, r.place
        """;

    // Digits sort before ':' and '/', and the point before both: so a region's range ends right behind its last village.
    private static Sql Of(GroupFilter filter, GroupKey from, int limit) =>
        $"""
        select g.group_id, g.name, g.slug, g.status, g.pulse, r.place,
               (select count(*) from businesses b where b.group_id = g.group_id and b.status = 1)::int as businesses
        from groups g
        join app.regions r on r.code = g.seat
        where g.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})
          and g.seat ~>=~ {filter.Region?.Value ?? ""} and g.seat ~<~ {(filter.Region is { } within ? within.Value + '/' : ":")}
          and ({filter.Theme}::text is null or {filter.Theme} = any(g.themes))
          and ({(short?)filter.Pulse}::smallint is null or g.pulse = {(short?)filter.Pulse})
          and (g.name, g.group_id) > ({from.Name}, {from.GroupId})
        order by g.name, g.group_id
        limit {limit}
        """;

    private sealed record ChoiceLists(string? Regencies, string? Themes, string? Here)
    {
        public GroupChoices Read() => new(
            Lists.Read<RegencyCount>(Regencies), [.. Lists.Read<Theme>(Themes).Select(theme => theme.Name)], Lists.Read<RegencyCount>(Here).FirstOrDefault());
    }

    private sealed record Theme(string Name);
}
