using Kim.Market.Domain;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Features.Audit;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Figures;

/// <summary>/dinas/bukti/{stream}/{version}: the events behind a row, and what an officer does about an order that should not count.</summary>
[For(Desk.Office, What = "Membuka kejadian di balik angka, dan mengeluarkan pesanan yang bukan pesanan"), PrivatePage]
public sealed class EvidenceModel(FigureProofs proofs, AuditStory story, OrderDesk orders) : MarketPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public FigureProof Proof { get; private set; } = null!;

    public Zone Zone => Zone.Of(Proof.Row.TimeZone);

    public bool IsStruck => Proof.Verdict is OrderStruck;

    /// <summary>What is told, and whether it is the event that made the row; the oldest first.</summary>
    public IReadOnlyList<(long Version, DateTimeOffset At, string What, string? Detail)> Events { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(Guid stream, long version, CancellationToken ct) => ShowAsync(stream, version, ct);

    public async Task<IActionResult> OnPostStrikeAsync(Guid stream, long version, CancellationToken ct) =>
        await RefusedAsync(stream, version, (order, office, now) => order.Strike(office, Input.Reason, Input.Note ?? "", now), ct)
        ?? Done("Pesanan itu tidak dihitung lagi.", $"~/dinas/bukti/{stream}/{version}");

    public async Task<IActionResult> OnPostCountAsync(Guid stream, long version, CancellationToken ct) =>
        await RefusedAsync(stream, version, (order, office, now) => order.CountAgain(office, Input.Note ?? "", now), ct)
        ?? Done("Pesanan itu dihitung lagi.", $"~/dinas/bukti/{stream}/{version}");

    /// <summary>The answer to whoever may not or cannot; null when it is done.</summary>
    private async Task<IActionResult?> RefusedAsync(
        Guid stream, long version, Func<Order, Id<Office>, DateTimeOffset, Decision<OrderEvent>> decide, CancellationToken ct)
    {
        if (await proofs.FindAsync(Me, stream, version, ct) is not { Row: { IsOrder: true, Office: { } office } })
        {
            return NotFound();
        }

        return await AgreedAsync(orders.TellAsync(new Id<Order>(stream), Input.Version, (order, now) => decide(order, new(office), now), Me.By(Input.Command), ct))
            ? null
            : await ShowAsync(stream, version, ct);
    }

    private async Task<IActionResult> ShowAsync(Guid stream, long version, CancellationToken ct)
    {
        if (await proofs.FindAsync(Me, stream, version, ct) is not { } proof)
        {
            return NotFound();
        }

        Proof = proof;
        Events = [.. proof.Events.Select(recorded => (recorded, Told: story.Tell(recorded.Data)))
            .Select(line => (line.recorded.Version, line.recorded.Timestamp, line.Told.What, line.Told.Why))];
        return Page();
    }

    public sealed class Form
    {
        public Guid Command { get; init; } = Guid.CreateVersion7();

        public long? Version { get; init; }

        public StrikeReason Reason { get; init; }

        public string? Note { get; init; }
    }
}
