using System.Globalization;
using System.Text;
using Kim.Market.Domain;
using Kim.Market.Domain.Products;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Kim.Market.Web.Tables;

namespace Kim.Market.Web.Features.Listings.Csv;

/// <summary>What a row says of a product.</summary>
/// <param name="Code">The end of the product's address; empty for a new one.</param>
/// <param name="Terms">What the row makes of the terms there are.</param>
public sealed record GoodsLine(int Number, string Code, ProductFace Face, Rupiah Price, int? Stock, Func<Terms, Terms> Terms)
{
    /// <summary>Which option it is; null where the table does not say.</summary>
    public string? Option { get; init; }

    /// <summary>The code of the product its options began with; empty where it stands alone, or is that product.</summary>
    public string Of { get; init; } = "";
}

/// <summary>A row that cannot be read, with every reason.</summary>
public sealed record WrongLine(int Number, IReadOnlyList<string> Reasons);

/// <summary>A file as far as it could be read.</summary>
public sealed record GoodsFile(IReadOnlyList<GoodsLine> Lines, IReadOnlyList<WrongLine> Wrong, string? Refusal);

/// <summary>The list of a stall's goods as a table: the same columns out and in.</summary>
public sealed class GoodsCsv(Taxonomy taxonomy, TermsCells terms, Words words)
{
    public const int MostBytes = 1024 * 1024;
    public const int MostRows = 1_000;

    private static readonly string[] Columns = ["kode", "nama", "jenis", "harga", "satuan", "isi", "ukuran", "keterangan", "stok", .. TermsCells.Columns, "pilihan", "pilihan_dari"];
    private static readonly string[] Needed = ["nama", "jenis", "harga", "satuan"];
    private static readonly Dictionary<string, Measure> Measures = new(StringComparer.OrdinalIgnoreCase)
    {
        ["g"] = Measure.Gram,
        ["gram"] = Measure.Gram,
        ["ml"] = Measure.Millilitre,
        ["buah"] = Measure.Piece,
    };

    public string Write(IReadOnlyCollection<OwnProduct> goods)
    {
        var codes = goods.Select(product => product.FamilyId).OfType<Guid>().Distinct().ToDictionary(
            family => family, family => goods.FirstOrDefault(product => product.ProductId == family)?.Slug ?? "");
        var text = new StringBuilder(CsvText.Line(Columns));
        foreach (var product in goods)
        {
            text.Append(CsvText.Line(
            [
                product.Slug, product.PlainName, product.Category, product.Price?.ToString(CultureInfo.InvariantCulture) ?? "", product.Unit,
                product.Content?.ToString(CultureInfo.InvariantCulture) ?? "",
                product.Measure is { } measure ? Measures.First(known => (short)known.Value == measure).Key : "",
                product.About, product.OnHand.ToString(CultureInfo.InvariantCulture), .. TermsCells.Write(product.Had), product.Option,
                product.FamilyId is { } family ? codes[family] : "",
            ]));
        }

        return text.ToString();
    }

    public GoodsFile Read(string text)
    {
        var lines = CsvText.Read(text);
        if (lines.Count < 2)
        {
            return Refused(words["Berkas ini kosong. Baris pertama berisi nama kolom, barisnya menyusul."]);
        }

        var header = lines[0].Cells.Select(name => name.ToLowerInvariant()).ToList();
        if (Needed.Where(column => !header.Contains(column)).ToList() is { Count: > 0 } missing)
        {
            return Refused(words["Kolom ini belum ada: {0}.", string.Join(", ", missing)]);
        }

        if (lines.Count - 1 > MostRows)
        {
            return Refused(words["Paling banyak {0} baris sekali kirim. Bagi menjadi beberapa berkas.", MostRows]);
        }

        var (good, wrong) = (new List<GoodsLine>(), new List<WrongLine>());
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines.Skip(1))
        {
            var reasons = new List<string>();
            var read = Read(line, header, reasons);
            if (read.Code.Length > 0 && !codes.Add(read.Code))
            {
                reasons.Add(words["Kode “{0}” muncul lebih dari sekali.", read.Code]);
            }

            if (reasons.Count == 0)
            {
                good.Add(read);
            }
            else
            {
                wrong.Add(new(line.Number, reasons));
            }
        }

        return new(good, wrong, null);
    }

    private static GoodsFile Refused(string why) => new([], [], why);

    private GoodsLine Read(TableLine line, List<string> header, List<string> reasons)
    {
        if (!RupiahInput.TryParse(Cell("harga"), out var price) || price <= Rupiah.Zero || price > Rupiah.Highest)
        {
            reasons.Add(words["Harga “{0}” tidak terbaca. Tulis angka saja, contoh 12500.", Cell("harga")]);
        }

        var face = new ProductFace(Cell("nama"), Category(Cell("jenis"), reasons), Cell("satuan"), Content(reasons), Cell("keterangan"));
        if ((face with { Category = "kenal" }).Wrong is { } wrong) // an unknown kind has been said already
        {
            reasons.Add(words.Of(wrong));
        }

        if (Cell("pilihan").Length > Limits.Option)
        {
            reasons.Add(words.Of(ProductRefusals.OptionLength));
        }

        return new(line.Number, Cell("kode"), face.Trimmed, price, Whole("stok", Limits.Stock, reasons), terms.Read(column => header.Contains(column) ? Cell(column) : null, reasons))
        {
            Option = header.Contains("pilihan") ? Cell("pilihan") : null,
            Of = Cell("pilihan_dari"),
        };

        string Cell(string column) => header.IndexOf(column) is >= 0 and var at && at < line.Cells.Count ? line.Cells[at] : "";

        Content? Content(List<string> reasons)
        {
            if (Whole("isi", 1_000_000, reasons) is not { } amount || amount == 0)
            {
                return null;
            }

            if (Measures.TryGetValue(Cell("ukuran"), out var measure))
            {
                return new(amount, measure);
            }

            reasons.Add(words["Ukuran “{0}” tidak dikenal. Tulis g, ml, atau buah.", Cell("ukuran")]);
            return null;
        }

        int? Whole(string column, int most, List<string> reasons)
        {
            if (Cell(column) is not { Length: > 0 } typed)
            {
                return null;
            }

            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most)
            {
                return number;
            }

            reasons.Add(words["Kolom {0} berisi “{1}”. Tulis angka saja, paling banyak {2}.", column, typed, most]);
            return null;
        }
    }

    private string Category(string typed, List<string> reasons)
    {
        if (typed.Contains('/', StringComparison.Ordinal) && taxonomy.NameOf(typed) is not null)
        {
            return typed;
        }

        if (taxonomy.Paths.TryGetValue(typed.ToLowerInvariant(), out var path))
        {
            return path;
        }

        reasons.Add(words["Jenis “{0}” tidak dikenal. Salin dari daftar yang Anda unduh.", typed]);
        return "";
    }
}
