namespace Kim.Market.Domain;

/// <summary>What somebody writes for everybody to read.</summary>
public static class PublicText
{
    private const int LongestNumber = 8;

    /// <summary>
    /// Whether nine digits or more stand in a row, spaces, points and dashes aside: the number of a phone, of an
    /// account or of a person (NIK), which no public text and no event shall hold.
    /// </summary>
    public static bool HoldsNumber(string text)
    {
        var digits = 0;
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter))
            {
                if (++digits > LongestNumber)
                {
                    return true;
                }
            }
            else if (letter is not (' ' or '.' or '-' or '(' or ')' or '+'))
            {
                digits = 0;
            }
        }

        return false;
    }

    /// <summary>The text with every such number made unreadable; everything else as it was.</summary>
    public static string Mask(string text)
    {
        var letters = text.ToCharArray();
        for (var from = 0; from < letters.Length; from++)
        {
            if (!char.IsAsciiDigit(letters[from]))
            {
                continue;
            }

            var (end, digits) = (from, 0);
            for (var at = from; at < letters.Length && (char.IsAsciiDigit(letters[at]) || letters[at] is ' ' or '.' or '-' or '(' or ')' or '+'); at++)
            {
                if (char.IsAsciiDigit(letters[at]))
                {
                    (end, digits) = (at, digits + 1);
                }
            }

            for (var at = from; digits > LongestNumber && at <= end; at++)
            {
                letters[at] = char.IsAsciiDigit(letters[at]) ? '•' : letters[at];
            }

            from = end;
        }

        return new string(letters);
    }
}
