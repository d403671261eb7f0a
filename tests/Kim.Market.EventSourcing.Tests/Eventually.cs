namespace Kim.Market.EventSourcing.Tests;

/// <summary>Waits for what happens in the background.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Task Is(Func<bool> holds, Func<string> otherwise) => Is(() => Task.FromResult(holds()), otherwise);

    public static async Task Is(Func<Task<bool>> holds, Func<string> otherwise)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, otherwise());
            await Task.Delay(10, Ct);
        }
    }
}
