using Kim.Market.Domain;
using Kim.Market.Web.Pictures;

namespace Kim.Market.Web.Features.Papers;

/// <summary>Takes in what a form brings as a paper. A picture is decoded and drawn anew, out of reach; a PDF is never opened here.</summary>
public sealed class PaperIntake(Pictures.Pictures pictures)
{
    public const int Megabytes = 10;

    private const int Bytes = Megabytes * 1024 * 1024;

    /// <returns>The paper, or why it is not taken.</returns>
    public async Task<(Paper? Paper, Refusal? Refusal)> ReadAsync(IFormFile file, CancellationToken ct)
    {
        if (file.Length > Bytes)
        {
            return (null, PaperRefusals.TooHeavy);
        }

        await using var upload = file.OpenReadStream();
        var start = new byte[5];
        var read = await upload.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct);
        upload.Position = 0;
        if (start.AsSpan(0, read).SequenceEqual("%PDF-"u8))
        {
            var content = new byte[file.Length];
            await upload.ReadExactlyAsync(content, ct);
            return (new(Paper.Pdf, content), null);
        }

        try
        {
            var content = await pictures.CleanAsync(upload, ct);
            return (new(content is [0xFF, 0xD8, ..] ? "image/jpeg" : "image/webp", content), null);
        }
        catch (PictureRefusedException refused)
        {
            return (null, refused.Refusal == PictureRefusals.NotAPicture ? PaperRefusals.NotAPaper : refused.Refusal);
        }
    }
}
