using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Groups;

/// <summary>/kim — the directory of KIM, all of them or those of one region, theme or pulse.</summary>
[OpenTo(Audience.Everyone, What = "Melihat daftar KIM"), CachedPage(VaryBy = ["wilayah", "tema", "denyut", "sesudah"])]
public sealed class IndexModel(GroupDirectory directory, Words words) : PageModel
{
    [FromQuery(Name = "wilayah")] public string? Asked { get; init; }

    [FromQuery(Name = "tema")] public string? Theme { get; init; }

    [FromQuery(Name = "denyut")] public string? Pulse { get; init; }

    [FromQuery(Name = "sesudah")] public string? After { get; init; }

    public GroupFilter Filter { get; private set; } = GroupFilter.None;

    public GroupChoices Choices { get; private set; } = new([], []);

    /// <summary>The regency that was chosen, or in which the chosen place lies; null for all of them.</summary>
    public RegencyCount? Chosen { get; private set; }

    public int Active { get; private set; }

    public int Dormant { get; private set; }

    public IReadOnlyList<KimCard> Groups { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Filter = new(
            RegionCode.TryParse(Asked, null, out var asked) && asked.Value.Length >= 5 ? asked : null,
            Theme is { Length: > 0 and <= Limits.Name } theme ? theme : null,
            Enum.TryParse<GroupPulse>(Pulse, out var pulse) && Enum.IsDefined(pulse) ? pulse : null);
        (Choices, var groups) = await directory.ReadAsync(Filter, GroupKey.Read(After), ct);
        Chosen = Choices.Regencies.FirstOrDefault(known => known.Code == Filter.Region?.Regency.Value);
        var counted = Filter.Region is null ? Choices.Regencies
            : Choices.Here is { } here ? [here]
            : [.. Choices.Regencies.Where(known => known == Chosen)];
        (Active, Dormant) = (counted.Sum(known => known.Active), counted.Sum(known => known.Dormant));
        Groups = [.. groups.Rows.Select(group => group.Card(words))];
        Next = groups.Next(GroupKey.After) is { } cursor ? Link(Filter, cursor) : null;
        PageTags.Of(HttpContext).Add(PageDrops.Catalogue).Add(groups.Rows.Select(group => group.GroupId));
    }

    /// <summary>The same question in another regency; null for all of them.</summary>
    public string In(string? regency) => Link(Filter with { Region = regency is null ? null : RegionCode.Parse(regency) }, null);

    private static string Link(GroupFilter filter, string? after)
    {
        var parts = new QueryBuilder();
        foreach (var (name, value) in new[]
        {
            ("wilayah", filter.Region?.Value), ("tema", filter.Theme), ("denyut", filter.Pulse?.ToString()), ("sesudah", after),
        })
        {
            if (value is not null)
            {
                parts.Add(name, value);
            }
        }

        return "~/kim" + parts.ToQueryString();
    }
}
