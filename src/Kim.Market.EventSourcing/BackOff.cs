namespace Kim.Market.EventSourcing;

/// <summary>How long to wait after the n-th failure in a row: twice as long each time, up to a limit.</summary>
internal sealed class BackOff(TimeSpan first, TimeSpan limit)
{
    private int _failures;

    public TimeSpan Next()
    {
        var wait = first * Math.Pow(2, Math.Min(_failures++, 30));
        return wait < limit ? wait : limit;
    }

    public void Reset() => _failures = 0;
}
