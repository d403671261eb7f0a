using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Payments;

public static class ProofRefusals
{
    public static readonly Refusal NoPicture = new("proof.no_picture");
    public static readonly Refusal Forgotten = new("proof.forgotten");
}
