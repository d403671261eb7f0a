namespace Kim.Market.Domain.Payments;

/// <summary>One field of a payment code: a tag of two digits, a length of two digits, and that many characters.</summary>
internal readonly record struct QrisField(string Tag, string Value)
{
    private const int Head = 4;

    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Tag}{Value.Length:D2}{Value}");

    /// <summary>Every field of a text in its order; null when it is not made of fields, or names one twice.</summary>
    public static IReadOnlyList<QrisField>? ReadAll(ReadOnlySpan<char> text)
    {
        var fields = new List<QrisField>();
        while (text.Length > 0)
        {
            if (text.Length < Head || text[..Head].ContainsAnyExceptInRange('0', '9'))
            {
                return null;
            }

            var tag = text[..2].ToString();
            var length = (text[2] - '0') * 10 + (text[3] - '0');
            if (text.Length < Head + length || fields.Exists(field => field.Tag == tag))
            {
                return null;
            }

            fields.Add(new(tag, text.Slice(Head, length).ToString()));
            text = text[(Head + length)..];
        }

        return fields;
    }
}
