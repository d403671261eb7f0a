using System.Globalization;

namespace Kim.Market.Web.Cli;

/// <summary>Says on standard error how far long work has come: each second, and when a part of it is complete.</summary>
internal sealed class ProgressLine
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly Lock _one = new();
    private long _said = -1;

    public void Report(string what, long done, long total)
    {
        lock (_one)
        {
            var now = Environment.TickCount64;
            if (done < total && _said >= 0 && now - _said < Interval.TotalMilliseconds)
            {
                return;
            }

            _said = now;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {done} of {total}"));
        }
    }
}

/// <summary>Hands on each report where it is made, not some time later on another thread.</summary>
internal sealed class Reports<T>(Action<T> tell) : IProgress<T>
{
    public void Report(T value) => tell(value);
}
