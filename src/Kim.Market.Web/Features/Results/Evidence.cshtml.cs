using Kim.Market.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Results;

/// <summary>/hasil/bukti/{stream}/{version} — the events behind one row, in plain words.</summary>
[OpenTo(Audience.Everyone, What = "Membuka kejadian di balik sebuah angka"), CachedPage]
public sealed class EvidenceModel(Proofs proofs, EventStory story) : PageModel
{
    public Proof Proof { get; private set; } = null!;

    /// <summary>The events the public may read, oldest first.</summary>
    public IReadOnlyList<(long Version, DateTimeOffset At, string What, string? Detail)> Events { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid stream, long version, CancellationToken ct)
    {
        if (await proofs.FindAsync(stream, version, ct) is not { } proof)
        {
            return NotFound();
        }

        Proof = proof;
        Events = [.. proof.Events.Select(recorded => (recorded, told: story.Tell(recorded.Data))).Where(line => line.told is not null)
            .Select(line => (line.recorded.Version, line.recorded.Timestamp, line.told!.Value.What, line.told.Value.Detail))];
        PageTags.Of(HttpContext).Add(stream);
        return Page();
    }
}
