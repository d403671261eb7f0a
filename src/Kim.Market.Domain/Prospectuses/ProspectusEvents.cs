namespace Kim.Market.Domain.Prospectuses;

/// <summary>Everything that can happen to a prospectus. The type names are stored: rename one and history is lost.</summary>
public abstract record ProspectusEvent
{
    private protected ProspectusEvent() { }
}

/// <summary>What was true of a village at one time has been put on paper. No person stands in it.</summary>
/// <param name="Code">What stands on the paper, to ask by whether it still holds.</param>
/// <param name="Fingerprint">Of the claims: SHA-256 in lower-case hexadecimals.</param>
public sealed record ProspectusIssued(
    Id<Prospectus> Prospectus, string Code, RegionCode Village, string Fingerprint, Claim[] Claims, DateTimeOffset At) : ProspectusEvent;
