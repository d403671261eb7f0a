using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Groups;
using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Register;

/// <summary>/dinas/kim: every KIM of the asker's region, by where it stands in its life.</summary>
[For(Desk.Office, What = "Melihat daftar KIM di wilayahnya"), PrivatePage]
public sealed class IndexModel(GroupRegister register) : MarketPage
{
    [FromQuery(Name = "keadaan")]
    public string? Asked { get; init; }

    [FromQuery(Name = "q")]
    public string? Query { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public GroupStatus? Chosen { get; private set; }

    public IReadOnlyDictionary<GroupStatus, int> Counts { get; private set; } = new Dictionary<GroupStatus, int>();

    public IReadOnlyList<RegisterRow> Groups { get; private set; } = [];

    public Paging Paging { get; private set; } = new(null, null);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Chosen = Enum.TryParse<GroupStatus>(Asked, out var asked) && Enum.IsDefined(asked) ? asked : null;
        var query = Query is { Length: > 80 } ? Query[..80] : Query ?? "";
        var (counts, page) = await register.PageAsync(Me, Chosen, query, GroupKey.Read(After), ct);
        (Counts, Groups) = (counts.ToDictionary(row => (GroupStatus)row.Status, row => row.Count), page.Rows);
        Paging = new(null, page.Next(row => Cursor.Of(row.Name, row.GroupId)) is { } next ? Link(Chosen, query, next) : null);
    }

    public string In(GroupStatus? status) => Link(status, Query ?? "", null);

    private static string Link(GroupStatus? status, string query, string? after)
    {
        var parts = new QueryBuilder();
        foreach (var (name, value) in new[] { ("keadaan", status?.ToString()), ("q", query), ("sesudah", after) })
        {
            if (value is { Length: > 0 })
            {
                parts.Add(name, value);
            }
        }

        return "~/dinas/kim" + parts.ToQueryString();
    }
}
