using Kim.Market.Domain.WebDomains;

namespace Kim.Market.Web.Features.WebDomains;

/// <summary>Where the proof of a name was found.</summary>
public readonly record struct ProofLook(bool Record, bool File)
{
    public DomainProof? Proof => Record ? DomainProof.Record : File ? DomainProof.File : null;
}

/// <summary>Looks out into the Internet for the proof that a name is a KIM's.</summary>
public interface IDomainProofs
{
    /// <summary>What cannot be reached in some seconds is not there.</summary>
    Task<ProofLook> LookAsync(string host, string proof, CancellationToken ct);
}
