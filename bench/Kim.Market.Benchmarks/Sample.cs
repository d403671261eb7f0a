namespace Kim.Market.Benchmarks;

/// <summary>What was measured of one variant.</summary>
public sealed class Sample(string name)
{
    private readonly List<double> _milliseconds = [];
    private readonly List<double> _rates = [];

    public string Name { get; } = name;

    public long Operations { get; private set; }

    public TimeSpan Elapsed { get; private set; }

    public TimeSpan Cpu { get; private set; }

    /// <summary>The database server's part of <see cref="Cpu"/>, where it was asked for.</summary>
    public TimeSpan Server { get; private set; }

    /// <summary>Throughput of each slice, for comparing slices of the same round.</summary>
    public IReadOnlyList<double> Rates => _rates;

    public double PerSecond => Operations / Elapsed.TotalSeconds;

    public double CpuMilliseconds => Cpu.TotalMilliseconds / Operations;

    public double ServerMilliseconds => Server.TotalMilliseconds / Operations;

    public double Median => Percentile(0.5);

    public double Percentile(double part)
    {
        var sorted = _milliseconds.Order().ToList();
        return sorted[(int)(part * (sorted.Count - 1))];
    }

    public void Took(TimeSpan time) => _milliseconds.Add(time.TotalMilliseconds);

    public void Took(IEnumerable<TimeSpan> times, TimeSpan elapsed, TimeSpan cpu)
    {
        var before = _milliseconds.Count;
        _milliseconds.AddRange(times.Select(time => time.TotalMilliseconds));
        Add(_milliseconds.Count - before, elapsed, cpu);
    }

    /// <summary>Operations whose single latencies do not count.</summary>
    public void Add(long operations, TimeSpan elapsed, TimeSpan cpu, TimeSpan server = default)
    {
        Server += server;
        Operations += operations;
        Elapsed += elapsed;
        Cpu += cpu;
        _rates.Add(operations / elapsed.TotalSeconds);
    }
}
