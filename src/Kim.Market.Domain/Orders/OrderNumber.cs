namespace Kim.Market.Domain.Orders;

/// <summary>What people say on the phone: <c>PK-2611-7F3K9Q</c>. Short, unmistakable, no secret.</summary>
public static class OrderNumber
{
    // Crockford's base 32: no I, L, O or U to misread or misspell.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Drawn from the order's own id, so that sending the same order twice gives the same number.</summary>
    public static string Of(Id<Order> order, DateTimeOffset placedAt)
    {
        Span<byte> bytes = stackalloc byte[16];
        order.Value.TryWriteBytes(bytes);
        return string.Create(14, (placedAt, Bits: BitConverter.ToUInt32(bytes[12..])), static (text, from) =>
        {
            "PK-".CopyTo(text);
            from.placedAt.TryFormat(text[3..], out _, "yyMM", System.Globalization.CultureInfo.InvariantCulture);
            text[7] = '-';
            var bits = from.Bits;
            for (var i = 8; i < text.Length; i++, bits >>= 5)
            {
                text[i] = Alphabet[(int)(bits & 31)];
            }
        });
    }
}
