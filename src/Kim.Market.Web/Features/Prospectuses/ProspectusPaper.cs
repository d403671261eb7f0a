using Kim.Market.Domain;
using Kim.Market.Domain.Potentials;
using Kim.Market.Domain.Prospectuses;
using Kim.Market.Web.Features.Potentials;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Kim.Market.Web.Printing;

namespace Kim.Market.Web.Features.Prospectuses;

/// <summary>Lays out what is said of a village, for the screen and for paper alike.</summary>
public sealed class ProspectusPaper(Words words, PaperPress press)
{
    /// <summary>More pages nobody reads to the end.</summary>
    public const int MostPages = 6;

    // How many of each section are tried, until all of it fits.
    private static readonly int[] Rooms = [60, 40, 26, 18, 12, 8, 5, 3];

    private const int Everything = Limits.Claims;

    /// <summary>The document: its code, and what does not fit, are on it.</summary>
    /// <param name="site">Scheme and host by which the world knows this site.</param>
    public byte[] Print(IssuedProspectus issued, string site)
    {
        var day = DateFormat.Full(issued.At, Zone.Of(issued.Village.TimeZone));
        var address = $"{site}/periksa/{issued.Code.Value}";
        return press.PrintWithin(MostPages, Rooms.Select(room => new Paper(
            words["Prospektus {0} {1}", issued.Village.Word, issued.Village.Name], issued.Village.FullPlaceText,
            words["{0}, sidik {1}, diterbitkan {2}", issued.Code, issued.Mark, day], issued.At,
            [.. Blocks(issued.Village, issued.Claims, issued.At, room, site), .. About(issued, address)])
        {
            Cover = new(Qr.Modules(address), issued.Code.ToString(), words["Masih berlaku? Pindai kodenya."]),
        }));
    }

    /// <summary>What is said, section by section.</summary>
    /// <param name="at">The moment whose truth it is: what this site counts bears its day, and figures are as old as then.</param>
    /// <param name="room">How much of each section at most.</param>
    /// <param name="site">What addresses begin with; empty where they need not be written out.</param>
    public IReadOnlyList<PaperBlock> Blocks(Region village, IReadOnlyList<Claim> claims, DateTimeOffset at, int room = Everything, string site = "")
    {
        var today = DateFormat.DayIn(at, Zone.Of(village.TimeZone));
        var said = claims.ToLookup(claim => claim.Kind);
        var potentials = said[ClaimKind.Potential].Select(title => new SaidPotential(title, claims.Where(claim => claim.Subject == title.Subject).ToLookup(claim => claim.Kind))).ToList();
        var more = $"{site}/desa/{village.Code}";
        return
        [
            Tiles(said, today),
            .. Standing(said),
            .. Section(words["Kenali: potensi desa"], potentials.Where(potential => potential.IsPlain).ToList(), room, $"{more}/potensi", Known),
            .. Figures(potentials, today, room * 2, $"{more}/potensi"),
            .. Section(words["Kunjungi"], potentials.Where(potential => potential.Has(ClaimKind.Route)).ToList(), room, $"{more}/potensi", Journey),
            .. Seasons(said, potentials, room, more),
            .. Goods(said, room * 2, more),
            .. Sellers(said, room * 3, more),
            .. Openings(potentials, room, $"{more}/potensi"),
            .. Contact(said, village, room, site),
        ];
    }

    private PaperTiles Tiles(ILookup<ClaimKind, Claim> said, DateOnly today)
    {
        var asOf = words["Pasar KIM, per {0}", DateFormat.Full(today)];
        return new(
        [
            .. new[] { ClaimKind.Groups, ClaimKind.Businesses, ClaimKind.Products, ClaimKind.Orders, ClaimKind.Turnover }
                .SelectMany(kind => said[kind]).Select(claim => (words.ValueOf(claim), words.Of(claim.Kind), asOf)),
        ]);
    }

    // How old it is stands there in its year.
    private IEnumerable<PaperItem> Standing(ILookup<ClaimKind, Claim> said) =>
        said[ClaimKind.VillageIndex].Concat(said[ClaimKind.TourismClass]).Select(claim => (words.Of(claim.Kind), words.ValueOf(claim))).ToList() is { Count: > 0 } facts
            ? [new(words["Status desa"], null, null, facts)]
            : [];

    private PaperItem Known(SaidPotential potential) => new(
        potential.Title.Value, Tag(potential, ClaimKind.Category), potential[ClaimKind.About]?.Value,
        [(words["Menurut"], Source(potential))], potential.Title.Link);

