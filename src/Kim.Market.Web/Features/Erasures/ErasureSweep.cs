using Kim.Market.Web.Hosting;

namespace Kim.Market.Web.Features.Erasures;

/// <summary>Carries out wishes to be forgotten that had to wait, and once a day what nobody had to wish for.</summary>
public sealed class ErasureSweep(BuyerErasures erasures, TimeProvider clock, ILogger<ErasureSweep> log)
    : Sweep(TimeSpan.FromMinutes(5), clock, log)
{
    private DateTimeOffset _aged = DateTimeOffset.MinValue;

    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        var done = await erasures.SweepAsync(ct);
        if (Clock.GetUtcNow() - _aged < TimeSpan.FromDays(1))
        {
            return done;
        }

        var aged = await erasures.AgeAsync(ct);
        _aged = aged == 0 ? Clock.GetUtcNow() : _aged; // more than one look can forget: the next look goes on
        return done + aged;
    }
}
