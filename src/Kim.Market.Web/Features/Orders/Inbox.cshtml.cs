using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Cards;
using Kim.Market.Web.Features.Lookups;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Orders;

/// <summary>An order on the seller's desk. <paramref name="IsRefused"/> is true for the one that has just been asked in vain.</summary>
public sealed record InboxCard(
    InboxOrder Order, Contact Buyer, IReadOnlyList<TimelineItem> Timeline, DateTimeOffset Now, InboxTab Tab, bool IsUrgent, bool IsRefused)
{
    /// <summary>What was typed into the form that has just been sent in vain.</summary>
    public (string? Fee, string? How, string? Bill, string? Back) Typed { get; init; }

    /// <summary>Money may have come in for it, and the asker may say so.</summary>
    public bool AwaitsMoney { get; init; }

    /// <summary>It came to nothing after its seller had accepted it: money may still turn up, and the asker may say so.</summary>
    public bool MayTurnUp { get; init; }

    /// <summary>The asker may say that the money went back.</summary>
    public bool MayRefund { get; init; }

    /// <summary>What the card provider says came, or was tried.</summary>
    public IReadOnlyList<CardPayment> Cards { get; init; } = [];

    /// <summary>The asker may have the provider send a payment back.</summary>
    public bool MayRefundCards { get; init; }

    /// <summary>Whoever has the number was heard to read out the code of the order.</summary>
    public bool IsNumberConfirmed { get; init; }

    /// <summary>What the number did before, where that says something.</summary>
    public BuyerPast? Past { get; init; }

    /// <summary>The asker may look at how the buyer paid.</summary>
    public bool ShowsProofs { get; init; }
}

