using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Results;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Register;

/// <summary>/kim/daftar/{token}: how far an application is. Who holds the key has applied; there is no account yet.</summary>
[OpenTo(Audience.KeyHolder, What = "Melihat usulan KIM yang dikirimnya"), PrivatePage]
public sealed class StatusModel(Applications applications, EventStore store, EventStory story) : MarketPage
{
    public GroupProposed Proposed { get; private set; } = null!;

    public GroupStatus Status { get; private set; }

    /// <summary>What the office wrote when it turned the application down.</summary>
    public string? Note { get; private set; }

    public IReadOnlyList<TimelineItem> Timeline { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (await applications.OpenAsync(token, ct) is not { } group
            || await store.ReadManyAsync([group.Value], ct) is not { } read || read[group.Value] is not { Count: > 0 } events)
        {
            return NotFound();
        }

        Proposed = (GroupProposed)events[0].Data;
        var zone = Zone.Of(IndonesianTime.ZoneOf(Proposed.Seat));
        Status = events.Select(recorded => (GroupEvent)recorded.Data).Aggregate((Group?)null, Group.Evolve)!.Status;
        Note = Status == GroupStatus.Rejected ? events.Select(recorded => recorded.Data).OfType<GroupRejected>().Last().Note : null;
        Timeline =
        [
            .. events.Where(recorded => recorded.Data is GroupProposed or GroupVerified or GroupRejected or GroupActivated)
                .Select(recorded => (Told: story.Tell(recorded.Data)!.Value, At: AtOf(recorded.Data)))
                .Select(item => new TimelineItem(item.Told.What, TimelineState.Past, DateFormat.Brief(item.At, zone) + " " + zone.Name, item.At) { Note = item.Told.Detail }),
            .. Next(),
        ];
        return Page();
    }

    private static DateTimeOffset AtOf(object happened) => happened switch
    {
        GroupProposed e => e.At,
        GroupVerified e => e.At,
        GroupRejected e => e.At,
        GroupActivated e => e.At,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private TimelineItem[] Next() => Status switch
    {
        GroupStatus.Proposed => [new(T["Diskominfo memeriksa usulan"], TimelineState.Now), new(T["Ketua mendapat tautan untuk masuk"], TimelineState.Next)],
        GroupStatus.Verified => [new(T["Usaha pertama disetujui, lapak KIM dibuka"], TimelineState.Now)],
        _ => [],
    };
}
