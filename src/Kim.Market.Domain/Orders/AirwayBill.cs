namespace Kim.Market.Domain.Orders;

/// <summary>The number of a parcel at its courier (resi): letters and digits, and nobody's telephone.</summary>
public static class AirwayBill
{
    public const int Shortest = 6;
    public const int Longest = 30;

    /// <summary>As it is kept: without the spaces people write into it, in capitals; null for nothing.</summary>
    public static string? Of(string? text) =>
        string.Concat((text ?? "").Where(letter => !char.IsWhiteSpace(letter) && letter != '-')).ToUpperInvariant() is { Length: > 0 } number ? number : null;

    /// <summary>Couriers' numbers have many forms; what no courier gives out is somebody's telephone number.</summary>
    public static bool IsOne(string number) =>
        number.Length is >= Shortest and <= Longest && number.All(char.IsAsciiLetterOrDigit) && !WhatsAppNumber.TryParse(number, out _);
}
