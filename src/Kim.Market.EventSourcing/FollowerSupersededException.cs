namespace Kim.Market.EventSourcing;

/// <summary>A follower's tables were built for another version of it.</summary>
public sealed class FollowerSupersededException(string name)
    : Exception($"The tables of {name} are not those of this version; migrate the database, or end this older program.");
