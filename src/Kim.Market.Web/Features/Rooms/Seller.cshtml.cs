namespace Kim.Market.Web.Features.Rooms;

/// <summary>/lapak: the asker's stalls, and what waits at each.</summary>
[For(Desk.Seller, What = "Melihat lapaknya dan apa yang menunggu"), PrivatePage]
public sealed class SellerModel(RoomRows rows, TimeProvider clock) : MarketPage
{
    public IReadOnlyList<StallRow> Stalls { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public int Waiting => Stalls.Sum(stall => stall.Waiting);

    public async Task OnGetAsync(CancellationToken ct) => Stalls = await rows.MyStallsAsync(Me, ct);
}
