using Kim.Market.Domain.Payments;

namespace Kim.Market.Web.Features.Cards;

/// <summary>Takes money by card into a seller's own account. What this program knows of a provider, it knows through here.</summary>
public interface ICardPayments
{
    /// <summary>Makes a page on which the buyer pays. Asked for the same attempt again, it is the same page.</summary>
    Task<CardSession> OpenAsync(CardKeys keys, NewCardSession asked, CancellationToken ct);

    /// <summary>How far a payment is.</summary>
    Task<CardSession> FindAsync(CardKeys keys, string session, CancellationToken ct);

    /// <summary>Sends a payment back, all of it; once, however often it is asked.</summary>
    /// <returns>What the provider calls it; null where it says that it was sent back before.</returns>
    Task<string?> RefundAsync(CardKeys keys, string payment, string attempt, CancellationToken ct);

    /// <summary>Asks for something harmless, so that a wrong key is found by whoever types it and not by a buyer.</summary>
    Task ProbeAsync(CardKeys keys, CancellationToken ct);
}

/// <param name="Attempt">Tells one attempt from another: the same words give the same page.</param>
/// <param name="Back">Where the buyer comes back to. It may hold the key that stands in the seller's chat, never the buyer's own.</param>
public sealed record NewCardSession(
    Guid Order, string Number, CardAmount Amount, DateTimeOffset ExpiresAt, string Attempt, Uri Back);

/// <param name="Page">Where the buyer pays; null once that is over.</param>
/// <param name="Payment">What the provider calls the money; null while none has come.</param>
public sealed record CardSession(string Id, bool IsOpen, bool IsPaid, bool IsExpired, Uri? Page, string? Payment, CardAmount Amount, Guid? Order);

/// <summary>The provider did not do as it was asked.</summary>
public sealed class CardProviderException : Exception
{
    public CardProviderException(CardTrouble trouble, string? code = null, Exception? inner = null)
        : base($"The card provider says no: {trouble} ({code ?? "no code"}).", inner) => (Trouble, Code) = (trouble, code);

    public CardProviderException()
        : this(CardTrouble.Refused)
    {
    }

    public CardProviderException(string message)
        : base(message)
    {
    }

    public CardProviderException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public CardTrouble Trouble { get; }

    public string? Code { get; }
}

public enum CardTrouble
{
    /// <summary>It refused what was asked.</summary>
    Refused,

    /// <summary>It does not know the key, or the key may not do this.</summary>
    Key,

    /// <summary>It does not answer, or has too much to do.</summary>
    Unreachable,
}
