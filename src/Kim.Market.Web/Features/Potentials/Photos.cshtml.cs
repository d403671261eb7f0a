using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Potentials;
using Kim.Market.Domain.Products;
using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Potentials;

/// <summary>/kelola/potensi/{id}/foto: the photos of a potential; an officer looks at each change as at any other.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, GroupRole.Writer, What = "Memasang foto pada potensi desa yang ditulis KIM-nya"), PrivatePage]
[EnableRateLimiting(RateLimits.Write), RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class PhotosModel(PotentialBook book, PotentialDesk desk, Pictures.Pictures pictures) : GalleryModel(pictures)
{
    public DeskPotential Potential { get; private set; } = null!;

    public override IReadOnlyList<Photo> Gallery => Potential.Says.Pictures();

    public override int Most => Limits.PotentialPhotos;

    protected override string Address => $"~/kelola/potensi/{Id}/foto";

    protected override Task<Refusal?> PictureAsync(Func<IReadOnlyList<Photo>, IReadOnlyList<Photo>> change, CancellationToken ct) =>
        desk.PictureAsync(new Id<Potential>(Id), change, Me, ct);

    // What was taken away comes back as a whole, with its text.
    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await book.FindAsync(Me, Id, ct) is not { State: not PotentialStatus.Withdrawn } potential)
        {
            return false;
        }

        Potential = potential;
        return true;
    }
}
