namespace Kim.Market.Domain.Potentials;

/// <summary>How far something is before a partner comes. The numbers are stored.</summary>
public enum Readiness { Idea, LandReady, Permitted, Running }

/// <summary>What a village looks for a partner for: an introduction, never an offer of securities.</summary>
/// <param name="Need">What is missing, and what for.</param>
/// <param name="From">The least it is thought to take; null while nobody has reckoned.</param>
/// <param name="To">The most it is thought to take.</param>
/// <param name="Land">Whose the land is and how much of it; empty where none is needed.</param>
public sealed record Opportunity(string Need, Rupiah? From, Rupiah? To, string Land, Readiness Readiness)
{
    /// <summary>More than any village's project: a slip of the finger.</summary>
    public static readonly Rupiah Highest = new(1_000_000_000_000);

    internal Refusal? Problem() =>
        Need.Trim().Length is 0 or > Limits.Note ? PotentialRefusals.NeedLength
        : Land.Length > Limits.Place ? PotentialRefusals.LandLength
        : !IsValue(From) || !IsValue(To) || (From is { } from && To is { } to && to < from) ? PotentialRefusals.Value
        : null;

    internal Opportunity Tidy() => this with { Need = Need.Trim(), Land = Land.Trim() };

    internal IEnumerable<string> Words => [Need, Land];

    private static bool IsValue(Rupiah? value) => value is not { } amount || (Rupiah.Zero < amount && !(Highest < amount));
}
