using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Certificates;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>/lapak: the asker's stalls, and what waits at each.</summary>
[For(Desk.Seller, What = "Melihat lapaknya dan apa yang menunggu"), PrivatePage]
public sealed class SellerModel(RoomRows rows, Certificates.Certificates certificates, Standing standing, TimeProvider clock) : MarketPage
{
    public IReadOnlyList<StallRow> Stalls { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public int Waiting => Stalls.Sum(stall => stall.Waiting);

    /// <summary>Complaints that nobody has answered.</summary>
    public int Complaints => Stalls.Sum(stall => stall.Complaints);

    /// <summary>Badges that end within a month, or ended within the last.</summary>
    public IReadOnlyList<Ending> Ending { get; private set; } = [];

    public bool Owns(StallRow stall) => standing.Holds(Desk.Seller, stall.BusinessId, BusinessRole.Owner);

    /// <summary>Helpers set up a stall that has no owner yet; whether it has none, its own page knows.</summary>
    public bool SetsUp(StallRow stall) => standing.Holds(Desk.Seller, stall.BusinessId, BusinessRole.Owner, BusinessRole.GoodsHelper);

    /// <summary>Whoever works with the goods says what bringing them costs.</summary>
    public bool Prices(StallRow stall) =>
        standing.Holds(Desk.Seller, stall.BusinessId, BusinessRole.Owner, BusinessRole.Staff, BusinessRole.GoodsHelper);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Stalls = await rows.MyStallsAsync(Me, ct);
        Ending = await certificates.EndingAsync(Me, ct);
    }
}
