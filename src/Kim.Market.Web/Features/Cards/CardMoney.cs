using System.Globalization;
using Kim.Market.Domain.Payments;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Cards;

/// <summary>What a card provider says came, also where that is no rupiah.</summary>
public static class CardMoney
{
    public static string Of(CardAmount amount) => amount.Rupiah is { } rupiah
        ? RupiahFormat.Full(rupiah)
        : string.Create(CultureInfo.InvariantCulture, $"{amount.Minor / 100m:0.00} {amount.Currency.ToUpperInvariant()}");
}
