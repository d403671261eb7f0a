using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.Web.Drawing;
using Kim.Market.Web.Features.Stories;
using Kim.Market.Web.Format;
using Kim.Market.Web.Pictures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Storefronts;

/// <summary>/kelola/{slug}/etalase: how a KIM shows itself, what it announces, and the photo above its name.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, GroupRole.Writer, What = "Menata etalase KIM-nya"), PrivatePage]
[EnableRateLimiting(RateLimits.Write), RequestSizeLimit(PictureLimits.Bytes + Slack), RequestFormLimits(MultipartBodyLengthLimit = PictureLimits.Bytes + Slack)]
public sealed class IndexModel(StorefrontBook book, StorefrontDesk desk, Pictures.Pictures pictures, TimeProvider clock) : MarketPage
{
    // The other fields and the borders between them.
    private const int Slack = 64 * 1024;

    [FromRoute]
    public string Slug { get; init; } = "";

    [BindProperty]
    public FrontForm Input { get; set; } = new();

    public DeskFront Known { get; private set; } = null!;

    public IReadOnlyList<StorySubject> Goods { get; private set; } = [];

    /// <summary>What is made of the colour that is chosen; null while none is.</summary>
    public StoreColours? Colours => Known.Front.Colour is { } colour ? new(Colour.Of(colour)) : null;

    /// <summary>The last day of what it announces now.</summary>
    public DateOnly? AnnouncedUntil => Known is { Announcement: not null, AnnouncedUntil: { } until } && until > clock.GetUtcNow()
        ? DateFormat.DayIn(until.AddTicks(-1), Zone.Of(Known.TimeZone))
        : null;

    public DateOnly Today => DateFormat.DayIn(clock.GetUtcNow(), Zone.Of(Known.TimeZone));

    private string Address => $"~/kelola/{Known.Slug}/etalase";

    private Id<Group> Kim => new(Known.GroupId);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Input = FrontForm.Of(Known);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        var front = Input.Read(Goods.Select(product => product.Id), ModelState, T.Of);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        return await AgreedAsync(desk.ArrangeAsync(Kim, Input.Version, front, Me, ct))
            ? Done("Tersimpan. Etalasenya sudah berganti.", Address)
            : Page();
    }

    public async Task<IActionResult> OnPostAnnounceAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (Input.Until is null)
        {
            ModelState.AddModelError("Input.Until", T["Pilih hari terakhirnya."]);
        }

        if (!ModelState.IsValid || !await AgreedAsync(AnnounceAsync(ct)))
        {
            Input = With(FrontForm.Of(Known));
            return Page();
        }

        return Done("Pengumuman tampil sekarang, dan hilang sendiri sesudah harinya.", Address);
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct) =>
        await TellAsync(asked => desk.EndAnnouncementAsync(Kim, asked, ct), T["Pengumuman dicabut."], ct);

    public async Task<IActionResult> OnPostUncoverAsync(CancellationToken ct) =>
        await TellAsync(asked => desk.TakeDownCoverAsync(Kim, asked, ct), T["Foto sampul dilepas."], ct);

    public async Task<IActionResult> OnPostCoverAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (Input.Photo is not { Length: > 0 } sent)
        {
            ModelState.AddModelError("Input.Photo", T["Pilih fotonya dulu."]);
        }
        else if (string.IsNullOrWhiteSpace(Input.Alt))
        {
            ModelState.AddModelError("Input.Alt", T["Tulis apa yang terlihat, untuk pembaca yang tidak bisa melihat fotonya."]);
        }
        else if (ModelState.IsValid && await HangAsync(sent, Input.Alt, ct))
        {
            return Done("Foto sampul terpasang.", Address);
        }

        Input = With(FrontForm.Of(Known));
        return Page();
    }

    private async Task<bool> HangAsync(IFormFile sent, string alt, CancellationToken ct)
    {
        try
        {
            await using var upload = sent.OpenReadStream();
            var picture = await pictures.KeepAsync(upload, ct);
            return await AgreedAsync(desk.HangCoverAsync(Kim, new Photo(picture.Hash, alt), Me, ct));
        }
        catch (PictureRefusedException refused)
        {
            ModelState.AddModelError("Input.Photo", T.Of(refused.Refusal));
            return false;
        }
    }

    // The last day ends with its midnight; a calendar has its own last day.
    private Task<Refusal?> AnnounceAsync(CancellationToken ct) => Input.Until is { } day && day < DateOnly.MaxValue && day > DateOnly.MinValue
        ? desk.AnnounceAsync(Kim, Input.Announcement ?? "", PastDay.EndOf(day, Zone.Of(Known.TimeZone)).AddTicks(1), Me, ct)
        : Task.FromResult<Refusal?>(StorefrontRefusals.EndsTooLate);

    private async Task<IActionResult> TellAsync(Func<Asker, Task<Refusal?>> tell, string said, CancellationToken ct)
    {
        ModelState.Clear();
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Input = FrontForm.Of(Known);
        if (!await AgreedAsync(tell(Me)))
        {
            return Page();
        }

        Flash = said;
        return LocalRedirect(Url.Content(Address));
    }

    // What another form of the page was about stays typed; everything else is as it is known.
    private FrontForm With(FrontForm known) => new()
    {
        Version = known.Version,
        Colour = known.Colour,
        HasColour = known.HasColour,
        Turns = known.Turns,
        Products = known.Products,
        Hours = known.Hours,
        Channels = known.Channels,
        Announcement = Input.Announcement,
        Until = Input.Until,
        Alt = Input.Alt,
    };

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!Domain.Slug.IsValid(Slug) || await book.FindAsync(Me, Slug, ct) is not { } known)
        {
            return false;
        }

        Known = known;
        Goods = await book.GoodsAsync(Me, known.GroupId, ct);
        return true;
    }
}
