namespace Kim.Market.Web.Format;

/// <summary>Phone numbers as people read them out.</summary>
public static class PhoneFormat
{
    private const int Group = 4;

    /// <summary><c>0812-3456-7890</c> for <c>6281234567890</c>, <c>+62 812…</c> and <c>0812…</c> alike.</summary>
    public static string Show(string number)
    {
        Span<char> digits = stackalloc char[Math.Min(number.Length, 32) + 1];
        var count = 1;
        foreach (var letter in number.AsSpan(0, Math.Min(number.Length, 32)))
        {
            if (char.IsAsciiDigit(letter))
            {
                digits[count++] = letter;
            }
        }

        var international = number.StartsWith('+') || digits[1..count].StartsWith("62");
        if (!international)
        {
            return InGroups(digits[1..count]);
        }

        var local = digits[2..count];
        local[0] = '0';
        return InGroups(local);
    }

    private static string InGroups(ReadOnlySpan<char> digits)
    {
        Span<char> text = stackalloc char[digits.Length * 2];
        var length = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            // the last group may have five digits, so that none has one
            if (i > 0 && i % Group == 0 && digits.Length - i > 1)
            {
                text[length++] = '-';
            }

            text[length++] = digits[i];
        }

        return new(text[..length]);
    }
}
