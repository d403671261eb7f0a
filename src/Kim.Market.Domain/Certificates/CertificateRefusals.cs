namespace Kim.Market.Domain.Certificates;

public static class CertificateRefusals
{
    public static readonly Refusal NumberLength = new("certificate.number_length", Limits.Name);
    public static readonly Refusal NumberIsPerson = new("certificate.number_is_person");
    public static readonly Refusal IssuerLength = new("certificate.issuer_length", Limits.Name);
    public static readonly Refusal NeedsEnd = new("certificate.needs_end");
    public static readonly Refusal HasEnded = new("certificate.has_ended");
    public static readonly Refusal TooMany = new("certificate.too_many", Limits.Certificates);
    public static readonly Refusal TooManyProducts = new("certificate.too_many_products", Limits.CertificateProducts);
    public static readonly Refusal NeedsPaper = new("certificate.needs_paper");
    public static readonly Refusal NotWaiting = new("certificate.not_waiting");
    public static readonly Refusal NotVerified = new("certificate.not_verified");
    public static readonly Refusal IsOver = new("certificate.is_over");
    public static readonly Refusal ReasonLength = new("certificate.reason_length", Limits.Note);
    public static readonly Refusal ReasonHoldsNumber = new("certificate.reason_holds_number");
}
