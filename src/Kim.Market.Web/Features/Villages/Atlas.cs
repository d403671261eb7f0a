using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Villages;

/// <summary>A place where somebody sells or a KIM is at home, with the places it lies in.</summary>
public sealed record AtlasRow(
    string Code, string Name, string DistrictCode, string District, string RegencyCode, int Businesses, int Groups);

/// <summary>A regency or city of the atlas.</summary>
public sealed record AtlasRegency(string Code, string Name);

/// <summary>Reads where on the map the market is.</summary>
public sealed class Atlas(NpgsqlDataSource db)
{
    /// <summary>As many places as one page can show; what lies behind is found on the pages of the kecamatan.</summary>
    public const int PageSize = 600;

    // Where the market begins: Kutai Kartanegara, Kutai Timur, Ketapang, Kapuas.
    private static readonly string[] FirstRegencies = ["64.02", "64.08", "61.04", "62.03"];

    public async Task<(List<AtlasRegency> Regencies, Slice<AtlasRow> Places)> ReadAsync(CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            select code, name
            from app.regions
            where code = any({FirstRegencies})
               or code in (select left(village, 5) from businesses where status = 1)
            order by array_position({FirstRegencies}, code), code
            """);
        batch.Add(
            $"""
            select r.code, r.name, d.code as district_code, d.name as district, left(r.code, 5) as regency_code,
                   found.businesses, found.groups
            from (
                select code, sum(businesses)::int as businesses, sum(groups)::int as groups
                from (
                    select village as code, 1 as businesses, 0 as groups from businesses where status = 1
                    union all
                    select seat, 0, 1 from groups where status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})
                ) thing
                group by code
            ) found
            join app.regions r on r.code = found.code
            join app.regions d on d.code = left(r.code, 8)
            order by r.code
            limit {PageSize + 1}
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var regencies = await reader.RowsAsync<AtlasRegency>(ct);
        await reader.NextResultAsync(ct);
        return (regencies, Slice<AtlasRow>.Of(await reader.RowsAsync<AtlasRow>(ct), PageSize));
    }
}
