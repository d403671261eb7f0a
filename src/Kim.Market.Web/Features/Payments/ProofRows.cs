using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Payments;

/// <summary>Writes <c>payment_proofs</c>.</summary>
public sealed class ProofRows : IProjection
{
    public string Name => "payment_proofs";

    public string Ddl { get; } = Ddls.Of<ProofRows>();

    public IReadOnlyList<string> Tables { get; } = ["payment_proofs"];

    public IReadOnlyCollection<Type> Handles { get; } = [typeof(PaymentProofGiven)];

    public void Project(Recorded recorded, NpgsqlBatch batch)
    {
        if (recorded.Data is PaymentProofGiven e)
        {
            batch.Add(
                $"""
                insert into payment_proofs (proof_id, order_id, file, pixels, given_at)
                values ({e.Proof}, {recorded.Stream}, {e.File}, {e.Pixels}, {e.At})
                """);
        }
    }

    /// <summary>The proofs of an order <c>o</c> as text, the oldest first: an id, and which other order showed the same picture.</summary>
    /// <remarks>An order of somebody else's stall is no seller's business: it stands there without its number.</remarks>
    internal static SqlPart OfOrder => SqlPart.Of(
        $"""
        (select string_agg(p.proof_id::text || ':' || coalesce((
             select case when x.business_id = o.business_id then x.number else '?' end
             from payment_proofs same
             join orders x on x.order_id = same.order_id
             where (same.file = p.file or same.pixels = p.pixels) and same.order_id <> p.order_id
             order by x.business_id <> o.business_id, same.given_at
             limit 1), ''), ';' order by p.given_at, p.proof_id)
         from payment_proofs p where p.order_id = o.order_id)
        """);
}

/// <summary>A picture with which a buyer shows that an order is paid.</summary>
/// <param name="UsedFor">The number of another order that showed the same picture, or "?" for one of another stall; null for one never seen before.</param>
public sealed record GivenProof(Guid Id, string? UsedFor)
{
    public static IReadOnlyList<GivenProof> Read(string? text) =>
    [
        .. (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(proof => proof.Split(':')).Select(proof => new GivenProof(Guid.Parse(proof[0]), proof[1].Length == 0 ? null : proof[1])),
    ];
}