    private PaperItem Journey(SaidPotential potential) => new(
        potential.Title.Value, Tag(potential, ClaimKind.Attraction), potential[ClaimKind.About]?.Value,
        [
            .. Facts(potential, ClaimKind.Route, ClaimKind.Ticket, ClaimKind.Hours, ClaimKind.Lodging, ClaimKind.Signal, ClaimKind.Facilities, ClaimKind.Spot),
            (words["Menurut"], Source(potential)),
        ],
        potential.Title.Link);

    private PaperItem Opening(SaidPotential potential) => new(
        potential.Title.Value, Tag(potential, ClaimKind.Readiness), null,
        [.. Facts(potential, ClaimKind.Need, ClaimKind.Worth, ClaimKind.Land), (words["Menurut"], Source(potential))], potential.Title.Link);

    private string? Tag(SaidPotential potential, ClaimKind kind) => potential[kind] is { } claim ? words.ValueOf(claim) : null;

    private string Source(SaidPotential potential) => potential.Title.CheckedOn is { } day
        ? words["{0}, diperiksa dinas {1}", potential.Title.Source, DateFormat.Full(day)]
        : potential.Title.Source;

    private IEnumerable<(string, string)> Facts(SaidPotential potential, params ClaimKind[] kinds) =>
        kinds.Select(kind => potential[kind]).OfType<Claim>().Select(claim => (words.Of(claim.Kind), words.ValueOf(claim)));

    private IEnumerable<PaperBlock> Figures(List<SaidPotential> potentials, DateOnly today, int room, string more)
    {
        var figures = potentials.SelectMany(potential => potential.All(ClaimKind.Figure).Select(claim => (potential.Title, Figure: ClaimWords.FigureOf(claim)))).ToList();
        if (figures.Count == 0)
        {
            return [];
        }

        return
        [
            new PaperHeading(words["Desa dalam angka"]),
            new PaperTable(
                [new(words["Angka"], 4), new(words["Jumlah"], 2.4, IsNumber: true), new("", 0.2), new(words["Tahun"], 0.9), new(words["Sumber"], 3), new(words["Berlaku"], 2.2)],
                [
                    .. figures.Take(room).Select(row => new[]
                    {
                        $"{row.Figure.Name} ({row.Title.Value})", QuantityFormat.Of(row.Figure.Amount, row.Figure.Unit), "", $"{row.Figure.Year}", row.Figure.Source,
                        row.Figure.IsStale(today) ? words["lama: {0}", words.Age(row.Figure, today)]
                            : row.Figure.ValidUntil is { } until ? words["sampai {0}", DateFormat.Full(until)]
                            : words["sampai akhir {0}", $"{row.Figure.Year + Figure.KeepsFor}"],
                    }),
                ]),
            .. Rest(figures.Count - room, more),
        ];
    }

    private IEnumerable<PaperBlock> Seasons(ILookup<ClaimKind, Claim> said, List<SaidPotential> potentials, int room, string more)
    {
        var sold = said[ClaimKind.Sold].ToDictionary(claim => claim.Subject);
        List<PaperSeason> rows =
        [
            .. said[ClaimKind.Season].Select(claim => new PaperSeason(claim.Label, ClaimWords.MonthsOf(claim), ClaimWords.MonthsOf(sold.GetValueOrDefault(claim.Subject)))),
            .. potentials.Where(potential => potential.Has(ClaimKind.Months)).Select(potential => new PaperSeason(potential.Title.Value, ClaimWords.MonthsOf(potential[ClaimKind.Months]), [])),
        ];
        return rows.Count == 0 ? [] :
        [
            new PaperHeading(words["Kalender musim"]),
            new PaperText(words["Kuning: musimnya, menurut penjual atau KIM. Biru: bulan yang terjual lewat Pasar KIM dalam 12 bulan terakhir."]),
            new PaperSeasons([.. rows.Take(room)]),
            .. Rest(rows.Count - room, more),
        ];
    }

