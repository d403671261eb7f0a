using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Story = Kim.Market.Domain.Stories.Story;

namespace Kim.Market.Web.Features.Stories;

/// <summary>/kelola/cerita/{id}/foto: the photos of a story.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, GroupRole.Writer, What = "Memasang foto pada cerita KIM-nya"), PrivatePage]
[EnableRateLimiting(RateLimits.Write), RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class PhotosModel(StoryBook book, StoryDesk desk, Pictures.Pictures pictures) : GalleryModel(pictures)
{
    public DeskStory Told { get; private set; } = null!;

    public override IReadOnlyList<Photo> Gallery => Told.Pictures;

    public override int Most => Limits.StoryPhotos;

    protected override string Address => $"~/kelola/cerita/{Id}/foto";

    protected override Task<Refusal?> PictureAsync(Func<IReadOnlyList<Photo>, IReadOnlyList<Photo>> change, CancellationToken ct) =>
        desk.PictureAsync(new Id<Story>(Id), change, Me, ct);

    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await book.FindAsync(Me, Id, ct) is not { } story)
        {
            return false;
        }

        Told = story;
        return true;
    }
}
