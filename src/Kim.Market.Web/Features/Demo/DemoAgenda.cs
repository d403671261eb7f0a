namespace Kim.Market.Web.Features.Demo;

/// <summary>Everything the demo is going to do, by the moment at which it happens.</summary>
public sealed class DemoAgenda
{
    private readonly PriorityQueue<Func<CancellationToken, Task>, (DateTimeOffset At, int Order)> _acts = new();
    private int _order;

    public int Planned => _order;

    /// <summary>When what is still to be done happens, in the order in which it was planned.</summary>
    internal IEnumerable<DateTimeOffset> Moments => _acts.UnorderedItems.Select(act => act.Priority).OrderBy(due => due.Order).Select(due => due.At);

    /// <summary>What is due at the same moment is done in the order in which it was planned.</summary>
    public void At(DateTimeOffset moment, Func<CancellationToken, Task> act) => _acts.Enqueue(act, (moment, _order++));

    /// <summary>Does one thing after the other. An act may plan further acts.</summary>
    public async Task RunAsync(IProgress<DemoProgress> progress, CancellationToken ct)
    {
        var done = 0;
        while (_acts.TryDequeue(out var act, out _))
        {
            await act(ct);
            if (++done % 250 == 0)
            {
                progress.Report(new("Dua tahun jual beli", done, Planned));
            }
        }

        progress.Report(new("Dua tahun jual beli", done, Planned));
    }
}

/// <summary>How far a seed has come: what it is at, how much is done of how much.</summary>
public sealed record DemoProgress(string Step, int Done, int Total);
