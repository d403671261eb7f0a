using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Hosting;

namespace Kim.Market.Web.Features.Pulses;

/// <summary>Says it of each KIM when the clock has made it quiet or still, or when it acts again: each change is an event.</summary>
/// <remarks>Runs on every node; asking a KIM twice for the same pulse is no second event.</remarks>
public sealed class PulseWatch(PulseBook book, Marketplace marketplace, TimeProvider clock, ILogger<PulseWatch> log)
    : Sweep(TimeSpan.FromMinutes(5), clock, log)
{
    private const int AtOnce = 200;

    /// <summary>Says what has changed by now; tells how many KIM that were.</summary>
    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        var told = 0;
        if (!await book.IsUpToDateAsync(ct))
        {
            return 0;
        }

        while (await book.ChangedAsync(Clock.GetUtcNow(), AtOnce, ct) is { Count: > 0 } changed)
        {
            var before = told;
            foreach (var row in changed)
            {
                told += await TellAsync(row, ct) ? 1 : 0;
            }

            if (told == before || changed.Count < AtOnce)
            {
                break;
            }
        }

        return told;
    }

    private Task<bool> TellAsync(PulseRow row, CancellationToken ct) => TryAsync(row.GroupId, () =>
    {
        var now = Clock.GetUtcNow();
        DateTimeOffset last = row.LastAct;
        return marketplace.TellAsync(new Id<Group>(row.GroupId), (Group group) => group.Feel(row.Rules.PulseOf(last, now), last, now), new Metadata(), ct);
    });
}
