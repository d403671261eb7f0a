using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Till;

/// <summary>Says what keeps a typed text from being a WhatsApp number, and what to write instead.</summary>
public static class NumberAdvice
{
    private const int Fewest = 10;
    private const int Most = 13;

    public static string For(string typed, Words words)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        if (digits.Length == 0 || typed.Any(char.IsLetter))
        {
            return words["Tulis nomornya dengan angka saja, contoh 0812-3456-7890."];
        }

        var local = Local(digits);
        return local.Length < Fewest ? words["Baru {0} angka. Tulis 10 sampai 13 angka, contoh 0812-3456-7890.", local.Length]
            : local.Length > Most ? words["Ada {0} angka, terlalu banyak. Tulis 10 sampai 13 angka, contoh 0812-3456-7890.", local.Length]
            : words["Nomor WhatsApp dimulai dengan 08 atau +62 8, contoh 0812-3456-7890."];
    }

    // Counted as people count: 0812… has as many digits as they see, +62 812… as many as it has with its zero.
    private static string Local(string digits) =>
        digits.StartsWith("0062", StringComparison.Ordinal) ? "0" + digits[4..]
        : digits.StartsWith("62", StringComparison.Ordinal) ? "0" + digits[2..]
        : digits;
}