/// <summary>/lapak/pesanan: what buyers ordered from the asker's businesses, and the next word to each of them.</summary>
[For(Desk.Seller, BusinessRole.Owner, BusinessRole.Staff, BusinessRole.OrderHelper, What = "Melihat pesanan lapaknya dan menjawabnya"), PrivatePage]
public sealed class InboxModel(
    OrderInbox inbox, OrderDesk desk, CallbackCodes codes, BuyerMarks marks, EventStore store, Vault vault, CardDesk till, LookupCards lookups, Standing standing, TimeProvider clock) : MarketPage
{
    /// <summary>Seconds between two looks of an open inbox whose seller wants to hear of new orders.</summary>
    public const int LooksEvery = 20;

    private static readonly TimeSpan Urgent = TimeSpan.FromHours(4);

    private InboxTab? _found;

    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    /// <summary>Shows that one order, wherever it lies: the code on its packing slip names it.</summary>
    [FromQuery(Name = "nomor")]
    public string? Number { get; init; }

    /// <summary>Shows what waits for exactly that amount: money came in, and the seller asks whose it is.</summary>
    [FromQuery(Name = "jumlah")]
    public Rupiah? Amount { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public InboxTab Tab => _found ?? InboxTab.Of(Status);

    public InboxPage Around { get; private set; } = null!;

    public IReadOnlyList<InboxCard> Cards { get; private set; } = [];

    /// <summary>Buyers who lost their way back to their orders.</summary>
    public IReadOnlyList<LookupCard> Lost { get; private set; } = [];

    public string? Next { get; private set; }

    private string Drawer => $"~/lapak/pesanan?status={Tab.Slug}";

    /// <summary>Which order, as it was seen; the command lets the history tell one press from another.</summary>
    public sealed class Form
    {
        public Guid Order { get; init; }

        public long Version { get; init; }

        public Guid Command { get; init; }

        public RejectionReason Reason { get; init; }

        /// <summary>The money came with the order's unique code.</summary>
        public bool ByTransfer { get; init; }

        /// <summary>What the buyer read out on the telephone.</summary>
        [StringLength(20)]
        public string? Code { get; init; }

        /// <summary>What delivery costs, where the seller has to say so.</summary>
        public Rupiah? Fee { get; init; }

        /// <summary>By what it travels, and how long.</summary>
        [StringLength(Limits.Place)]
        public string? How { get; init; }

        /// <summary>The number of the parcel at its courier.</summary>
        [StringLength(2 * AirwayBill.Longest)]
        public string? Bill { get; init; }

        /// <summary>Which payment by card.</summary>
        [StringLength(255)]
        public string? Session { get; init; }

        /// <summary>How money went back, where an order came to nothing.</summary>
        [StringLength(Limits.Place)]
        public string? Back { get; init; }
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LookAsync(refused: null, ct);

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken ct) =>
        await RefusedAsync((order, now) => order.Accept(now), ct)
        ?? Done("Diterima. Pembeli melihatnya di halaman pesanannya.", Drawer);

    /// <summary>What delivery costs; the buyer says yes or no to it.</summary>
    public async Task<IActionResult> OnPostQuoteAsync(CancellationToken ct)
    {
        if (Input.Fee is null && ModelState.GetValueOrDefault("Input.Fee") is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError("", T["Tulis ongkirnya dalam rupiah. 0 berarti gratis."]);
        }

        return await RefusedAsync((order, now) => order.QuoteDelivery(Input.Fee!.Value, Input.How ?? "", now), ct)
            ?? Done("Ongkir terkirim. Pembeli melihatnya di halaman pesanannya dan menjawab ya atau tidak.", Drawer);
    }

    public async Task<IActionResult> OnPostRejectAsync(CancellationToken ct) =>
        await RefusedAsync((order, now) => order.Reject(Input.Reason, now), ct)
        ?? Done("Ditolak. Barang kembali ke lapak, pembeli melihat alasannya.", Drawer);

    public async Task<IActionResult> OnPostReadyAsync(CancellationToken ct) =>
        await RefusedAsync((order, now) => order.MakeReady(now), ct)
        ?? Done("Pembeli sekarang melihat bahwa barangnya siap.", Drawer);

    /// <summary>Whose account it is, or who works there, can say so; somebody of the KIM who helps has no business with it.</summary>
    public async Task<IActionResult> OnPostPaidAsync(CancellationToken ct) =>
        await RefusedAsync((order, now) => order.StatePaid(now, Input.ByTransfer), ct, mayHelp: false)
        ?? Done("Tercatat. Pembeli melihat bahwa uangnya sudah masuk.", Drawer);

    /// <summary>The money of an order that came to nothing went back: their word, to which the buyer says yes or no.</summary>
    public async Task<IActionResult> OnPostRefundAsync(CancellationToken ct) =>
        await RefusedAsync((order, now) => order.StateRefund(Input.Back ?? "", now), ct, mayHelp: false)
        ?? Done("Tercatat. Pembeli diminta memeriksa apakah uangnya sudah masuk.", Drawer);

    /// <summary>Has the card provider send a payment back that the order cannot keep.</summary>
    public async Task<IActionResult> OnPostRefundCardAsync(CancellationToken ct)
    {
        if (await inbox.OrdersAsync(Me, [Input.Order], ct) is not [var order] || standing.OnlyHelps(order.BusinessId))
        {
            return NotFound();
        }

        return ModelState.IsValid && await AgreedAsync(till.RefundAsync(new Id<Order>(order.OrderId), Input.Session ?? "", Me.By(Input.Command), ct))
            ? Done("Stripe mengembalikan uangnya ke kartu pembeli. Bank bisa perlu beberapa hari.", Drawer)
            : await LookAsync(order.OrderId, ct);
    }

    /// <summary>The code is compared before the order is told; five tries are all there are.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken ct)
    {
        if (await inbox.OrdersAsync(Me, [Input.Order], ct) is not [var order])
        {
            return NotFound();
        }

        if (ModelState.IsValid && !await codes.TryAsync(new Id<Order>(order.OrderId), Input.Code, ct))
        {
            ModelState.AddModelError("", T["Kode itu tidak cocok. Minta pembeli membacakannya dari halaman pesanannya; paling banyak {0} kali coba.", CallbackCodes.MostTries]);
            return await LookAsync(order.OrderId, ct);
        }

        return await RefusedAsync((known, now) => known.ConfirmNumber(now), ct) ?? Done("Cocok. Nomor pembeli terbukti.", Drawer);
    }

    /// <summary>The goods leave without the seller: by boat, by courier, with somebody who goes there.</summary>
    public async Task<IActionResult> OnPostShipAsync(CancellationToken ct) =>
        await RefusedAsync((order, now) => order.Ship(Input.How ?? "", Input.Bill, now), ct)
        ?? Done("Tercatat dikirim. Pembeli melihatnya di halaman pesanannya.", Drawer);

    public async Task<IActionResult> OnPostArriveAsync(CancellationToken ct) =>
        await RefusedAsync((order, now) => order.Arrive(ArrivalWord.Seller, now), ct)
        ?? Done("Tercatat sampai. Pembeli punya dua hari untuk memeriksa barangnya.", Drawer);

    public async Task<IActionResult> OnPostHandOverAsync(CancellationToken ct) =>
        await RefusedAsync((order, now) => order.HandOver(now), ct)
        ?? Done("Selesai. Barang diserahkan dan dibayar.", Drawer);

    /// <summary>Null when the order did as it was told.</summary>
    private async Task<IActionResult?> RefusedAsync(Func<Order, DateTimeOffset, Decision<OrderEvent>> decide, CancellationToken ct, bool mayHelp = true)
    {
        if (await inbox.OrdersAsync(Me, [Input.Order], ct) is not [var order])
        {
            return NotFound();
        }

        ActFor(order.BusinessId);
        if (!mayHelp && Me.OnBehalfOf is not null)
        {
            return NotFound();
        }

        return ModelState.IsValid
            && await AgreedAsync(desk.TellAsync(new Id<Order>(order.OrderId), Input.Version, decide, Me.By(Input.Command), ct))
            ? null
            : await LookAsync(order.OrderId, ct);
    }

    private async Task<IActionResult> LookAsync(Guid? refused, CancellationToken ct)
    {
        var named = Number is null ? null : await inbox.FindAsync(Me, Number, ct);
        if (Number is not null && named is null)
        {
            return NotFound();
        }

        var found = named is not null ? [named] : Amount is { } amount ? await inbox.AwaitingAsync(Me, amount, ct) : null;
        _found = found is [{ Status: var status }, ..] ? InboxTab.Holding((OrderStatus)status) : null;
        Around = await inbox.PageAsync(Me, Tab, InboxKey.Of(After), ct);
        if (Around.Businesses.Count == 0)
        {
            return NotFound();
        }

        Lost = Tab == InboxTab.New && After is null && found is null ? await lookups.ForAsync(Me, ct) : [];
        var keys = found?.ConvertAll(order => new InboxKey(order.PlacedAt, order.OrderId)) ?? [.. Around.Keys.Take(OrderInbox.PageSize)];
        Next = found is not null ? null : Around.Keys.Count > keys.Count ? $"{Drawer}&sesudah={keys[^1]}" : null;

        // An order that was refused may have left this drawer; its card stays on top with the reason.
        var ids = keys.Select(key => key.OrderId);
        var orders = await inbox.OrdersAsync(Me, refused is { } asked ? ids.Except([asked]).Prepend(asked) : ids, ct);
        var histories = store.ReadManyAsync([.. orders.Select(order => order.OrderId)], ct);
        var people = await vault.OpenAsync([.. orders.Select(order => order.BuyerId)], ct);
        var pasts = await marks.PastAsync([.. orders.Where(order => order.IsOpen).Select(order => order.BuyerId)], ct);
        var told = await histories;
        var now = clock.GetUtcNow();
        Cards =
        [
            .. orders.Select(order => new InboxCard(
                order, Contact.Of(people[order.BuyerId]), OrderTimeline.Of(told[order.OrderId], T), now, Tab,
                order.State is OrderStatus.Placed or OrderStatus.AwaitingQuote && order.AnswerBy - now < Urgent, order.OrderId == refused)
            {
                IsNumberConfirmed = told[order.OrderId].Any(recorded => recorded.Data is BuyerNumberConfirmed),
                Past = pasts.GetValueOrDefault(order.BuyerId),
                ShowsProofs = order.Given.Count > 0 && !standing.OnlyHelps(order.BusinessId),
                Typed = order.OrderId == refused ? (ModelState.GetValueOrDefault("Input.Fee")?.AttemptedValue, Input.How, Input.Bill, Input.Back) : (null, null, null, null),
                Cards = told[order.OrderId].Aggregate((Order?)null, (state, recorded) => Order.Evolve(state, (OrderEvent)recorded.Data))!.Cards,
                MayRefundCards = !standing.OnlyHelps(order.BusinessId),
                MayRefund = order.Refunding is RefundState.Owed or RefundState.Missing && !standing.OnlyHelps(order.BusinessId),
                MayTurnUp = order is { Paid: false, State: OrderStatus.Rejected or OrderStatus.Cancelled or OrderStatus.Expired or OrderStatus.Returned } && !standing.OnlyHelps(order.BusinessId)
                    && told[order.OrderId].Any(recorded => recorded.Data is OrderAccepted or DeliveryQuoteAgreed),
                AwaitsMoney = order is { Paid: false, State: OrderStatus.Accepted or OrderStatus.Ready or OrderStatus.Shipped or OrderStatus.Delivered } && (order.TakesQris || order.TakesTransfer || order.Given.Count > 0 || order.AtPoint) && !standing.OnlyHelps(order.BusinessId),
            }),
        ];
        return Page();
    }
}
