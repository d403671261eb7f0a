using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Cards;
using Kim.Market.Web.Features.MarketDays;
using Kim.Market.Web.Features.Payments;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Orders;

/// <summary>One seller's part of a checkout as the page shows it. <paramref name="WhatsApp"/> is null where there is nobody to write to.</summary>
public sealed record OrderPart(BuyerOrder Order, IReadOnlyList<TimelineItem> Timeline, string? WhatsApp)
{
    /// <summary>The code its seller takes money with; null before the seller has accepted, once it is paid, and where there is none.</summary>
    public ToPay? Pay { get; init; }

    /// <summary>What a seller who telephones may ask for; null once that was done, and on a page that is not the buyer's own.</summary>
    public string? Callback { get; init; }

    /// <summary>The account its seller takes transfers to, on the same terms.</summary>
    public ToTransfer? Transfer { get; init; }

    public DateTimeOffset Now { get; init; }

    /// <summary>Where the seller is: what time it is there.</summary>
    public Zone Zone => Zone.Of(IndonesianTime.ZoneOf(RegionCode.Parse(Order.Village)));

    /// <summary>It can be paid by card now.</summary>
    public bool TakesCard { get; init; }

    /// <summary>The buyer went to pay by card, and nobody knows yet what became of it.</summary>
    public bool AwaitsCard { get; init; }

    /// <summary>Payments by card that have to come back, and those that the provider is sending back.</summary>
    public IReadOnlyList<CardPayment> Returning { get; init; } = [];

    /// <summary>The buyer has just come back from paying.</summary>
    public bool IsBackFromCard { get; init; }

    /// <summary>The key that opens the buyer's own pictures; null on a page opened from a seller's chat.</summary>
    public string? Key { get; init; }
}

