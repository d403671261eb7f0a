namespace Kim.Market.EventSourcing;

/// <summary>Wakes one waiter; being raised many times before it wakes counts once.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _raised = Fresh();

    public void Raise() => Volatile.Read(ref _raised).TrySetResult();

    /// <summary>Returns when it is raised, when the time is over, or when cancelled.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        await _raised.Task.WaitAsync(atMost, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_raised.Task.IsCompleted)
        {
            Volatile.Write(ref _raised, Fresh());
        }
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
