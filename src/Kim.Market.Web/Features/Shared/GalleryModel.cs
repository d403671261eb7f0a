using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Products;
using Kim.Market.Web.Pictures;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Shared;

/// <summary>The photos of something that is written, one at a time, each with words for whoever does not see it.</summary>
public abstract class GalleryModel(Pictures.Pictures pictures) : MarketPage
{
    /// <summary>The most that is read of one request: a picture, the other fields and the borders between them.</summary>
    public const int MostBytes = PictureLimits.Bytes + (64 * 1024);

    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    /// <summary>As they are now, in their order.</summary>
    public abstract IReadOnlyList<Photo> Gallery { get; }

    public abstract int Most { get; }

    protected abstract string Address { get; }

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

    /// <summary>Whether the asker has such a thing.</summary>
    protected abstract Task<bool> FindAsync(CancellationToken ct);

    /// <summary>Changes the photos as they are when it is written, not as they were seen: two of them may be sent at once.</summary>
    protected abstract Task<Refusal?> PictureAsync(Func<IReadOnlyList<Photo>, IReadOnlyList<Photo>> change, CancellationToken ct);

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
            return await AgreedAsync(PictureAsync(
                photos => photos.Any(photo => photo.Hash == picture.Hash) ? photos : [.. photos, new Photo(picture.Hash, Input.Alt!)], ct))
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

        if (!await AgreedAsync(PictureAsync(change, ct)))
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

        if (Gallery.Count >= Most)
        {
            ModelState.AddModelError("", T.Of(GalleryRefusals.TooMany(Most)));
        }
    }
}
