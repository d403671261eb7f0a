using Kim.Market.Domain;
using Kim.Market.Web.Features.Checks;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Kim.Market.Web.Printing;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>A certificate of attendance as it is printed, and as everybody may ask whether it holds: there the person is two letters.</summary>
public sealed class CertificatePaper(CoachingCertificates certificates, PaperPress press, Words words) : ICheckedKind
{
    public char Letter => Domain.Coachings.Attendance.CodeKind;

    /// <param name="name">As its owner typed it.</param>
    public byte[] Print(OwnAttendance own, string name, string site)
    {
        var code = CodeOf(own);
        return press.Print(new Paper(
            words["Sertifikat kehadiran"], name, words["{0}, sidik {1}, diterbitkan {2}", code, own.Mark, IssuedOn(own)], new DateTimeOffset(own.CertifiedAt!.Value),
            [
                new PaperText(words["Telah hadir di {0} yang diadakan dinas {1}.", words.Of(own.Terms.Kind), own.Office]),
                new PaperFacts(Facts(own)),
                new PaperHeading(words["Pokok bahasan"]),
                .. own.Terms.Topics.Select(topic => new PaperText(topic)),
                new PaperNotice(words["Nama ditulis sendiri oleh pemegang akun yang hadir. Apakah sertifikat ini masih berlaku terbaca di {0}.", $"{site}/periksa/{code.Value}"]),
            ])
        {
            Cover = new(Qr.Modules($"{site}/periksa/{code.Value}"), code.ToString(), words["Masih berlaku? Pindai kodenya."]),
        });
    }

    public async Task<CheckedPaper?> FindAsync(PaperCode code, CancellationToken ct)
    {
        if (await certificates.FindAsync(code, ct) is not { } own)
        {
            return null;
        }

        var name = await certificates.NameOfAsync(own.AttendanceId, ct);
        return new(
            words["Sertifikat kehadiran"], own.Terms.Title, IssuedOn(own), own.Mark,
            own.Revoked is { } reason ? [new CheckedChange(words["Kehadiran"], words["hadir"], words["dicoret dinas: {0}", reason])] : [],
            [new PaperHeading(words["Pembinaan"]), new PaperItem(own.Terms.Title, words.Of(own.Terms.Kind), null, [.. Facts(own), (words["Inisial"], name is null ? "–" : Initials(name))])],
            own.Terms.IsOpen ? new Crumb(words["Tentang pembinaan ini"], $"~/pembinaan/{own.CoachingId}") : new Crumb(words["Pembinaan KIM"], "~/pembinaan"));
    }

    /// <summary>The first letters of at most three names: enough to hold a paper against its check, too little to find anybody.</summary>
    internal static string Initials(string name) =>
        string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => char.IsLetter(part[0])).Take(3).Select(part => $"{char.ToUpperInvariant(part[0])}."));

    private (string Name, string Value)[] Facts(OwnAttendance own) =>
    [
        (words["Pembinaan"], own.Terms.Title), (words["Hari"], CoachingWords.Days(own.Terms, isFull: true)), (words["Tempat"], $"{own.Terms.Place}, {own.Place}"),
        (words["Hadir untuk"], own.For), (words["Penyelenggara"], words["Dinas {0}", own.Office]),
    ];

    private static PaperCode CodeOf(OwnAttendance own) => PaperCode.TryParse(own.Code, out var code) ? code : throw new InvalidOperationException("It was issued with a code.");

    private static string IssuedOn(OwnAttendance own) => DateFormat.Full(new DateTimeOffset(own.CertifiedAt!.Value), CoachingWords.ZoneOf(own.Terms.Village));
}
