using System.Diagnostics.CodeAnalysis;

namespace Kim.Market.Domain;

/// <summary>
/// The code on a paper by which everybody can ask whether it still says what is true: twelve letters and digits that cannot be taken
/// for one another, the first of them its kind, the last a check (ISO 7064, hybrid, base 32): a slip of one sign is noticed at once.
/// </summary>
public readonly record struct PaperCode
{
    public const int Length = 12;
    private const int Group = 4;

    // Neither I, L, O nor U: Crockford's alphabet.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private readonly string? _code;

    private PaperCode(string code) => _code = code;

    public string Value => _code ?? "";

    /// <summary>What kind of paper bears it.</summary>
    public char Kind => Value[0];

    /// <param name="kind">A letter of the alphabet.</param>
    /// <param name="drawn">Seven bytes or more; the first fifty bits count.</param>
    public static PaperCode Of(char kind, ReadOnlySpan<byte> drawn)
    {
        Span<char> code = stackalloc char[Length];
        code[0] = kind;
        for (var i = 0; i < Length - 2; i++)
        {
            var bit = i * 5;
            var two = (drawn[bit / 8] << 8) | drawn[(bit / 8) + 1];
            code[i + 1] = Alphabet[(two >> (11 - (bit % 8))) & 31];
        }

        code[^1] = Check(code[..^1]);
        return new(new string(code));
    }

    /// <summary>Reads what somebody typed: in either case, with spaces or dashes anywhere, and with an O for a zero.</summary>
    public static bool TryParse([NotNullWhen(true)] string? typed, out PaperCode code)
    {
        code = default;
        Span<char> letters = stackalloc char[Length];
        var count = 0;
        foreach (var sign in typed ?? "")
        {
            if (sign is ' ' or '-' or '.' or '\u00a0' or '\u2013')
            {
                continue;
            }

            var letter = char.ToUpperInvariant(sign) switch { 'O' => '0', 'I' or 'L' => '1', 'U' => 'V', var plain => plain };
            if (count == Length || !Alphabet.Contains(letter, StringComparison.Ordinal))
            {
                return false;
            }

            letters[count++] = letter;
        }

        if (count != Length || Check(letters[..^1]) != letters[^1])
        {
            return false;
        }

        code = new(new string(letters));
        return true;
    }

    /// <summary>As it is printed and read out: <c>P7K3-M9TX-2D4H</c>.</summary>
    public override string ToString() => Value.Length == Length ? $"{Value[..Group]}-{Value[Group..(2 * Group)]}-{Value[(2 * Group)..]}" : "";

    private static char Check(ReadOnlySpan<char> code)
    {
        var size = Alphabet.Length;
        var product = size;
        foreach (var letter in code)
        {
            var sum = (product + Alphabet.IndexOf(letter, StringComparison.Ordinal)) % size;
            product = (sum == 0 ? size : sum) * 2 % (size + 1);
        }

        return Alphabet[(size + 1 - product) % size];
    }
}
