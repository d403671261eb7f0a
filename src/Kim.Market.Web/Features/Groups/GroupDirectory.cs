using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Language;
using Npgsql;

namespace Kim.Market.Web.Features.Groups;

/// <summary>What a list shows of a KIM.</summary>
public sealed record GroupCardRow(Guid GroupId, string Name, string Slug, short Status, string Place, int Businesses)
{
    public KimCard Card(Words words)
    {
        var status = (GroupStatus)Status;
        return new(
            Name, $"~/kim/{Slug}", Place, words.Of(status), status == GroupStatus.Active ? "good" : "idle",
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

/// <summary>How many KIM a regency or city has.</summary>
public sealed record RegencyCount(string Code, string Name, int Active, int Dormant);

/// <summary>Reads the directory: every KIM that was ever active, by name, paged by key.</summary>
public sealed class GroupDirectory(NpgsqlDataSource db)
{
    public const int PageSize = 24;

    private static readonly GroupKey Top = new("", Guid.Empty);

    /// <summary>One page of the directory, and the regencies that can be chosen.</summary>
    /// <param name="region">Null for everywhere.</param>
    public async Task<(List<RegencyCount> Regencies, Slice<GroupCardRow> Groups)> ReadAsync(
        RegionCode? region, GroupKey? after, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add(
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
            """);
        batch.Add(InRegion(region, after ?? Top, PageSize + 1));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var regencies = await reader.RowsAsync<RegencyCount>(ct);
        await reader.NextResultAsync(ct);
        return (regencies, Slice<GroupCardRow>.Of(await reader.RowsAsync<GroupCardRow>(ct), PageSize));
    }

    /// <summary>The first KIM of a region by name, for pages that read them beside their own.</summary>
    public static Sql InRegion(RegionCode region, int limit) => InRegion(region, Top, limit);

    // Digits sort before ':' and '/', and the point before both: so a region's range ends right behind its last village.
    private static Sql InRegion(RegionCode? region, GroupKey from, int limit) =>
        $"""
        select g.group_id, g.name, g.slug, g.status, r.place,
               (select count(*) from businesses b where b.group_id = g.group_id and b.status = 1)::int as businesses
        from groups g
        join app.regions r on r.code = g.seat
        where g.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})
          and g.seat ~>=~ {region?.Value ?? ""} and g.seat ~<~ {(region is { } within ? within.Value + '/' : ":")}
          and (g.name, g.group_id) > ({from.Name}, {from.GroupId})
        order by g.name, g.group_id
        limit {limit}
        """;
}
