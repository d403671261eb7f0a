using System.Diagnostics.CodeAnalysis;

namespace Kim.Market.Domain.Payments;

/// <summary>Where a seller is paid by transfer. Who reads it is told by the name which account is meant; no bank is asked here.</summary>
public sealed record BankAccount(string Bank, string Number, string Holder)
{
    public const int LongestBank = 40;
    public const int LongestHolder = 60;
    private const int FewestDigits = 5;
    private const int MostDigits = 20;

    /// <summary>The number as people read it aloud: in fours.</summary>
    public string Spaced => string.Join(' ', Number.Chunk(4).Select(digits => new string(digits)));

    /// <summary>Takes numbers as they are written, with spaces, points and dashes.</summary>
    public static bool TryRead(
        string? bank, string? number, string? holder, [NotNullWhen(true)] out BankAccount? account, [NotNullWhen(false)] out Refusal? refusal)
    {
        var (atBank, of) = (Tidy(bank), Tidy(holder));
        var digits = string.Concat((number ?? "").Where(letter => letter is not (' ' or '.' or '-')));
        refusal =
            atBank.Length is 0 or > LongestBank ? BankAccountRefusals.Bank
            : digits.Length is < FewestDigits or > MostDigits || !digits.All(char.IsAsciiDigit) ? BankAccountRefusals.Number
            : of.Length is 0 or > LongestHolder ? BankAccountRefusals.Holder
            : null;
        account = refusal is null ? new(atBank, digits, of) : null;
        return account is not null;
    }

    private static string Tidy(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
