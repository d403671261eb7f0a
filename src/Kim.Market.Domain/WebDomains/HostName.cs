using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Kim.Market.Domain.WebDomains;

/// <summary>A name in the DNS as machines write it: lower case, ASCII, without a dot at its end (RFC 1035, RFC 5891).</summary>
public readonly record struct HostName
{
    private const int Longest = 253;
    private const int LongestLabel = 63;
    private const string Usual = "www.";

    private static readonly IdnMapping Ascii = new() { UseStd3AsciiRules = true };

    private HostName(string value) => Value = value;

    public string Value { get; }

    /// <summary>Takes what people write: with or without <c>https://</c>, <c>www.</c>, capitals, or letters that ASCII does not have.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out HostName? host)
    {
        host = null;
        var typed = (text ?? "").Trim();
        foreach (var scheme in (string[])["https://", "http://"])
        {
            typed = typed.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? typed[scheme.Length..] : typed;
        }

        typed = typed.TrimEnd('/').TrimEnd('.');
        if (typed.Length is 0 or > Longest)
        {
            return false;
        }

        string name;
        try
        {
            name = Ascii.GetAscii(typed).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return false;
        }

        name = name.StartsWith(Usual, StringComparison.Ordinal) ? name[Usual.Length..] : name;
        if (!IsName(name))
        {
            return false;
        }

        host = new(name);
        return true;
    }

    /// <summary>Whether both lie in the same zone of names: this one is the other, or one below it.</summary>
    public bool IsWithin(string other) =>
        Value.Equals(other, StringComparison.OrdinalIgnoreCase) || Value.EndsWith("." + other, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Value;

    // The last label of a name is never a number: an address of four numbers is none.
    private static bool IsName(string name)
    {
        var labels = name.Split('.');
        return name.Length <= Longest && labels.Length >= 2 && Array.TrueForAll(labels, IsLabel) && !labels[^1].All(char.IsAsciiDigit);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-'
        && label.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
