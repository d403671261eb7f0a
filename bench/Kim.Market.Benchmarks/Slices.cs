using System.Diagnostics;

namespace Kim.Market.Benchmarks;

/// <summary>
/// Measures variants against each other on a machine that is not ours alone: they take turns, so that whatever else
/// runs disturbs all of them alike. Trust the ratios, not the absolute numbers.
/// </summary>
public sealed class Slices(CpuMeter cpu, int rounds, int singles)
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(150);

    /// <summary>One writer: the variants alternate operation by operation; then slices, for throughput and processor time.</summary>
    public async Task<IReadOnlyList<Sample>> AloneAsync(IReadOnlyList<Variant> variants)
    {
        await WarmUpAsync(variants, writers: 1);
        var samples = variants.Select(variant => new Sample(variant.Name)).ToList();
        for (var i = 0; i < singles; i++)
        {
            for (var turn = 0; turn < variants.Count; turn++)
            {
                var at = (i + turn) % variants.Count;
                var start = Stopwatch.GetTimestamp();
                await variants[at].Operation(0);
                samples[at].Took(Stopwatch.GetElapsedTime(start));
            }
        }

        await RunRoundsAsync(variants, samples, writers: 1, (sample, times, elapsed, used) => sample.Add(times.Count, elapsed, used));
        return samples;
    }

    /// <summary>Several writers: the variants take slices in rotating order.</summary>
    public async Task<IReadOnlyList<Sample>> TogetherAsync(IReadOnlyList<Variant> variants, int writers)
    {
        await WarmUpAsync(variants, writers);
        var samples = variants.Select(variant => new Sample(variant.Name)).ToList();
        await RunRoundsAsync(variants, samples, writers, (sample, times, elapsed, used) => sample.Took(times, elapsed, used));
        return samples;
    }

    /// <summary>Long runs, each as a whole.</summary>
    public async Task<IReadOnlyList<Sample>> WholeAsync(
        IReadOnlyList<(string Name, Func<Task> Prepare, Func<Task<long>> Run)> variants, int times)
    {
        var samples = variants.Select(variant => new Sample(variant.Name)).ToList();
        for (var round = 0; round < times; round++)
        {
            for (var turn = 0; turn < variants.Count; turn++)
            {
                var at = (round + turn) % variants.Count;
                await variants[at].Prepare();
                var (start, used) = (Stopwatch.GetTimestamp(), cpu.Ours);
                var done = await variants[at].Run();
                samples[at].Add(done, Stopwatch.GetElapsedTime(start), cpu.Ours - used);
            }
        }

        return samples;
    }

    private static async Task WarmUpAsync(IReadOnlyList<Variant> variants, int writers)
    {
        foreach (var variant in variants)
        {
            await RunAsync(variant, writers, Slice * 3);
        }
    }

    private async Task RunRoundsAsync(
        IReadOnlyList<Variant> variants, List<Sample> samples, int writers,
        Action<Sample, IReadOnlyCollection<TimeSpan>, TimeSpan, TimeSpan> keep)
    {
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < variants.Count; turn++)
            {
                var at = (round + turn) % variants.Count;
                var (start, used) = (Stopwatch.GetTimestamp(), cpu.Ours);
                var times = await RunAsync(variants[at], writers, Slice);
                keep(samples[at], times, Stopwatch.GetElapsedTime(start), cpu.Ours - used);
            }
        }
    }

    private static async Task<IReadOnlyCollection<TimeSpan>> RunAsync(Variant variant, int writers, TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var taken = new List<TimeSpan>();
            while (Stopwatch.GetElapsedTime(start) < time)
            {
                var begun = Stopwatch.GetTimestamp();
                await variant.Operation(writer);
                taken.Add(Stopwatch.GetElapsedTime(begun));
            }

            return taken;
        })));
        return [.. times.SelectMany(taken => taken)];
    }
}