/// <summary>/pesanan/{token}: what was ordered and how far it is. Who holds the key is the buyer; there is no account.</summary>
[OpenTo(Audience.KeyHolder, What = "Melihat pesanannya sendiri, membatalkannya selama belum dijawab, menyetujui ongkirnya dan bagiannya dari ongkir bersama, membayarnya dengan kartu, mengirim bukti bayar, menyatakan barangnya sudah diterima, dan menjawab apakah uangnya sudah kembali"), PrivatePage]
public sealed partial class DetailsModel(
    BuyerOrders orders, OrderTokens tokens, OrderDesk desk, QrisCodes codes, BankAccounts accounts, ProofDesk proofs, CallbackCodes callbacks, MarketPins pins, EventStore store,
    Vault vault, CardAccounts cards, CardDesk till, CardSettings cardSettings, IConfiguration settings, TimeProvider clock) : MarketPage
{
    [FromRoute]
    public string Token { get; init; } = "";

    /// <summary>Anything says that the buyer comes back from paying by card.</summary>
    [FromQuery(Name = "kartu")]
    public string? Card { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public IReadOnlyList<OrderPart> Parts { get; private set; } = [];

    /// <summary>The buyer's own data; null on a page opened with a key that stands in a seller's chat.</summary>
    public Contact? Buyer { get; private set; }

    public string Address { get; private set; } = "";

    public bool OpensAll => Parts[0].Order.OpensAll;

    /// <summary>What the orders that are still to come or came cost; one that came to nothing costs nothing.</summary>
    public Rupiah Total => Parts.Where(part => !part.Order.State.CameToNothing).Aggregate(Rupiah.Zero, (sum, part) => sum + new Rupiah(part.Order.Total));

    public sealed class Form
    {
        public Guid Order { get; init; }

        public long Version { get; init; }

        public Guid Command { get; init; }

        public IFormFile? Photo { get; init; }

        /// <summary>Which shares are agreed to: order and rupiah, with a colon between.</summary>
        public string[] Shares { get; init; } = [];
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        // The provider knows only the key that stands in the seller's chat; this browser may hold the buyer's own.
        if (Card is not null && await tokens.OpenAsync(Token, ct) is { OrderId: not null } opened
            && await tokens.ForAsync(new Id<Checkout>(opened.CheckoutId), ct) is var own && OrderKeys.Read(HttpContext).Contains(own))
        {
            return LocalRedirect(Url.Content($"~/pesanan/{own}?kartu=kembali"));
        }

        return await FindAsync(ct) ? Page() : NotFound();
    }

    /// <summary>Leads to where the buyer types their card: at the provider, never here.</summary>
    public async Task<IActionResult> OnPostCardAsync(CancellationToken ct)
    {
        ModelState.Remove("Input.Version");
        if (!cardSettings.IsOn || !await OwnsAsync(ct))
        {
            return NotFound();
        }

        var (page, refusal) = await till.OpenAsync(new Id<Order>(Input.Order), Site, Me.By(Input.Command), ct);
        if (page is not null)
        {
            Response.Headers.Location = page.AbsoluteUri;
            return StatusCode(StatusCodes.Status303SeeOther);
        }

        if (await AgreedAsync(Task.FromResult(refusal)))
        {
            return LocalRedirect(Url.Content($"~/pesanan/{Token}"));
        }

        await FindAsync(ct);
        return Page();
    }

    /// <summary>Asks the provider what became of it, where its own message has not come yet.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        ModelState.Remove("Input.Version");
        if (!cardSettings.IsOn || !await OwnsAsync(ct))
        {
            return NotFound();
        }

        if (!await AgreedAsync(till.LookAsync(new Id<Order>(Input.Order), Me.By(Input.Command), ct)))
        {
            await FindAsync(ct);
            return Page();
        }

        return (await orders.OpenAsync(Token, ct)).Any(order => order.OrderId == Input.Order && order.PaidByCard)
            ? Done("Pembayaran kartu Anda sudah tercatat.", $"~/pesanan/{Token}")
            : Done("Menurut Stripe, pesanan ini belum dibayar dengan kartu.", $"~/pesanan/{Token}");
    }

    /// <summary>Yes to what delivery costs: the very price that stood on the page, or the page is shown again.</summary>
    public async Task<IActionResult> OnPostAgreeAsync(CancellationToken ct)
    {
        if (!await OwnsAsync(ct))
        {
            return NotFound();
        }

        return await ToldAsync((order, now) => order.AgreeToQuote(now), ct)
            ? Done("Setuju. Penjual menyiapkan barangnya.", $"~/pesanan/{Token}")
            : Page();
    }

    /// <summary>The goods are there and as they should be: with that the order is complete.</summary>
    public async Task<IActionResult> OnPostReceivedAsync(CancellationToken ct)
    {
        if (!await OwnsAsync(ct))
        {
            return NotFound();
        }

        return await ToldAsync((order, now) => order.Arrive(ArrivalWord.Buyer, now), ct)
            ? Done("Terima kasih. Pesanan selesai.", $"~/pesanan/{Token}")
            : Page();
    }

    /// <summary>The money of an order that came to nothing is back.</summary>
    public async Task<IActionResult> OnPostRefundedAsync(CancellationToken ct)
    {
        if (!await OwnsAsync(ct))
        {
            return NotFound();
        }

        return await ToldAsync((order, now) => order.ConfirmRefund(now), ct)
            ? Done("Tercatat: uangnya sudah kembali.", $"~/pesanan/{Token}")
            : Page();
    }

    /// <summary>The seller says that it went back, and it is not there: the KIM that looks after the stall sees it too.</summary>
    public async Task<IActionResult> OnPostUnrefundedAsync(CancellationToken ct)
    {
        if (!await OwnsAsync(ct))
        {
            return NotFound();
        }

        return await ToldAsync((order, now) => order.MissRefund(now), ct)
            ? Done("Tercatat. Penjual dan KIM melihat bahwa uangnya belum masuk.", $"~/pesanan/{Token}")
            : Page();
    }

    /// <summary>A picture that shows the transfer. It is private: the seller and the buyer alone open it.</summary>
    public async Task<IActionResult> OnPostProofAsync(CancellationToken ct)
    {
        ModelState.Remove("Input.Version");
        var known = (await orders.OpenAsync(Token, ct)).FirstOrDefault(order => order.OrderId == Input.Order && order.OpensAll);
        if (known is null)
        {
            return NotFound();
        }

        if (await AgreedAsync(proofs.GiveAsync(known.OrderId, known.BuyerId, Input.Photo, Me.By(Input.Command), ct)))
        {
            return Done("Bukti terkirim. Penjual mencocokkannya dengan mutasi rekeningnya.", $"~/pesanan/{Token}");
        }

        await FindAsync(ct);
        return Page();
    }

    // The key in a seller's chat opens the page, but decides nothing.
    private async Task<bool> OwnsAsync(CancellationToken ct) =>
        (await orders.OpenAsync(Token, ct)).Any(order => order.OrderId == Input.Order && order.OpensAll);

    private async Task<bool> ToldAsync(Func<Order, DateTimeOffset, Decision<OrderEvent>> decide, CancellationToken ct)
    {
        if (await AgreedAsync(desk.TellAsync(new Id<Order>(Input.Order), Input.Version, decide, Me.By(Input.Command), ct)))
        {
            return true;
        }

        await FindAsync(ct);
        return false;
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        var known = await orders.OpenAsync(Token, ct);
        if (known.Count == 0)
        {
            return false;
        }

        var buyer = known[0].BuyerId;
        var histories = store.ReadManyAsync([.. known.Select(order => order.OrderId)], ct);
        var isPayable = known.Any(order => Payable.Is(order.State, order.Paid)); // most that are looked at are not yet
        var toPay = isPayable ? codes.ToPayAsync(Token, ct) : Task.FromResult<IReadOnlyDictionary<Guid, ToPay>>(new Dictionary<Guid, ToPay>());
        var byCard = cardSettings.IsOn ? cards.OfferedAsync(Token, ct) : Task.FromResult<IReadOnlySet<Guid>>(new HashSet<Guid>());
        var toTransfer = isPayable ? accounts.ToPayAsync(Token, ct) : Task.FromResult<IReadOnlyDictionary<Guid, ToTransfer>>(new Dictionary<Guid, ToTransfer>());
        var people = await vault.OpenAsync([buyer, .. known.Select(order => order.BusinessId)], ct);
        Buyer = known[0].OpensAll ? Contact.Of(people[buyer]) : null;
        Address = AddressOf(Token);
        Pin = await PinAsync(known, ct);

        var parts = new List<OrderPart>(known.Count);
        foreach (var order in known)
        {
            var seller = Contact.Of(people[order.BusinessId]).WhatsApp;
            parts.Add(new(
                order, OrderTimeline.Of((await histories)[order.OrderId], T),
                (order.IsOpen || order.AwaitsMoney) && seller is { } number ? await LinkAsync(order, number, Contact.Of(people[buyer]).Name, ct) : null)
            {
                Callback = order is { IsOpen: true, OpensAll: true } && !(await histories)[order.OrderId].Any(recorded => recorded.Data is BuyerNumberConfirmed)
                    ? await callbacks.ForAsync(new Id<Order>(order.OrderId), ct)
                    : null,
                Pay = (await toPay).GetValueOrDefault(order.OrderId),
                Transfer = (await toTransfer).GetValueOrDefault(order.OrderId),
                Key = order.OpensAll ? Token : null,
                Now = clock.GetUtcNow(),
                TakesCard = order.OpensAll && (await byCard).Contains(order.OrderId),
                AwaitsCard = order.OpensAll && cardSettings.IsOn && CardsOf((await histories)[order.OrderId]).Any(card => card.State == CardState.Open),
                Returning = [.. CardsOf((await histories)[order.OrderId]).Where(card => card.IsOwed || (card.State == CardState.Refunded && order.Refunding != RefundState.ByCard))],
                IsBackFromCard = Card is not null,
            });
        }

        Parts = parts;
        return true;
    }

    private async Task<string> LinkAsync(BuyerOrder order, WhatsAppNumber seller, string? buyer, CancellationToken ct)
    {
        var status = AddressOf(await tokens.ForAsync(new Id<Order>(order.OrderId), ct));
        return SellerMessage.Link(seller, order.AwaitsMoney ? SellerMessage.AboutRefund(order, status) : SellerMessage.Write(order, buyer, status));
    }

    private static IReadOnlyList<CardPayment> CardsOf(IReadOnlyList<Recorded> history) =>
        history.Aggregate((Order?)null, (order, recorded) => Order.Evolve(order, (OrderEvent)recorded.Data))!.Cards;

    private string Site => settings["PublicUrl"]?.TrimEnd('/') ?? $"{Request.Scheme}://{Request.Host}";

    private string AddressOf(string token) => $"{Site}/pesanan/{token}";
}
