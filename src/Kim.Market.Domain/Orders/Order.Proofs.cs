namespace Kim.Market.Domain.Orders;

public sealed partial record Order
{
    /// <summary>Fingerprints of the pictures that the buyer sent.</summary>
    public IReadOnlyList<string> Proofs { get; private init; } = [];

    /// <summary>The buyer shows that they have paid; only once the seller has accepted is there anything to pay.</summary>
    public Decision<OrderEvent> GiveProof(Guid proof, string file, string pixels, DateTimeOffset now) => Status switch
    {
        _ when Proofs.Contains(file) => [],
        _ when IsAway || Status is OrderStatus.Accepted or OrderStatus.Ready =>
            IsPaid ? OrderRefusals.PaidAlready
            : Proofs.Count >= Limits.PaymentProofs ? OrderRefusals.TooManyProofs
            : [new PaymentProofGiven(proof, file, pixels, now)],
        OrderStatus.Placed => OrderRefusals.NotAcceptedYet,
        OrderStatus.AwaitingQuote or OrderStatus.Quoted => OrderRefusals.NotAcceptedYet,
        _ => OrderRefusals.Over(Status),
    };
}
