namespace Kim.Market.Benchmarks;

/// <summary>Streams that nobody else writes to: one for each variant and writer, with the version it is at.</summary>
public sealed class OwnStreams(int writers)
{
    private const int Variants = 3;

    private readonly Guid[][] _streams = Each(() => Enumerable.Range(0, writers).Select(_ => Guid.CreateVersion7()).ToArray());
    private readonly long[][] _versions = Each(() => new long[writers]);

    public async Task BeginAsync(Baseline baseline, Func<Guid, Task> store, PlainInserts plain)
    {
        for (var writer = 0; writer < writers; writer++)
        {
            await baseline.AppendAsync(_streams[0][writer], 0, Orders.Make.First(_streams[0][writer], 1));
            await store(_streams[1][writer]);
            await plain.AppendAsync(_streams[2][writer], 0, Orders.Make.First(_streams[2][writer], 1));
            for (var variant = 0; variant < Variants; variant++)
            {
                _versions[variant][writer] = 3;
            }
        }
    }

    public Guid Of(int variant, int writer) => _streams[variant][writer];

    public async Task EachAsync(int variant, Func<Guid, Task> act)
    {
        for (var writer = 0; writer < writers; writer++)
        {
            await act(_streams[variant][writer]);
        }
    }

    /// <summary>Appends three events at the stream's version.</summary>
    public async Task GoAsync(int variant, int writer, Func<Guid, long, Task> append)
    {
        await append(_streams[variant][writer], _versions[variant][writer]);
        _versions[variant][writer] += 3;
    }

    private static T[] Each<T>(Func<T> make) => [.. Enumerable.Range(0, Variants).Select(_ => make())];
}