    private IEnumerable<PaperBlock> Goods(ILookup<ClaimKind, Claim> said, int room, string more)
    {
        var (goods, all) = (said[ClaimKind.Product].ToList(), said[ClaimKind.Products].Select(ClaimWords.Whole).FirstOrDefault());
        return goods.Count == 0 ? [] :
        [
            new PaperHeading(words["Produk"]),
            new PaperTable(
                [new(words["Produk"], 5), new(words["Harga"], 2.2, IsNumber: true), new("", 0.2), new(words["Satuan"], 1.8), new(words["Penjual"], 3.4)],
                [.. goods.Take(room).Select(claim => new[] { claim.Label, RupiahFormat.Full(ClaimWords.Whole(claim)), "", claim.Unit, claim.Source })]),
            .. Rest((int)all - Math.Min(room, goods.Count), more),
        ];
    }

    private IEnumerable<PaperBlock> Sellers(ILookup<ClaimKind, Claim> said, int room, string more)
    {
        var (sellers, all) = (said[ClaimKind.Business].ToList(), said[ClaimKind.Businesses].Select(ClaimWords.Whole).FirstOrDefault());
        return sellers.Count == 0 ? [] :
        [
            new PaperHeading(words["Penjual"]),
            new PaperText(string.Join(" · ", sellers.Take(room).Select(claim => claim.Label))),
            .. Rest((int)all - Math.Min(room, sellers.Count), more),
        ];
    }

    private IEnumerable<PaperBlock> Openings(List<SaidPotential> potentials, int room, string more)
    {
        var openings = potentials.Where(potential => potential.Has(ClaimKind.Need)).ToList();
        return openings.Count == 0 ? [] :
        [
            new PaperHeading(words["Investasi: yang dicari desa"]),
            new PaperNotice(words["Promosi, bukan penawaran efek. Periksa sendiri di tempat sebelum memutuskan."]),
            .. openings.Take(room).Select(Opening),
            .. Rest(openings.Count - room, more),
        ];
    }

    private IEnumerable<PaperBlock> Contact(ILookup<ClaimKind, Claim> said, Region village, int room, string site)
    {
        var (groups, ask) = (said[ClaimKind.Group].ToList(), $"/desa/{village.Code}/tanya");
        return groups.Count == 0 ? [] :
        [
            new PaperHeading(words["Hubungi"]),
            new PaperText(words["Bertanya, berkunjung, atau bekerja sama: mulailah dari Komunitas Informasi Masyarakat (KIM) di desa ini."]),
            new PaperItem(words["Bertanya tanpa akun"], null, null, site.Length > 0 ? [(words["Halaman"], $"{site}{ask}")] : [], ask),
            .. groups.Take(room).Select(group => new PaperItem(group.Label, words.ValueOf(group), null, site.Length > 0 ? [(words["Halaman"], $"{site}{group.Link}")] : [], group.Link)),
            .. Rest(groups.Count - room, $"{site}/kim"),
        ];
    }

    private IEnumerable<PaperBlock> About(IssuedProspectus issued, string address) =>
    [
        new PaperHeading(words["Tentang dokumen ini"]),
        new PaperText(words["Angka desa ditulis KIM dan diperiksa dinas; masing-masing dengan tahun dan sumbernya. Produk, penjual, dan pesanan dihitung Pasar KIM dari catatan peristiwa, pada {0}.",
            DateFormat.Moment(issued.At, Zone.Of(issued.Village.TimeZone))]),
        new PaperText(words["Buka {0}: di sana tertulis apakah isi dokumen ini masih berlaku, dan bila tidak, apa yang berubah. Yang tertulis di sana yang benar.", address]),
        new PaperText(words["Sidik isi (SHA-256): {0}", issued.Fingerprint]),
    ];

    private IEnumerable<PaperBlock> Section(string heading, List<SaidPotential> potentials, int room, string more, Func<SaidPotential, PaperItem> item) => potentials.Count == 0 ? [] :
    [
        new PaperHeading(heading),
        .. potentials.Take(room).Select(item),
        .. Rest(potentials.Count - room, more),
    ];

    private IEnumerable<PaperText> Rest(int count, string more) => count > 0 ? [new(words["{0} lagi tidak muat di sini: {1}", count, more])] : [];

    /// <summary>A potential with all that is said of it.</summary>
    private sealed record SaidPotential(Claim Title, ILookup<ClaimKind, Claim> Parts)
    {
        /// <summary>What one neither travels to nor brings money for.</summary>
        public bool IsPlain => !Has(ClaimKind.Route) && !Has(ClaimKind.Need);

        public Claim? this[ClaimKind kind] => Parts[kind].FirstOrDefault();

        public bool Has(ClaimKind kind) => Parts[kind].Any();

        public IEnumerable<Claim> All(ClaimKind kind) => Parts[kind];
    }
}
