using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Kim.Market.Domain;
using Kim.Market.Web.Features.Search;

namespace Kim.Market.Web.Features.Demand;

/// <summary>Words that somebody searched for, as far as they may be counted.</summary>
public static class DemandTerm
{
    /// <summary>Different visitors below whom nothing is shown or kept in clear (Satu Data: cells of fewer than five persons are withheld).</summary>
    public const int Fewest = 5;

    /// <summary>How far back searches count.</summary>
    public const int Days = 30;

    private const int Longest = 40;
    private const int MostWords = 5;
    private const int ShortestWord = 3;

    // "minyak 2 liter", "kemeja xl 42": no more than that; a number of a telephone or a card has more.
    private const int MostDigits = 3;

    /// <summary>Null for what may be a person's own: an address, a number; and for what is no thing that could be made.</summary>
    public static string? Of(SearchTerms terms, string? typed) =>
        terms.IsEmpty || terms.Text.Length > Longest || terms.Words.Length > MostWords || typed!.Contains('@', StringComparison.Ordinal)
        || typed.Contains("://", StringComparison.Ordinal) || PublicText.HoldsNumber(typed) || terms.Text.Count(char.IsDigit) > MostDigits
        || !Array.Exists(terms.Words, word => word.Length >= ShortestWord && word.All(char.IsLetter))
            ? null
            : terms.Text;

    internal static long MarkOf(byte[] secret, string term) => BinaryPrimitives.ReadInt64LittleEndian(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"term {term}")));

    /// <summary>Of an address and a browser: four bytes, which many share and nothing leads back from.</summary>
    internal static int VisitorOf(byte[] secret, string party) => BinaryPrimitives.ReadInt32LittleEndian(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"visitor {party}")));
}
