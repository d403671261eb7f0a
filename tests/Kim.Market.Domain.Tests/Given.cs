namespace Kim.Market.Domain.Tests;

/// <summary>Given some history, when asked, then these events — or that refusal.</summary>
internal static class Given
{
    public static T History<T, TEvent>(params TEvent[] history) where T : class, IAggregate<T, TEvent> =>
        history.Aggregate((T?)null, T.Evolve) ?? throw new ArgumentException("A history needs a first event.", nameof(history));

    public static void Then<TEvent>(this Decision<TEvent> decision, params TEvent[] expected)
    {
        Assert.Null(decision.Refusal);
        Assert.Equal(expected, decision);
    }

    public static void ThenRefused<TEvent>(this Decision<TEvent> decision, Refusal expected)
    {
        Assert.Equal(expected, decision.Refusal);
        Assert.Empty(decision);
    }
}
