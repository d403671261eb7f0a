using System.Text.RegularExpressions;

namespace Kim.Market.Domain.Certificates;

/// <summary>
/// How the numbers of certificates usually look. Forms change with the law and old papers stay good, so a number that looks
/// different is warned about and never refused.
/// </summary>
public static partial class CertificateForm
{
    /// <summary>Whether a number looks as those of its kind do (NIB: 13 digits; P-IRT: 15, PerBPOM 4/2024; MD or ML and 12 to 18; halal: ID and 12 to 20).</summary>
    public static bool IsUsual(CertificateKind kind, string number)
    {
        var bare = Filling().Replace(number, "");
        return kind switch
        {
            CertificateKind.Nib => Nib().IsMatch(bare),
            CertificateKind.PIrt => PIrt().IsMatch(bare),
            CertificateKind.Md => Md().IsMatch(bare),
            CertificateKind.Halal => Halal().IsMatch(bare),
            _ => bare.Length <= Limits.TrademarkNumber,
        };
    }

    /// <summary>Whether a certificate of this kind may hold without a last day: while the business runs (NIB), or by law (halal, Perppu 2/2022).</summary>
    public static bool MayLast(CertificateKind kind) => kind is CertificateKind.Nib or CertificateKind.Halal;

    // A NIK has sixteen digits and nothing else; none of these numbers has.
    internal static bool IsPerson(string number) => Nik().IsMatch(Filling().Replace(number, ""));

    [GeneratedRegex(@"[\s.\-/]|^(P-?IRT|NIB|BPOM\s*RI|No)[\s.:]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Filling();

    [GeneratedRegex(@"^\d{13}$")]
    private static partial Regex Nib();

    [GeneratedRegex(@"^(No)?\d{15}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PIrt();

    [GeneratedRegex(@"^(BPOMRI)?M[DL]\d{12,18}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Md();

    [GeneratedRegex(@"^ID\d{12,20}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Halal();

    [GeneratedRegex(@"^\d{16}$")]
    private static partial Regex Nik();
}
