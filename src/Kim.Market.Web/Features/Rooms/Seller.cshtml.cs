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

    /// <summary>Badges that end within a month, or ended within the last.</summary>
    public IReadOnlyList<Ending> Ending { get; private set; } = [];

    /// <summary>What it earned is shown to its owner alone.</summary>
    public bool Owns(StallRow stall) => standing.Holds(Desk.Seller, stall.BusinessId, BusinessRole.Owner);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Stalls = await rows.MyStallsAsync(Me, ct);
        Ending = await certificates.EndingAsync(Me, ct);
    }
}
