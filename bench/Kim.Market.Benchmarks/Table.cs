using System.Globalization;

namespace Kim.Market.Benchmarks;

/// <summary>Prints what was measured, each variant beside the one it is compared with.</summary>
public static class Table
{
    public static void Head() => Line("", "ops/s", "p50 ms", "p99 ms", "cpu-ms/op", "speed", "cpu");

    /// <param name="samples">The first one is what the others are compared with.</param>
    /// <param name="byLatency">One writer is compared by its median latency, several by throughput in the same round.</param>
    public static void Print(string title, IReadOnlyList<Sample> samples, bool byLatency)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        var first = samples[0];
        foreach (var sample in samples)
        {
            var speed = byLatency ? first.Median / sample.Median : Median(sample.Rates.Zip(first.Rates, (own, other) => own / other));
            Line(
                $"  {sample.Name}",
                Text(sample.PerSecond, "n0"), Text(sample.Median, "n2"), Text(sample.Percentile(0.99), "n2"),
                Text(sample.CpuMilliseconds, "n3"), Text(speed, "n2") + "x",
                Text(first.CpuMilliseconds / sample.CpuMilliseconds, "n2") + "x");
        }
    }

    /// <summary>Whole runs, in events per second.</summary>
    public static void PrintRuns(string title, IReadOnlyList<Sample> samples)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        var first = samples[0];
        foreach (var sample in samples)
        {
            Line(
                $"  {sample.Name}", Text(Median(sample.Rates), "n0"), "", "", Text(sample.CpuMilliseconds, "n3"),
                Text(Median(sample.Rates.Zip(first.Rates, (own, other) => own / other)), "n2") + "x",
                Text(first.CpuMilliseconds / sample.CpuMilliseconds, "n2") + "x");
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static void Line(string name, params string[] cells) =>
        Console.WriteLine($"{name,-28}{string.Concat(cells.Select(cell => $"{cell,11}"))}");

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
