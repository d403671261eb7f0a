using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stories;
using Kim.Market.Web.Pictures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Story = Kim.Market.Domain.Stories.Story;

namespace Kim.Market.Web.Features.Stories;

/// <summary>/kelola/cerita/{id}/foto: the pictures of a story, one at a time, each with words for whoever does not see it.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, GroupRole.Writer, What = "Memasang foto pada cerita KIM-nya"), PrivatePage]
[EnableRateLimiting(RateLimits.Write), RequestSizeLimit(PictureLimits.Bytes + Slack), RequestFormLimits(MultipartBodyLengthLimit = PictureLimits.Bytes + Slack)]
public sealed class PhotosModel(StoryBook book, StoryDesk desk, Pictures.Pictures pictures) : MarketPage
{
    // The other fields and the borders between them.
    private const int Slack = 64 * 1024;

    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public DeskStory Told { get; private set; } = null!;

    private string Address => $"~/kelola/cerita/{Id}/foto";

    public sealed class Form
    {
        public IFormFile? Photo { get; init; }

        [Display(Name = "Apa yang terlihat di foto ini?")]
        [StringLength(Limits.AltText)]
        public string? Alt { get; init; }

        /// <summary>The one that is moved or removed.</summary>
        [StringLength(64)]
        public string? Hash { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            await using var upload = Input.Photo!.OpenReadStream();
            var picture = await pictures.KeepAsync(upload, ct);
            return await AgreedAsync(desk.PictureAsync(
                new Id<Story>(Id), photos => photos.Any(photo => photo.Hash == picture.Hash) ? photos : [.. photos, new Photo(picture.Hash, Input.Alt!)], Me, ct))
                ? Done("Foto terpasang.", Address)
                : Page();
        }
        catch (PictureRefusedException refused)
        {
            ModelState.AddModelError("Input.Photo", T.Of(refused.Refusal));
            return Page();
        }
    }

    public Task<IActionResult> OnPostForwardAsync(CancellationToken ct) => ChangeAsync(
        photos => photos.FirstOrDefault(photo => photo.Hash == Input.Hash) is { } first ? [first, .. photos.Where(photo => photo != first)] : photos,
        T["Foto ini sekarang yang pertama."], ct);

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken ct) =>
        ChangeAsync(photos => [.. photos.Where(photo => photo.Hash != Input.Hash)], T["Foto dilepas."], ct);

    private async Task<IActionResult> ChangeAsync(Func<IReadOnlyList<Photo>, IReadOnlyList<Photo>> change, string done, CancellationToken ct)
    {
        ModelState.Clear();
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (!await AgreedAsync(desk.PictureAsync(new Id<Story>(Id), change, Me, ct)))
        {
            return Page();
        }

        Flash = done;
        return LocalRedirect(Url.Content(Address));
    }

    private void Check()
    {
        if (Input.Photo is not { Length: > 0 } photo)
        {
            ModelState.AddModelError("Input.Photo", T["Pilih fotonya dulu."]);
        }
        else if (photo.Length > PictureLimits.Bytes)
        {
            ModelState.AddModelError("Input.Photo", T.Of(PictureRefusals.TooHeavy));
        }

        if (string.IsNullOrWhiteSpace(Input.Alt))
        {
            ModelState.AddModelError("Input.Alt", T["Tulis apa yang terlihat, untuk pembaca yang tidak bisa melihat fotonya."]);
        }

        if (Told.Pictures.Count >= Limits.StoryPhotos)
        {
            ModelState.AddModelError("", T.Of(StoryRefusals.TooManyPhotos));
        }
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await book.FindAsync(Me, Id, ct) is not { } story)
        {
            return false;
        }

        Told = story;
        return true;
    }
}
