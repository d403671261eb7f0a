using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Notices;

/// <summary>/operator/kabar: what could not be delivered and is not tried any more; neither to whom nor where it should have gone.</summary>
[For(Desk.Operator, What = "Melihat kabar yang gagal terkirim, mencobanya lagi, atau membuangnya"), PrivatePage]
public sealed class OperatorModel(Deliveries deliveries, PushSettings push, IMail mail) : MarketPage
{
    private const string Here = "~/operator/kabar";

    [FromQuery(Name = "sesudah")]
    public long? After { get; init; }

    [BindProperty]
    public long Kabar { get; init; }

    public Slice<DeadLetter> All { get; private set; } = new([], false);

    public RoomBar Bar => RoomBar.Operator(T, "/operator");

    public bool TakesPush => push.IsOn;

    public bool TakesMail => mail.IsOn;

    public async Task OnGetAsync(CancellationToken ct) => All = await deliveries.DeadAsync(Me, After, ct);

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken ct) =>
        await deliveries.ReviveAsync(Me, Kabar, ct) ? Done("Dicoba lagi.", Here) : NotFound();

    public async Task<IActionResult> OnPostDropAsync(CancellationToken ct) =>
        await deliveries.DropAsync(Me, Kabar, ct) ? Done("Dibuang.", Here) : NotFound();
}
