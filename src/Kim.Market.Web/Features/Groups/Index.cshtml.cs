using Kim.Market.Domain;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Groups;

/// <summary>/kim — the directory of KIM, all of them or those of one regency.</summary>
[OpenTo(Audience.Everyone, What = "Melihat daftar KIM"), CachedPage(VaryBy = ["wilayah", "sesudah"])]
public sealed class IndexModel(GroupDirectory directory, Words words) : PageModel
{
    [FromQuery(Name = "wilayah")] public string? Asked { get; init; }

    [FromQuery(Name = "sesudah")] public string? After { get; init; }

    public IReadOnlyList<RegencyCount> Regencies { get; private set; } = [];

    /// <summary>The regency that was chosen; null for all of them.</summary>
    public RegencyCount? Chosen { get; private set; }

    public int Active { get; private set; }

    public int Dormant { get; private set; }

    public IReadOnlyList<KimCard> Groups { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        RegionCode? regency = RegionCode.TryParse(Asked, null, out var asked) && asked.Value.Length >= 5 ? asked.Regency : null;
        (var regencies, var groups) = await directory.ReadAsync(regency, GroupKey.Read(After), ct);
        Regencies = regencies;
        Chosen = regencies.Find(known => known.Code == regency?.Value);
        var counted = regency is null ? regencies : regencies.Where(known => known == Chosen).ToList();
        (Active, Dormant) = (counted.Sum(known => known.Active), counted.Sum(known => known.Dormant));
        Groups = [.. groups.Rows.Select(group => group.Card(words))];
        Next = groups.Next(GroupKey.After) is { } cursor
            ? $"~/kim?{(regency is { } code ? $"wilayah={code}&" : "")}sesudah={cursor}"
            : null;
        PageTags.Of(HttpContext).Add(PageDrops.Catalogue).Add(groups.Rows.Select(group => group.GroupId));
    }
}
