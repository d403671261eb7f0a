using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Orders;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Complaints;

/// <summary>/lapak/keluhan: what buyers complain of, and the seller's side of it.</summary>
[For(Desk.Seller, BusinessRole.Owner, BusinessRole.Staff, BusinessRole.OrderHelper, What = "Melihat keluhan atas pesanan lapaknya dan menjawabnya"), PrivatePage]
public sealed class StallModel(ComplaintBook book, ComplaintDesk desk) : ComplaintsModel(book, desk)
{
    public override string Path => "~/lapak/keluhan";

    public override string Asks => T["Yang Anda tawarkan"];

    public override string Button => T["Kirim jawaban"];

    public override bool TakesPhotos => true;

    protected override string At => Desk.Seller;

    public override bool MaySpeak(ComplaintRow row) => !row.IsOver;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LookAsync(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => SayAsync(T["Jawaban terkirim. Pembeli membacanya di halaman pesanannya."], ct);

    protected override Decision<OrderEvent> Decide(Order order, ComplaintPhoto[] photos, DateTimeOffset now) =>
        order.AnswerComplaint(Input.Command, Input.Remedy, photos, now);
}
