using Kim.Market.Domain;
using Kim.Market.Web.Features.Regions;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Villages;

/// <summary>/dinas/desa: the villages of an office's region of which something is on record, and the way to any other.</summary>
[For(Desk.Office, What = "Melihat status desa yang dicatat di wilayahnya"), PrivatePage]
public sealed class RecordsModel(VillageRecords records, PlaceQuestion places) : MarketPage
{
    /// <summary>A village as somebody typed it.</summary>
    [FromQuery(Name = "desa")]
    public string? Typed { get; init; }

    /// <summary>Which one, where several bear the name.</summary>
    [FromQuery(Name = "Input.Place")]
    public string? Chosen { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public Slice<OfficeVillage> All { get; private set; } = new([], false);

    public IReadOnlyList<MeantPlace> Meant { get; private set; } = [];

    /// <summary>What to say at the field; null where there is nothing to say.</summary>
    public string? Advice { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var answer = await places.AskAsync(Typed, Chosen, isVillage: true, T, ct);
        if (answer.Place is { } place && await records.FindAsync(Me, place, ct) is not null)
        {
            return LocalRedirect(Url.Content($"~/dinas/desa/{place}"));
        }

        (Meant, Advice) = (answer.Meant, answer.Place is null ? answer.Advice : T["Desa itu di luar wilayah dinas Anda."]);
        All = Slice<OfficeVillage>.Of(
            await records.OfRegionAsync(Me, RegionCode.TryParse(After, null, out var after) ? after.Value : "", ct), VillageRecords.PageSize);
        return Page();
    }
}
