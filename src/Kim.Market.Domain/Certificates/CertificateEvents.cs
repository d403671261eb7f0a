using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Certificates;

/// <summary>Everything that can happen to a certificate. The type names are stored: rename one and history is lost.</summary>
public abstract record CertificateEvent
{
    private protected CertificateEvent() { }
}

/// <summary>A business says that it has a certificate; nobody has looked at it yet.</summary>
/// <param name="ValidUntil">Its last day; null where it holds for as long as the business runs or the law says so.</param>
/// <param name="Products">What it covers; empty when it covers everything the business makes.</param>
public sealed record CertificateStated(
    Id<Certificate> Certificate, Id<Business> Business, CertificateKind Kind, string Number, string Issuer, DateOnly? ValidUntil,
    Id<Product>[] Products, DateTimeOffset At) : CertificateEvent;

/// <summary>Its picture or PDF has been put among the private papers; what is on it is no event.</summary>
public sealed record CertificatePaperKept(Guid Paper, DateTimeOffset At) : CertificateEvent;

/// <summary>An officer has compared it with its paper: from now on it is a badge.</summary>
public sealed record CertificateVerified(Id<Office> Office, DateTimeOffset At) : CertificateEvent;

/// <summary>An officer has looked, and it is not what was said of it.</summary>
public sealed record CertificateRefused(Id<Office> Office, string Note, DateTimeOffset At) : CertificateEvent;

/// <summary>It was a badge and is none any more; the reason can be read by all.</summary>
public sealed record CertificateRevoked(Id<Office> Office, string Reason, DateTimeOffset At) : CertificateEvent;

/// <summary>The business takes it back.</summary>
public sealed record CertificateWithdrawn(DateTimeOffset At) : CertificateEvent;
