using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Contests;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Stories;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Results;

/// <summary>Whose results are asked for: those of a place with all that lies in it, or of one KIM.</summary>
/// <param name="Code">The place; of a KIM, where it has its seat.</param>
/// <param name="Slug">Of the KIM; null for a place.</param>
public sealed record ResultScope(string Name, string Place, string Code, Guid? GroupId, string? Slug, string? Stories, string? Best)
{
    /// <summary>What was told there in that time.</summary>
    public IReadOnlyList<StoryTeaser> Teasers => StoryTeaser.Read(Stories);

    /// <summary>What its KIM were judged best with in that time.</summary>
    public IReadOnlyList<BestPractice> Practices => BestPractice.Read(Best);

    public string Address => Slug is null ? $"~/hasil/wilayah/{Code}" : $"~/hasil/kim/{Slug}";

    /// <summary>By which its rows are asked for.</summary>
    public (string Name, string Value) Filter => Slug is null ? ("wilayah", Code) : ("kim", Slug);

    public LedgerQuestion Of(ResultTime time) =>
        new(null, Slug is null ? RegionCode.Parse(Code) : null, null, null, time.From, time.Day, Sight.Terkoreksi) { Kim = GroupId };
}

/// <summary>Finds whose results are asked for.</summary>
public sealed class ResultScopes(NpgsqlDataSource db)
{
    /// <summary>Null where there is no such place.</summary>
    public Task<ResultScope?> PlaceAsync(RegionCode code, ResultTime time, CancellationToken ct) => db.RowAsync<ResultScope>(
        $"""
        select r.name, r.full_place as place, r.code, null::uuid as group_id, null as slug,
               {StoryTeaser.Within(code.Value, Since(time), Until(time))} as stories, {BestPractice.Within(code.Value, Since(time), Until(time))} as best
        from app.regions r where r.code = {code.Value}
        """, ct);

    /// <summary>Null where there is no such KIM, or nobody sees it.</summary>
    public Task<ResultScope?> KimAsync(string slug, ResultTime time, CancellationToken ct) => db.RowAsync<ResultScope>(
        $"""
        select g.name, r.full_place as place, g.seat as code, g.group_id, g.slug, {StoryTeaser.OfKim(Since(time), Until(time))} as stories,
               {BestPractice.OfKim(Since(time), Until(time))} as best
        from groups g join app.regions r on r.code = g.seat
        where g.slug = {slug} and g.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant}, {(short)GroupStatus.Dissolved})
        """, ct);

    private static DateTimeOffset Since(ResultTime time) => new(time.From.ToDateTime(TimeOnly.MinValue), Zone.Wita.Offset);

    private static DateTimeOffset Until(ResultTime time) => new(time.Day.AddDays(1).ToDateTime(TimeOnly.MinValue), Zone.Wita.Offset);
}
