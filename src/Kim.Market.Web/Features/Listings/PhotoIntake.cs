using Kim.Market.Domain;
using Kim.Market.Web.Pictures;

namespace Kim.Market.Web.Features.Listings;

/// <summary>Takes in what a form brings as a photo.</summary>
public sealed class PhotoIntake(Pictures.Pictures pictures)
{
    /// <returns>The name it was received under, or why it is not taken.</returns>
    public async Task<(string? Original, Refusal? Refusal)> ReceiveAsync(IFormFile file, CancellationToken ct)
    {
        try
        {
            await using var upload = file.OpenReadStream();
            return (await pictures.ReceiveAsync(upload, ct), null);
        }
        catch (PictureRefusedException refused)
        {
            return (null, refused.Refusal);
        }
    }

    /// <summary>The name, if such a photo was received before: a form that came back for another reason keeps its photo.</summary>
    public async Task<string?> KnownAsync(string? original, CancellationToken ct) =>
        original is not null && await pictures.HasReceivedAsync(original, ct) ? original : null;
}
