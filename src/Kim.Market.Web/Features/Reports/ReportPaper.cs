using System.Globalization;
using Kim.Market.Domain.Reports;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Results;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Kim.Market.Web.Printing;
using Npgsql;

namespace Kim.Market.Web.Features.Reports;

/// <summary>Lays out a report, for the screen and for paper alike.</summary>
public sealed class ReportPaper(NpgsqlDataSource db, Words words, PaperPress press)
{
    public string TitleOf(IssuedReport issued) =>
        words["Laporan hasil KIM dan UMKM, {0}", ReportPeriod.NameOf(words, issued.Said.From, issued.Said.Until)];

    /// <summary>What the places in it are called.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(ReportIssued said, CancellationToken ct) => (await db.RowsAsync<Named>(
            $"select code, name from app.regions where code = {said.Region.Value} or parent = {said.Region.Value}", ct))
        .ToDictionary(place => place.Code, place => place.Name);

    public string NameOf(ReportLine line, IReadOnlyDictionary<string, string> names) => line.Part switch
    {
        ReportPart.Figure => LedgerFigure.Find(line.Key) is { } figure ? words.NameOf(figure) : line.Key,
        ReportPart.Month => words["Nilai {0}", DateFormat.Month(MonthOf(line))],
        _ => words["Nilai di {0}", names.GetValueOrDefault(line.Key, line.Key)],
    };

    /// <summary>The number, with the one beside it where both belong together.</summary>
    public string ValueOf(ReportLine line) => line.Part switch
    {
        ReportPart.Figure => $"{Total(line, line.Value)} ({words["setahun sebelumnya {0}", Total(line, line.Beside)]})",
        ReportPart.Month => words["{0} dari {1} pesanan", RupiahFormat.Full(line.Value), line.Beside],
        _ => RupiahFormat.Full(line.Value),
    };

    public IReadOnlyList<PaperBlock> Blocks(IssuedReport issued, IReadOnlyDictionary<string, string> names)
    {
        var said = issued.Said;
        var (known, stated) = (Figures(said, areStated: false), Figures(said, areStated: true));
        List<ReportLine> months = [.. said.Lines.Where(line => line.Part == ReportPart.Month)];
        List<ReportLine> places = [.. said.Lines.Where(line => line.Part == ReportPart.Place)];
        return
        [
            new PaperHeading(words["Angka utama"]),
            TableOf(known, names),
            .. stated.Count == 0 ? Array.Empty<PaperBlock>() : [new PaperHeading(words["Dinyatakan sendiri"]), TableOf(stated, names)],
            .. months.Count == 0 ? Array.Empty<PaperBlock>() :
            [
                new PaperHeading(words["Nilai pesanan selesai per bulan"]),
                new PaperBars([.. months.Select(line => (DateFormat.Month(MonthOf(line)), line.Value, ValueOf(line)))]),
            ],
            .. places.Count == 0 ? Array.Empty<PaperBlock>() :
            [
                new PaperHeading(words["Nilai pesanan selesai menurut tempat"]),
                new PaperTable(
                    [new(words["Tempat"], 5), new(words["Kode"], 2), new(words["Nilai"], 3, IsNumber: true)],
                    [.. places.Select(line => new[] { names.GetValueOrDefault(line.Key, line.Key), line.Key, ValueOf(line) })]),
            ],
            new PaperHeading(words["Cara menghitung"]),
            new PaperText(words["Setiap angka bisa dibuka di meja dinas sampai ke baris dan kejadiannya. Hari dan bulan menurut WITA."]),
            new PaperTable(
                [new(words["Angka"], 3), new(words["Cara menghitung"], 7)],
                [.. known.Concat(stated).Select(line => LedgerFigure.Find(line.Key)).OfType<LedgerFigure>().Select(figure => new[] { words.NameOf(figure), words.MethodOf(figure) })]),
        ];
    }

    /// <summary>What is to be known of the paper itself.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts(IssuedReport issued) =>
    [
        (words["Wilayah"], issued.Region.FullPlaceText),
        (words["Kurun"], words["{0} sampai {1}", DateFormat.Full(issued.Said.From), DateFormat.Full(issued.Said.Until)]),
        (words["Sudut pandang"], issued.Said.IsAsKnown ? words["saat itu: seperti yang diketahui pada hari terakhirnya"] : words["terkoreksi: seperti yang diketahui saat diterbitkan"]),
        (words["Diterbitkan"], DateFormat.Moment(issued.Said.At, Zone.Wita)),
        (words["Kode"], issued.Code.ToString()),
        (words["Sidik data"], issued.Mark),
    ];

    /// <param name="site">Scheme and host by which the world knows this site.</param>
    public async Task<byte[]> PrintAsync(IssuedReport issued, string site, CancellationToken ct)
    {
        var address = $"{site}/periksa/{issued.Code.Value}";
        return press.Print(new(
            TitleOf(issued), issued.Region.FullPlaceText, words["{0}, sidik {1}, keadaan {2}", issued.Code, issued.Mark, DateFormat.Full(issued.Said.Until)], issued.Said.At,
            [
                new PaperFacts([.. Facts(issued), (words["Periksa di"], address)], Qr.Modules(address)),
                .. Blocks(issued, await NamesAsync(issued.Said, ct)),
            ])
        {
            Letterhead = new(issued.Said.Letterhead.Government, issued.Said.Letterhead.Name, issued.Said.Letterhead.Address),
        });
    }

    internal static DateOnly MonthOf(ReportLine line) => DateOnly.ParseExact(line.Key, "yyyy-MM", CultureInfo.InvariantCulture);

    // What is said stands apart from what is known.
    private static List<ReportLine> Figures(ReportIssued said, bool areStated) =>
        [.. said.Lines.Where(line => line.Part == ReportPart.Figure && (LedgerFigure.Find(line.Key)?.Metrics[0] == Metric.OutsideSale) == areStated)];

    private PaperTable TableOf(List<ReportLine> figures, IReadOnlyDictionary<string, string> names) => new(
        [new(words["Angka"], 5), new(words["Hasil"], 2.4, IsNumber: true), new(words["Setahun sebelumnya"], 2.4, IsNumber: true)],
        [.. figures.Select(line => new[] { NameOf(line, names), Total(line, line.Value), Total(line, line.Beside) })]);

    private static string Total(ReportLine line, long value) => LedgerFigure.Find(line.Key) is not { } figure ? NumberFormat.Whole(value)
        : figure.Measure == Measure.MedianMinutes && value == 0 ? "–" : FigureWords.TotalOf(figure, value);

    private sealed record Named(string Code, string Name);
}
