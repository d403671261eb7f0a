using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Complaints;

/// <summary>/kelola/keluhan: complaints about the KIM's stalls that were passed on to it, and what it proposes.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Melihat keluhan yang diteruskan ke KIM-nya dan mengusulkan jalan keluar"), PrivatePage]
public sealed class KimModel(ComplaintBook book, ComplaintDesk desk) : ComplaintsModel(book, desk)
{
    public override string Path => "~/kelola/keluhan";

    public override string Asks => T["Jalan keluar yang Anda usulkan"];

    public override string Button => T["Kirim usulan"];

    protected override string At => Desk.Group;

    public override bool MaySpeak(ComplaintRow row) => row.IsEscalated;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LookAsync(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => SayAsync(T["Usulan terkirim. Pembeli dan penjual membacanya."], ct);

    protected override Decision<OrderEvent> Decide(Order order, ComplaintPhoto[] photos, DateTimeOffset now) =>
        order.ProposeRemedy(Input.Command, Input.Remedy, now);
}
