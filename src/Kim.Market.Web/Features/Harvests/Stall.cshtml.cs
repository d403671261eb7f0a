using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>/lapak/panen: the harvests of the asker's stalls.</summary>
[For(Desk.Seller, BusinessRole.Owner, BusinessRole.Staff, BusinessRole.GoodsHelper, What = "Melihat panen lapaknya dan antreannya"), PrivatePage]
public sealed class StallModel(HarvestBook book) : MarketPage
{
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public IReadOnlyList<NamedHarvest> Harvests { get; private set; } = [];

    public Paging Paging { get; private set; } = new(null, null);

    public async Task OnGetAsync(CancellationToken ct)
    {
        (DateTime, Guid)? key = Cursor.TryRead(After, out DateTime at, out var id) ? (at, id) : null;
        var mine = await book.MineAsync(Me, key, ct);
        Harvests = mine.Rows;
        Paging = new(key is null ? null : "~/lapak/panen", mine.Next(harvest => $"~/lapak/panen?sesudah={Cursor.Of(harvest.AnnouncedAt, harvest.HarvestId)}"));
    }
}
