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
}
