using Kim.Market.Domain;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Complaints;

/// <summary>/dinas/keluhan: complaints that two could not settle, and what the office recommends to end them.</summary>
[For(Desk.Office, What = "Melihat keluhan di wilayahnya yang diteruskan"), PrivatePage]
public sealed class OfficeModel(ComplaintBook book, ComplaintDesk desk) : ComplaintsModel(book, desk)
{
    public override string Path => "~/dinas/keluhan";

    public override string Asks => T["Saran Anda kepada keduanya"];

    public override string Button => T["Akhiri dengan saran ini"];

    protected override string At => Desk.Office;

    public override bool MaySpeak(ComplaintRow row) => row is { Acts: true, IsEscalated: true };

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LookAsync(ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Mengakhiri keluhan dengan saran")]
    public Task<IActionResult> OnPostAsync(CancellationToken ct) => SayAsync(T["Selesai. Saran dinas terbaca oleh pembeli dan penjual."], ct);

    protected override Decision<OrderEvent> Decide(Order order, ComplaintPhoto[] photos, DateTimeOffset now) =>
        order.DecideComplaint(Input.Command, Input.Remedy, now);
}
