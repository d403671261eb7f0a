using Kim.Market.Domain;
using Kim.Market.Domain.Acts;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Acts;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Curation;

/// <summary>A product on the curator's desk.</summary>
/// <param name="Changes">Since the KIM asked for something; null at the first look.</param>
/// <param name="Typed">The remarks of an answer that could not be carried out; null for all others.</param>
/// <param name="IsOneOfMany">It can be ticked, to be approved together with others.</param>
public sealed record CurationCard(
    Waiting Product, IReadOnlyList<Check> Checks, IReadOnlyList<Difference>? Changes, IReadOnlyList<string?>? Typed, bool IsOneOfMany);

/// <summary>/kelola/kurasi: what sellers have sent, oldest first, and the KIM's word on each.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Memeriksa produk yang dikirim penjual"), PrivatePage]
public sealed class IndexModel(
    CurationQueue queue, WeekList week, ActDesk acts, EventStore store, Marketplace market, Showcase showcase, Taxonomy taxonomy, TimeProvider clock)
    : MarketPage
{
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public CurationPage Around { get; private set; } = null!;

    public IReadOnlyList<CurationCard> Cards { get; private set; } = [];

    public IReadOnlyList<WeekItem> Week { get; private set; } = [];

    public Paging Paging { get; private set; } = new(null, null);

    /// <summary>Which product, and what is to be mended; or which products may be shown.</summary>
    public sealed class Form
    {
        public Guid Product { get; init; }

        public Guid[] Products { get; init; } = [];

        /// <summary>One remark for each point, in the order of the points; an empty one asks for nothing.</summary>
        public string?[] Remarks { get; init; } = [];

        public Guid Command { get; init; }
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LookAsync(refused: null, ct);

    public async Task<IActionResult> OnPostApproveAsync(CancellationToken ct)
    {
        var asked = Input.Product == Guid.Empty ? Input.Products.Take(CurationQueue.PageSize).Distinct().ToList() : [Input.Product];
        var own = await queue.OwnAsync(Me, asked, ct);
        if (own.Count < asked.Count)
        {
            return NotFound();
        }

        if (own.Count == 0)
        {
            ModelState.AddModelError("", T["Centang dulu produk yang boleh tayang."]);
            return await LookAsync(refused: null, ct);
        }

        var shown = 0;
        var command = Input.Command == Guid.Empty ? Guid.NewGuid() : Input.Command;
        foreach (var kim in own.GroupBy(product => product.GroupId))
        {
            // what its seller took back meanwhile waits no longer
            var approval = await acts.DoAsync(
                shown == 0 ? command : Guid.NewGuid(), ActKind.Approval, kim.Key, [.. kim.Select(product => new Id<Product>(product.ProductId))],
                (product, now) => product.Status == ProductStatus.Submitted ? product.Publish(now) : [], Me, ct);
            shown += approval.Changed;
            foreach (var (product, why) in approval.Refused)
            {
                ModelState.AddModelError("", $"{product.Face.Name}: {T.Of(why)}");
            }
        }

        if (!ModelState.IsValid)
        {
            return await LookAsync(refused: null, ct);
        }

        Flash = T["{0} produk sekarang tayang.", shown];
        return LocalRedirect(Url.Content("~/kelola/kurasi"));
    }

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken ct)
    {
        if ((await queue.OwnAsync(Me, [Input.Product], ct)).Count == 0)
        {
            return NotFound();
        }

        FixPoint[] points =
        [
            .. Enum.GetValues<ReviewPoint>().Zip(Input.Remarks, (point, remark) => new FixPoint(point, remark?.Trim() ?? ""))
                .Where(point => point.Remark.Length > 0),
        ];
        return await AgreedAsync(market.TellAsync(
            new Id<Product>(Input.Product), (Product product) => product.Return(points, clock.GetUtcNow()), Me.By(Input.Command), ct))
            ? Done("Permintaan terkirim. Penjual melihatnya di halaman produknya.", "~/kelola/kurasi")
            : await LookAsync(Input.Product, ct);
    }

    private async Task<IActionResult> LookAsync(Guid? refused, CancellationToken ct)
    {
        Around = await queue.PageAsync(Me, WaitingKey.Read(After), ct);
        if (Around.Groups.Count == 0)
        {
            return NotFound();
        }

        Week = await week.OfAsync(Me, ct);
        var page = Slice<Waiting>.Of(Around.Products, CurationQueue.PageSize);
        Paging = new(null, page.Next(WaitingKey.After) is { } next ? $"~/kelola/kurasi?sesudah={next}" : null);
        var histories = await store.ReadManyAsync([.. page.Rows.Where(row => row.Wanted.Count > 0).Select(row => row.ProductId)], ct);
        Cards =
        [
            .. page.Rows.Select(row => new CurationCard(
                row, Check.Of(row, T, showcase),
                histories.TryGetValue(row.ProductId, out var history)
                    ? Difference.Of(history.Select(recorded => (ProductEvent)recorded.Data), T, showcase, taxonomy)
                    : null,
                row.ProductId == refused ? Input.Remarks : null,
                page.Rows.Count > 1)),
        ];
        return Page();
    }
}
