using System.Diagnostics;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Certificates;

/// <summary>What a business can prove: its licence, what its food was allowed by, halal, its mark.</summary>
public enum CertificateKind { Nib, PIrt, Md, Halal, Trademark }

public enum CertificateStatus { Stated, Verified, Refused, Revoked, Withdrawn }

/// <summary>
/// One certificate of a business. It is a badge only when an officer has compared it with its paper, and only until its last
/// day: no clock has to strike for that, whoever shows a badge asks what day it is.
/// </summary>
public sealed record Certificate(Id<Certificate> Id, Id<Business> Business, CertificateKind Kind) : IAggregate<Certificate, CertificateEvent>
{
    public CertificateStatus Status { get; private init; }

    /// <summary>Its last day; null where it has none.</summary>
    public DateOnly? ValidUntil { get; private init; }

    /// <summary>Where its picture or PDF is kept; null until there is one.</summary>
    public Guid? Paper { get; private init; }

    /// <param name="validUntil">Null only for kinds that may last (<see cref="CertificateForm.MayLast"/>).</param>
    public static Decision<CertificateEvent> State(
        Id<Certificate> id, Id<Business> business, CertificateKind kind, string number, string issuer, DateOnly? validUntil,
        IReadOnlyCollection<Id<Product>> products, DateTimeOffset now, int held = 0) =>
        held >= Limits.Certificates ? CertificateRefusals.TooMany
        : number.Trim().Length is 0 or > Limits.Name ? CertificateRefusals.NumberLength
        : CertificateForm.IsPerson(number) ? CertificateRefusals.NumberIsPerson
        : issuer.Trim().Length is 0 or > Limits.Name ? CertificateRefusals.IssuerLength
        : validUntil is null && !CertificateForm.MayLast(kind) ? CertificateRefusals.NeedsEnd
        : validUntil < DateOnly.FromDateTime(now.UtcDateTime) ? CertificateRefusals.HasEnded
        : products.Count > Limits.CertificateProducts ? CertificateRefusals.TooManyProducts
        : [new CertificateStated(id, business, kind, number.Trim(), issuer.Trim(), validUntil, [.. products.Distinct()], now)];

    /// <summary>Another picture may be sent until somebody has decided.</summary>
    public Decision<CertificateEvent> KeepPaper(Guid paper, DateTimeOffset now) =>
        Status != CertificateStatus.Stated ? CertificateRefusals.NotWaiting
        : Paper == paper ? []
        : [new CertificatePaperKept(paper, now)];

    public Decision<CertificateEvent> Verify(Id<Office> office, DateTimeOffset now) =>
        Status == CertificateStatus.Verified ? []
        : Status != CertificateStatus.Stated ? CertificateRefusals.NotWaiting
        : Paper is null ? CertificateRefusals.NeedsPaper
        : ValidUntil < DateOnly.FromDateTime(now.UtcDateTime) ? CertificateRefusals.HasEnded
        : [new CertificateVerified(office, now)];

    public Decision<CertificateEvent> Refuse(Id<Office> office, string note, DateTimeOffset now) =>
        Status == CertificateStatus.Refused ? []
        : Status != CertificateStatus.Stated ? CertificateRefusals.NotWaiting
        : ReasonProblem(note) is { } problem ? problem
        : [new CertificateRefused(office, note.Trim(), now)];

    public Decision<CertificateEvent> Revoke(Id<Office> office, string reason, DateTimeOffset now) =>
        Status == CertificateStatus.Revoked ? []
        : Status != CertificateStatus.Verified ? CertificateRefusals.NotVerified
        : ReasonProblem(reason) is { } problem ? problem
        : [new CertificateRevoked(office, reason.Trim(), now)];

    public Decision<CertificateEvent> Withdraw(DateTimeOffset now) => Status switch
    {
        CertificateStatus.Withdrawn => [],
        CertificateStatus.Revoked => CertificateRefusals.IsOver,
        _ => [new CertificateWithdrawn(now)],
    };

    public static Certificate Evolve(Certificate? state, CertificateEvent happened) => (state, happened) switch
    {
        (null, CertificateStated e) => new(e.Certificate, e.Business, e.Kind) { ValidUntil = e.ValidUntil },
        (not null, CertificatePaperKept e) => state with { Paper = e.Paper },
        (not null, CertificateVerified) => state with { Status = CertificateStatus.Verified },
        (not null, CertificateRefused) => state with { Status = CertificateStatus.Refused },
        (not null, CertificateRevoked) => state with { Status = CertificateStatus.Revoked },
        (not null, CertificateWithdrawn) => state with { Status = CertificateStatus.Withdrawn },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {state?.Status.ToString() ?? "nothing"}."),
    };

    private static Refusal? ReasonProblem(string reason) =>
        reason.Trim().Length is 0 or > Limits.Note ? CertificateRefusals.ReasonLength
        : PublicText.HoldsNumber(reason) ? CertificateRefusals.ReasonHoldsNumber
        : null;
}
