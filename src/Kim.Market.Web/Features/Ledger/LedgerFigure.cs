namespace Kim.Market.Web.Features.Ledger;

/// <summary>How the entries of a figure become one number.</summary>
public enum Measure
{
    /// <summary>As many as there are.</summary>
    Count,

    /// <summary>What their goods came to, in rupiah.</summary>
    Rupiah,

    /// <summary>How many people they state.</summary>
    People,

    /// <summary>Half of them took no longer, in minutes.</summary>
    MedianMinutes,
}

/// <summary>What is counted once, however many entries there are of it.</summary>
public enum Once { Each, Business, Village, District, Group }

/// <summary>Which entries of its metrics a figure counts.</summary>
public enum Only
{
    All,

    /// <summary>Of businesses that have something on an open stall on that day.</summary>
    ActiveBusinesses,

    /// <summary>Of numbers that had ordered before.</summary>
    Returning,

    /// <summary>Whose buyers said where the goods go.</summary>
    Placed,

    /// <summary>Whose goods left the seller's kabupaten.</summary>
    Afar,
}

/// <summary>A figure of the desk: what it counts, and so which rows it opens to.</summary>
/// <param name="Slug">The last part of the address of its rows.</param>
public sealed record LedgerFigure(string Slug, Measure Measure, Once Once, Only Only, params Metric[] Metrics)
{
    public static readonly LedgerFigure AwakeGroups = new("kim-aktif", Measure.Count, Once.Each, Only.All, Metric.AwakeGroup);
    public static readonly LedgerFigure QuietGroups = new("kim-sepi", Measure.Count, Once.Each, Only.All, Metric.QuietGroup);
    public static readonly LedgerFigure StillGroups = new("kim-vakum", Measure.Count, Once.Each, Only.All, Metric.StillGroup);
    public static readonly LedgerFigure Villages = new("desa-ber-kim", Measure.Count, Once.Village, Only.All, Metric.AwakeGroup, Metric.QuietGroup, Metric.StillGroup);
    public static readonly LedgerFigure Districts = new("kecamatan-ber-kim", Measure.Count, Once.District, Only.All, Metric.AwakeGroup, Metric.QuietGroup, Metric.StillGroup);
    public static readonly LedgerFigure Women = new("anggota-perempuan", Measure.People, Once.Each, Only.All, Metric.Women);
    public static readonly LedgerFigure Men = new("anggota-laki-laki", Measure.People, Once.Each, Only.All, Metric.Men);
    public static readonly LedgerFigure Businesses = new("umkm-aktif", Measure.Count, Once.Each, Only.All, Metric.ActiveBusiness);
    public static readonly LedgerFigure Products = new("produk-tayang", Measure.Count, Once.Each, Only.All, Metric.Product);
    public static readonly LedgerFigure Nib = new("umkm-ber-nib", Measure.Count, Once.Business, Only.ActiveBusinesses, Metric.Nib);
    public static readonly LedgerFigure PIrt = new("umkm-ber-pirt", Measure.Count, Once.Business, Only.ActiveBusinesses, Metric.PIrt);
    public static readonly LedgerFigure Halal = new("umkm-bersertifikat-halal", Measure.Count, Once.Business, Only.ActiveBusinesses, Metric.Halal);
    public static readonly LedgerFigure Placed = new("pesanan-masuk", Measure.Count, Once.Each, Only.All, Metric.PlacedOrder);
    public static readonly LedgerFigure Completed = new("pesanan-selesai", Measure.Count, Once.Each, Only.All, Metric.CompletedOrder);
    public static readonly LedgerFigure Turnover = new("nilai", Measure.Rupiah, Once.Each, Only.All, Metric.CompletedOrder);
    public static readonly LedgerFigure Returning = new("dari-pembeli-kembali", Measure.Count, Once.Each, Only.Returning, Metric.CompletedOrder);
    public static readonly LedgerFigure Located = new("dengan-tujuan", Measure.Count, Once.Each, Only.Placed, Metric.CompletedOrder);
    public static readonly LedgerFigure Afar = new("ke-luar-kabupaten", Measure.Count, Once.Each, Only.Afar, Metric.CompletedOrder);
    public static readonly LedgerFigure AnswerTime = new("waktu-jawab", Measure.MedianMinutes, Once.Each, Only.All, Metric.Answer);
    public static readonly LedgerFigure Rejected = new("ditolak", Measure.Count, Once.Each, Only.All, Metric.RejectedOrder);
    public static readonly LedgerFigure Cancelled = new("dibatalkan", Measure.Count, Once.Each, Only.All, Metric.CancelledOrder);
    public static readonly LedgerFigure Unanswered = new("tidak-dijawab", Measure.Count, Once.Each, Only.All, Metric.UnansweredOrder);
    public static readonly LedgerFigure Complaints = new("keluhan", Measure.Count, Once.Each, Only.All, Metric.Complaint);
    public static readonly LedgerFigure Enquiries = new("pertanyaan", Measure.Count, Once.Each, Only.All, Metric.Enquiry);
    public static readonly LedgerFigure TimelyAnswers = new("dijawab-tepat-waktu", Measure.Count, Once.Each, Only.All, Metric.TimelyAnswer);

    public static readonly LedgerFigure Coachings = new("pembinaan-terlaksana", Measure.Count, Once.Each, Only.All, Metric.CoachingHeld);
    public static readonly LedgerFigure CoachedGroups = new("kim-dibina", Measure.Count, Once.Group, Only.All, Metric.Attendance);
    public static readonly LedgerFigure Coached = new("orang-dibina", Measure.People, Once.Each, Only.All, Metric.Attendance);

    /// <summary>Said, not known: never together with what was sold here.</summary>
    public static readonly LedgerFigure OutsideSales = new("penjualan-luar", Measure.Rupiah, Once.Each, Only.All, Metric.OutsideSale);
    public static readonly LedgerFigure OutsideSellers = new("umkm-penjualan-luar", Measure.Count, Once.Business, Only.All, Metric.OutsideSale);

    public static IReadOnlyList<LedgerFigure> All { get; } =
    [
        AwakeGroups, QuietGroups, StillGroups, Villages, Districts, Women, Men, Businesses, Products, Nib, PIrt, Halal, Placed, Completed, Turnover,
        Returning, Located, Afar, AnswerTime, Rejected, Cancelled, Unanswered, Complaints, Enquiries, TimelyAnswers,
        Coachings, CoachedGroups, Coached, OutsideSales, OutsideSellers,
    ];

    /// <summary>Counts what there is on a day; the others what happened in a time.</summary>
    public bool IsStand => Metrics[0].IsStand();

    /// <summary>Whether it can be told by what kind of goods it is.</summary>
    public bool HasSections => Metrics[0] is Metric.Product or Metric.ActiveBusiness || IsOfOrders;

    public bool IsOfOrders => Metrics[0] is Metric.PlacedOrder or Metric.CompletedOrder or Metric.Answer or Metric.RejectedOrder
        or Metric.CancelledOrder or Metric.UnansweredOrder or Metric.Complaint;

    public static LedgerFigure? Find(string slug) => All.FirstOrDefault(figure => figure.Slug == slug);

    /// <summary>As it is counted of one kind of goods: whoever has such goods on the stall is active with them.</summary>
    internal LedgerFigure In(string? section) =>
        section is not null && this == Businesses ? this with { Once = Once.Business, Metrics = [Metric.Product] } : this;

    public bool Equals(LedgerFigure? other) => other is not null && Slug == other.Slug;

    public override int GetHashCode() => Slug.GetHashCode(StringComparison.Ordinal);
}
