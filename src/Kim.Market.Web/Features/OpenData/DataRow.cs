using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Web.Format;
using Kim.Market.Web.Tables;

namespace Kim.Market.Web.Features.OpenData;

/// <summary>What a row says of its own number. The numbers are stored.</summary>
public enum DataState
{
    /// <summary>The year is over; only a correction can change it.</summary>
    Final,

    /// <summary>The year goes on.</summary>
    Running,

    /// <summary>The number is not told.</summary>
    Hidden,
}

/// <summary>One row of a dataset.</summary>
/// <param name="Value">Null where it is not told.</param>
/// <param name="At">Since when it says this.</param>
public sealed record DataRow(string Code, int Year, string Name, long? Value, short State, DateTime At)
{
    /// <summary>The names of its columns, in the order of the rows that offices exchange.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["kode_wilayah", "level_wilayah", "nama_wilayah", "judul", "satuan", "tahun", "periode", "data", "status", "timestamp"];

    /// <summary>The words of <c>status</c>, by <see cref="DataState"/>.</summary>
    public static IReadOnlyList<string> States { get; } = ["tetap", "sementara", "disembunyikan"];

    /// <summary>The words of <c>level_wilayah</c>, by <see cref="RegionKind"/>.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["provinsi", "kabupaten", "kota", "kecamatan", "kelurahan", "desa", "desa adat"];

    public string StateWord => States[State];

    public string Level => Levels[(int)RegionCode.Parse(Code).Kind];

    public string Timestamp => DateFormat.Machine(At);

    /// <summary>The first line of the file.</summary>
    public static string Head => CsvText.Line(Columns);

    public string Line(string title, string unit) => CsvText.Line(
        Code, Level, Name, title, unit, Year.ToString(CultureInfo.InvariantCulture), Dataset.Yearly, Value?.ToString(CultureInfo.InvariantCulture) ?? "", StateWord, Timestamp);

    /// <summary>Whether both say the same, whenever they began to.</summary>
    public bool Says(DataRow other) => this with { At = other.At } == other;
}
