using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
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

    /// <summary>The key that opens the buyer's own pictures; null on a page opened from a seller's chat.</summary>
    public string? Key { get; init; }
}

/// <summary>/pesanan/{token}: what was ordered and how far it is. Who holds the key is the buyer; there is no account.</summary>
[OpenTo(Audience.KeyHolder, What = "Melihat pesanannya sendiri, membatalkannya selama belum dijawab, menyetujui ongkirnya, mengirim bukti bayar, menyatakan barangnya sudah diterima, dan menjawab apakah uangnya sudah kembali"), PrivatePage]
public sealed class DetailsModel(
    BuyerOrders orders, OrderTokens tokens, OrderDesk desk, QrisCodes codes, BankAccounts accounts, ProofDesk proofs, CallbackCodes callbacks, EventStore store,
    Vault vault, IConfiguration settings, TimeProvider clock) : MarketPage
{
    [FromRoute]
    public string Token { get; init; } = "";

    [BindProperty]
    public Form Input { get; init; } = new();

    public IReadOnlyList<OrderPart> Parts { get; private set; } = [];

    /// <summary>The buyer's own data; null on a page opened with a key that stands in a seller's chat.</summary>
    public Contact? Buyer { get; private set; }

    public string Address { get; private set; } = "";

    public bool OpensAll => Parts[0].Order.OpensAll;

    public Rupiah Total => Parts.Aggregate(Rupiah.Zero, (sum, part) => sum + new Rupiah(part.Order.Total));

    public sealed class Form
    {
        public Guid Order { get; init; }

        public long Version { get; init; }

        public Guid Command { get; init; }

        public IFormFile? Photo { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken ct)
    {
        if (!await OwnsAsync(ct))
        {
            return NotFound();
        }

        return await ToldAsync((order, now) => order.Cancel(now), ct)
            ? Done("Pesanan dibatalkan. Barang kembali ke lapak.", $"~/pesanan/{Token}")
            : Page();
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
        var toPay = codes.ToPayAsync(Token, ct);
        var toTransfer = accounts.ToPayAsync(Token, ct);
        var people = await vault.OpenAsync([buyer, .. known.Select(order => order.BusinessId)], ct);
        Buyer = known[0].OpensAll ? Contact.Of(people[buyer]) : null;
        Address = AddressOf(Token);

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

    private string AddressOf(string token) =>
        $"{settings["PublicUrl"]?.TrimEnd('/') ?? $"{Request.Scheme}://{Request.Host}"}/pesanan/{token}";
}
