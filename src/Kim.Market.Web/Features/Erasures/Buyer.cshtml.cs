using System.Text.Json.Nodes;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Features.Complaints;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Features.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Erasures;

/// <summary>/pesanan/{token}/data: what is known of the buyer, to take along or to have forgotten. Only the buyer's own key opens it.</summary>
[OpenTo(Audience.KeyHolder, What = "Mengunduh data pribadinya sendiri dan memintanya dihapus"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class BuyerModel(BuyerOrders orders, Vault vault, Wishes wishes, BuyerErasures erasures, ComplaintBook complaints, ReviewBook reviews, OwnWays ways) : MarketPage
{
    [FromRoute]
    public string Token { get; init; } = "";

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        public bool Sure { get; init; }
    }

    public Contact Buyer { get; private set; } = null!;

    public IReadOnlyList<BuyerOrder> Orders { get; private set; } = [];

    /// <summary>What they asked for already.</summary>
    public Wish? Wish { get; private set; }

    public bool IsBusy => Orders.Any(order => order.IsOpen || order.IsComplainedOf);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    /// <summary>Everything in one file that another program can read.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        var said = await complaints.SaidAsync([.. Orders.Where(order => order.Complaint is not null).Select(order => order.OrderId)], ct);
        var rated = await reviews.OfOrdersAsync([.. Orders.Select(order => order.OrderId)], ct);
        var file = new JsonObject
        {
            ["nama"] = Buyer.Name,
            ["whatsapp"] = Buyer.WhatsApp?.International,
            ["alamat"] = Buyer.Address,
            ["catatan"] = Buyer.Note,
            ["kabar"] = await ways.OfAsync(Orders[0].BuyerId, ct),
            ["pesanan"] = new JsonArray([.. Orders.Select(order => Told(order, said[order.OrderId], rated[order.OrderId]))]),
        };
        return File(OwnFile.Of(file), OwnFile.Type, $"pesanan-{Orders[0].Number}.json");
    }

    public async Task<IActionResult> OnPostEraseAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (!Input.Sure)
        {
            ModelState.AddModelError("Input.Sure", T["Centang dulu bahwa Anda mengerti."]);
            return Page();
        }

        await erasures.AskAsync(new Id<Buyer>(Orders[0].BuyerId), Me, ct);
        var here = $"~/pesanan/{Token}/data";
        return IsBusy ? Done("Permintaan tercatat.", here) : Done("Data pribadi Anda sudah dihapus.", here);
    }

    private JsonObject Told(BuyerOrder order, IEnumerable<Statement> said, IEnumerable<OwnReview> rated) => new JsonObject
    {
        ["nomor"] = order.Number,
        ["waktu"] = new DateTimeOffset(order.PlacedAt).ToString("O"),
        ["penjual"] = order.Business,
        ["keadaan"] = order.State.ToString(),
        ["barang"] = new JsonArray([.. order.Ordered.Select(line => (JsonNode)new JsonObject
        {
            ["nama"] = line.Name, ["jumlah"] = line.Quantity, ["harga"] = line.Price,
        })]),
        ["keluhan"] = new JsonArray([.. said.Select(one => (JsonNode)new JsonObject
        {
            ["oleh"] = one.By, ["waktu"] = one.At.ToString("O"), ["kata"] = one.Text, ["jalan keluar"] = one.Remedy,
            ["foto"] = new JsonArray([.. one.Photos.Select(photo => (JsonNode)$"/pesanan/{Token}/keluhan/foto/{photo}")]),
        })]),
        ["ulasan"] = new JsonArray([.. rated.Select(review => (JsonNode)new JsonObject
        {
            ["barang"] = order.Ordered.FirstOrDefault(line => line.Product == review.ProductId)?.Name, ["bintang"] = review.Stars, ["kata"] = review.Body,
        })]),
        ["ongkir"] = order.Fee,
        ["total"] = order.Total,
    };

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        Orders = await orders.OpenAsync(Token, ct);
        if (Orders is not [{ OpensAll: true } first, ..])
        {
            return false;
        }

        Buyer = Contact.Of((await vault.OpenAsync([first.BuyerId], ct))[first.BuyerId]);
        Wish = await wishes.OfAsync(first.BuyerId, ct);
        return true;
    }
}
