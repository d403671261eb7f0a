namespace Kim.Market.Domain.Payments;

/// <summary>CRC-16/CCITT-FALSE, as the last field of every payment code carries it: polynomial 1021, begun with FFFF, nothing reflected.</summary>
public static class Crc16
{
    private const int Polynomial = 0x1021;

    /// <summary>Four hexadecimal digits in upper case; of printable ASCII, which is all a payment code may hold.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var sum = 0xFFFF;
        foreach (var letter in text)
        {
            sum ^= (letter & 0xFF) << 8;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 0x8000) != 0 ? (sum << 1) ^ Polynomial : sum << 1;
            }

            sum &= 0xFFFF;
        }

        return sum.ToString("X4", System.Globalization.CultureInfo.InvariantCulture);
    }
}
