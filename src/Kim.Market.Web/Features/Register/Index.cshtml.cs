using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Groups;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Register;

/// <summary>/dinas/kim: every KIM of the asker's region, by where it stands in its life; today, or when a day of the past ended.</summary>
[For(Desk.Office, What = "Melihat daftar KIM di wilayahnya"), PrivatePage]
public sealed class IndexModel(GroupRegister register, PastRegister past, TimeProvider clock) : MarketPage
{
    [FromQuery(Name = "keadaan")]
    public string? Asked { get; init; }

    [FromQuery(Name = "denyut")]
    public string? AskedPulse { get; init; }

    [FromQuery(Name = "per")]
    public string? AsOf { get; init; }

    [FromQuery(Name = "q")]
    public string? Query { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public GroupStatus? Chosen { get; private set; }

    public GroupPulse? ChosenPulse { get; private set; }

    /// <summary>The day of the past that was asked for; null for today's register.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>Something was asked for that is no day, or has not begun.</summary>
    public bool IsNoDay => AsOf is { Length: > 0 } && Day is null;

    public DateOnly Today { get; private set; }

    public IReadOnlyDictionary<GroupStatus, int> Counts { get; private set; } = new Dictionary<GroupStatus, int>();

    /// <summary>Of those that are active or at rest.</summary>
    public IReadOnlyDictionary<GroupPulse, int> Pulses { get; private set; } = new Dictionary<GroupPulse, int>();

    public IReadOnlyList<RegisterRow> Groups { get; private set; } = [];

    public IReadOnlyList<PastRow> Then { get; private set; } = [];

    public Paging Paging { get; private set; } = new(null, null);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        (Today, Day) = (DateFormat.DayIn(now, Zone.Wita), PastDay.Read(AsOf, Zone.Wita, now));
        Chosen = Enum.TryParse<GroupStatus>(Asked, out var asked) && Enum.IsDefined(asked) ? asked : null;
        ChosenPulse = Enum.TryParse<GroupPulse>(AskedPulse, out var felt) && Enum.IsDefined(felt) ? felt : null;
        var query = Query is { Length: > 80 } ? Query[..80] : Query ?? "";
        var after = GroupKey.Read(After);
        List<StatusCount> counts;
        string? next;
        if (Day is { } day)
        {
            (counts, var page) = await past.PageAsync(Me, day, Chosen, ChosenPulse, query, after, ct);
            (Then, next) = (page.Rows, page.Next(row => Cursor.Of(row.Name, row.GroupId)));
        }
        else
        {
            (counts, var page) = await register.PageAsync(Me, Chosen, ChosenPulse, query, after, ct);
            (Groups, next) = (page.Rows, page.Next(row => Cursor.Of(row.Name, row.GroupId)));
        }

        Counts = counts.GroupBy(row => (GroupStatus)row.Status).ToDictionary(rows => rows.Key, rows => rows.Sum(row => row.Count));
        Pulses = counts.Where(row => row.Pulse is not null && (GroupStatus)row.Status is GroupStatus.Active or GroupStatus.Dormant)
            .GroupBy(row => (GroupPulse)row.Pulse!.Value).ToDictionary(rows => rows.Key, rows => rows.Sum(row => row.Count));
        Paging = new(null, next is null ? null : Link(Chosen, ChosenPulse, query, next));
    }

    public string In(GroupStatus? status) => Link(status, null, Query ?? "", null);

    public string Felt(GroupPulse pulse) => Link(null, pulse, Query ?? "", null);

    private string Link(GroupStatus? status, GroupPulse? pulse, string query, string? after)
    {
        var parts = new QueryBuilder();
        foreach (var (name, value) in new[]
        {
            ("keadaan", status?.ToString()), ("denyut", pulse?.ToString()), ("per", Day is { } day ? PastDay.Of(day) : null), ("q", query), ("sesudah", after),
        })
        {
            if (value is { Length: > 0 })
            {
                parts.Add(name, value);
            }
        }

        return "~/dinas/kim" + parts.ToQueryString();
    }
}
