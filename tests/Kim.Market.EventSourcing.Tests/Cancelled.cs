global using static Kim.Market.EventSourcing.Tests.Cancelled;

namespace Kim.Market.EventSourcing.Tests;

/// <summary>When the running test is cancelled.</summary>
internal static class Cancelled
{
    public static CancellationToken Ct => TestContext.Current.CancellationToken;
}
