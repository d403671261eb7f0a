using System.Buffers;
using System.Net.Mail;

namespace Kim.Market.Web.Features.Notices;

/// <summary>An e-mail address as somebody types it.</summary>
public static class Mailbox
{
    private const int Longest = 254;

    private static readonly SearchValues<char> Never = SearchValues.Create("<>\",;\\");

    /// <summary>Null for whatever a letter cannot be sent to.</summary>
    public static string? Read(string? typed) =>
        typed?.Trim() is { Length: > 5 and <= Longest } text && text.AsSpan().IndexOfAnyInRange('\0', ' ') < 0 && text.AsSpan().IndexOfAny(Never) < 0
        && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal) && text.All(char.IsAscii)
            ? text
            : null;
}
