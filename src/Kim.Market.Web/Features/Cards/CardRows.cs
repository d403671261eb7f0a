using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Cards;

/// <summary>Writes <c>card_payments</c>: the attempts of which nobody has heard yet.</summary>
public sealed class CardRows : IProjection
{
    public string Name => "card_payments";

    public string Ddl { get; } = Ddls.Of<CardRows>();

    public IReadOnlyList<string> Tables { get; } = ["card_payments"];

    public IReadOnlyCollection<Type> Handles { get; } =
    [
        typeof(CardPaymentOpened), typeof(CardPaymentConfirmed), typeof(CardPaymentFailed), typeof(CardPaymentCameLate), typeof(CardPaymentMismatched),
    ];

    public void Project(Recorded recorded, NpgsqlBatch batch)
    {
        switch (recorded.Data)
        {
            case CardPaymentOpened e:
                batch.Add($"insert into card_payments (session, order_id, expires_at) values ({e.Session}, {recorded.Stream}, {e.ExpiresAt})");
                break;
            case CardPaymentConfirmed e:
                batch.Add(Known(e.Session));
                break;
            case CardPaymentFailed e:
                batch.Add(Known(e.Session));
                break;
            case CardPaymentCameLate e:
                batch.Add(Known(e.Session));
                break;
            case CardPaymentMismatched e:
                batch.Add(Known(e.Session));
                break;
        }
    }

    private static Sql Known(string session) => $"delete from card_payments where session = {session}";
}
