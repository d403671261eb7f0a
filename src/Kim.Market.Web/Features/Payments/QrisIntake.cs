using Kim.Market.Domain;
using Kim.Market.Domain.Payments;
using Kim.Market.Web.Pictures;

namespace Kim.Market.Web.Features.Payments;

/// <summary>Takes in a stall's payment code, as a photo or as text; nothing is kept before its owner has seen whose it is.</summary>
public sealed class QrisIntake(Pictures.Pictures pictures)
{
    /// <returns>The code, or why it is not taken.</returns>
    public async Task<(Qris? Qris, Refusal? Refusal)> ReadAsync(IFormFile photo, CancellationToken ct)
    {
        if (photo.Length > PictureLimits.Bytes)
        {
            return (null, PictureRefusals.TooHeavy);
        }

        try
        {
            await using var upload = photo.OpenReadStream();
            var answers = (await pictures.CodesInAsync(upload, ct)).Select(Read).ToList();

            // a poster may show more than one; what it is not says little where another is one
            return answers.Count == 0 ? (null, QrisRefusals.NoCode)
                : answers.Find(answer => answer.Qris is not null) is { Qris: not null } found ? found
                : answers.Find(answer => answer.Refusal != QrisRefusals.NotQris) is { Refusal: not null } nearly ? nearly
                : answers[0];
        }
        catch (PictureRefusedException refused)
        {
            return (null, refused.Refusal);
        }
    }

    /// <inheritdoc cref="ReadAsync"/>
    public static (Qris? Qris, Refusal? Refusal) Read(string? written) =>
        !Qris.TryRead(written, out var qris, out var refusal) ? (null, refusal)
        : qris.IsStatic ? (qris, null)
        : (null, QrisRefusals.ForOnePayment);
}
