using System.Security.Cryptography;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Pictures;

namespace Kim.Market.Web.Features.Complaints;

/// <summary>What somebody says in a complaint: its id, which is the form's own, the words and the pictures.</summary>
public sealed record Said(Guid Id, string? Words, IReadOnlyList<IFormFile> Photos);

/// <summary>Takes down what is said in a complaint: words and pictures into the vault, and that it was said into the order, both or neither.</summary>
public sealed class ComplaintDesk(OrderDesk desk, Evidence evidence, Pictures.Pictures pictures)
{
    /// <param name="version">What the asker saw; null where it does not matter.</param>
    public async Task<Refusal?> SayAsync(
        Guid order, Guid buyer, long? version, Said said, Func<Order, ComplaintPhoto[], DateTimeOffset, Decision<OrderEvent>> decide, Metadata by,
        CancellationToken ct, DateTimeOffset? at = null)
    {
        if (string.IsNullOrWhiteSpace(said.Words))
        {
            return ComplaintRefusals.NoWords;
        }

        var sent = said.Photos.Where(photo => photo.Length > 0).ToList();
        if (sent.Count > Limits.ComplaintPhotos)
        {
            return OrderRefusals.TooManyPhotos;
        }

        if (sent.Exists(photo => photo.Length > PictureLimits.Bytes))
        {
            return PictureRefusals.TooHeavy;
        }

        if (await evidence.KeyOfAsync(buyer, ct) is not { } key)
        {
            return ComplaintRefusals.Forgotten;
        }

        try
        {
            var photos = new List<ComplaintPhoto>(sent.Count);
            var also = new List<Sql> { Evidence.Keep(key, said.Id, order, buyer, said.Words.Trim()) };
            foreach (var photo in sent)
            {
                await using var upload = photo.OpenReadStream();
                var file = Convert.ToHexStringLower(await SHA256.HashDataAsync(upload, ct));
                upload.Position = 0;
                var picture = await pictures.CleanAsync(upload, ct);
                photos.Add(new(Guid.CreateVersion7(), file));
                also.Add(Evidence.Keep(key, photos[^1].Id, order, buyer, picture));
            }

            return await desk.TellAsync(new Id<Order>(order), version, (known, now) => decide(known, [.. photos], now), by, ct, at, also);
        }
        catch (PictureRefusedException refused)
        {
            return refused.Refusal;
        }
    }
}
