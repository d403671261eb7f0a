namespace Kim.Market.Domain;

/// <summary>A state that is nothing but its events, folded from left to right.</summary>
public interface IAggregate<TSelf, TEvent> where TSelf : IAggregate<TSelf, TEvent>
{
    static abstract TSelf Evolve(TSelf? state, TEvent happened);
}
